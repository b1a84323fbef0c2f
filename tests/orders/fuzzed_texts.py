"""Texts that no court wrote: our own orders damaged at random, runs of their words, and hostile repetitions."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

_FOLDERS = (Path(__file__).parent / "unseen" / "open", Path(__file__).parent / "fresh")
_STRANGE = [
    *"abc .,;:()\n\t\f\r\v\"'-/§¶é’“”0123 A B*_|#\\[]{}",
    "\u00a0", "\u200b", "\ufeff", "\u2028", "\u0130", "\u017f", "\u212a", "\ud800", "\x00", "\U0001f600", "\r\n", "\n\n"
]  # fmt: skip
HOSTILE = (
    "a ", "shall ", "within five ", "(", "1.", "the parties shall, ", "no later than ", "if the party who that which ",
    "and/or (1) ", '"', "the first and third, ", "a. b. c. d. ", "may 1 2 3 4 5 ", "x", "within 5 days of service. ",
    "5 days ", "within five (5) business days of demand, ", ". ", "...", "a\tb\t", "1 ", "A. B. ", "*a* ", "_a_ ", "*", "_",
    "Case 1:07-cv-00123-ABC ", "June 3, 2020 ", "5/6/2020, ", "Judge Ada Quill on ", "Dated: ", "SO ORDERED. ", "; ", "a: ",
    "and ", "or shall ", "which shall ", "failure to file will ", "not ", "ten pages ", "shall not exceed ten pages ",
    "two copies ", "Fed. R. Civ. P. 26(f) ", "123 F.3d 456 (9th Cir. 2001) ", "before ", " - ", "\u00a0", "\u200b", "“a” ",
    "(a) ", "[", "1 the parties shall confer\n2 and file a letter\n", "Discovery cutoff | May 1, 2020\n",
    "Expert disclosure . . . . June 3, 2020\n", "2:00 p.m. ", "Fridays at 9:00 a.m. ", "it is ordered that ",
    "a) file; b) serve; c) ", "Smith v. Jones, ", "counsel shall file a letter within 5 days and serve a reply; ",
    "on or before the 5th day after service of the motion or ", "30 days later ", "is referred to Magistrate Judge ",
    'initials "ABC" ', "Northern District of California ", "www.cand.uscourts.gov ", "[transferred from ", "1/1/",
    "2020-01-01 ", "five-day ", "cc: ", "a    b ", "o0l1", "steps may include (1) ", "May 1, 2020: file. ",
    "the earlier of 5 days after service or ", "Motions are heard on ", "z" * 300 + " ", "Wednesday before the hearing ",
)  # fmt: skip


@cache
def _orders() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for folder in _FOLDERS for path in sorted(folder.glob("*.txt")))


@cache
def _words() -> tuple[str, ...]:
    return tuple(sorted({word for text in _orders() for word in re.findall(r"\S+", text)}))


def fuzzed(number: int) -> str:
    """Return the text of a number: the same one every time."""
    drawn = random.Random(number)  # noqa: S311  no secret: the same text every time
    match number % 4:
        case 0:
            return _run(drawn)
        case 1:
            return _flood(drawn)
        case _:
            return _damaged(drawn)


def _run(drawn: random.Random) -> str:
    """Draw words of orders at random, with a strange sign now and then."""
    words = [drawn.choice(_words()) for _ in range(drawn.randrange(2, 400))]
    return "".join(word + (drawn.choice(_STRANGE) if drawn.random() < 0.05 else " ") for word in words)


def _flood(drawn: random.Random) -> str:
    """Repeat one to three hostile pieces over and over, perhaps inside an order."""
    pieces = [drawn.choice(HOSTILE) for _ in range(drawn.randrange(1, 4))]
    size = drawn.choice((200, 2_000, 12_000))
    flood = "".join(drawn.choice(pieces) for _ in range(size // max(map(len, pieces)) + 1))
    order = drawn.choice(_orders()) if drawn.random() < 0.3 else ""
    cut = drawn.randrange(len(order) + 1)
    return order[:cut] + flood + order[cut:]


def _damaged(drawn: random.Random) -> str:
    """Damage an order: signs changed, lost, doubled; words put in; stretches cut, doubled, set in capitals."""
    text = list(drawn.choice(_orders()))
    for _ in range(drawn.randrange(1, 80)):
        if not text:
            break
        at = drawn.randrange(len(text))
        to = min(len(text), at + drawn.randrange(1, 90))
        match drawn.randrange(8):
            case 0 | 1:
                text[at] = drawn.choice(_STRANGE)
            case 2:
                del text[at]
            case 3:
                text.insert(at, f" {drawn.choice(_words())} ")
            case 4:
                del text[at:to]
            case 5:
                text[at:at] = text[at:to]
            case 6:
                text[at:to] = list("".join(text[at:to]).upper())
            case _:
                text[at] = "\n" if text[at] == " " else " "
    return "".join(text)
