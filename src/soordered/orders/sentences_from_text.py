"""Sentences of an order, with their places, from its cleaned text.

Paragraphs are parted by blank lines; within one, a full stop ends a sentence unless it belongs to an abbreviation of
the trade ("Fed. R. Civ. P.", "L. R.", "Dkt. No."), to an initial ("Todd C. Bank") or to a number of a list ("1.").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from soordered.orders.patterns import Pattern

_BEFORE_A_NUMBER = frozenset(("doc", "docs", "docket", "pp", "exh", "exhs", "para", "vol", "pt", "ch", "art"))
ABBREVIATIONS = frozenset(
    [
        "no",
        "nos",
        "dkt",
        "mr",
        "mrs",
        "ms",
        "dr",
        "hon",
        "jr",
        "sr",
        "inc",
        "corp",
        "co",
        "ltd",
        "v",
        "vs",
        "fed",
        "r",
        "l",
        "civ",
        "crim",
        "p",
        "proc",
        "app",
        "st",
        "ave",
        "blvd",
        "cal",
        "e.g",
        "i.e",
        "cf",
        "id",
        "mot",
        "decl",
        "compl",
        "ex",
        "exs",
        "exh",
        "sec",
        "art",
        "ch",
        "cir",
        "supp",
        "f",
        "min",
        "entm't",
        "intern",
        "int'l",
        "aff'd",
        "rev'd",
        "ct",
        "dist",
        "div",
        "mem",
        "op",
        "reg",
        "stat",
        "ann",
        "ariz",
        "fla",
        "ill",
        "mich",
        "minn",
        "tex",
        "wash",
        "mass",
        "conn",
        "del",
        "colo",
        "bankr",
        "evid",
        "gen",
        "ord",
        "admin",
        "pt",
        "para",
        "pp",
        "seq",
        "al",
        "approx",
        "dep't",
        "ass'n",
        "u.s",
        "u.s.c",
        "l.r",
        "n.d",
        "s.d",
        "e.d",
        "w.d",
        "c.d",
        "m.d",
        "d",
        "f.r",
        "f.r.civ",
        "f.r.civ.p",
        "civ.l.r",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)

LONGEST = 2_500  # characters; a longer run without a full stop is a table or no prose, and is read in pieces

_FOLDING = str.maketrans(
    {chr(upper): chr(upper + 32) for upper in range(ord("A"), ord("Z") + 1)}
    | {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-"}
    | {"\u2013": "-", "\u2014": "-", "\u00a0": " ", "\n": " ", "\t": " ", "\r": " "}
)

# a full stop, question or exclamation mark, closing marks, then space and the look of a beginning;
# or a full stop glued to the next sentence ("this case.Within seven days")
_STOP = Pattern(
    r"(?<![.])[.?!](?![.])[\"'\u201d\u2019)\]]{0,3}(?=\s+[\"'\u201c\u2018(\[]{0,2}[A-Z0-9\u2022\u2610*])|[a-z)]\.(?=[A-Z][a-z]{2,20}\s)"
)
_CLOSING = frozenset(("\u201d", '"'))
_LAST_WORD = Pattern(r"[\w.'\u2019&]{1,20}$")
_NEXT_WORD = Pattern(
    r"\s*\(?(?:\d{1,3}\s(?=(?:business|court|calendar|working|days?|hours?)\b))?([A-Za-z]+)", re.IGNORECASE
)
_GOES_ON = frozenset(
    [
        "on",
        "the",
        "in",
        "at",
        "of",
        "and",
        "or",
        "for",
        "before",
        "after",
        "to",
        "by",
        "each",
        "every",
        "eastern",
        "pacific",
        "central",
        "mountain",
        "est",
        "pst",
        "cst",
        "mst",
        "et",
        "pt",
        "edt",
        "pdt",
        "via",
        "business",
        "court",
        "calendar",
        "working",
        "day",
        "days",
        "hour",
        "hours",
    ]
)
_ZONES = frozenset(("eastern", "pacific", "central", "mountain"))
_MISREAD = Pattern(
    r"[01](?<=[a-z].)(?=[a-z])|0(?<![\w.,/:-].)(?=[a-z]{3})"
)  # "0ctober", "sessi0n": a scanner's figures
_PARAGRAPH = Pattern(r"\n[ \t]*\n\s*")
_ENUMERATOR = Pattern(r"[\s*\u2022-]*(\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})[.)]|\((?:\d{1,2}|[a-zA-Z])\))\s+")
_ROOM = Pattern(r"(?:courtroom|room|appendix|exhibit|attachment|schedule|suite)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, in characters of the clean text.

    Args:
        start: its first character, list number left out.
        end: after its last character, the closing mark included.
        paragraph: number of its paragraph, from 0.
        label: the list number or letter it stands under (``"1."``), empty if none.
        heading: whether it is a heading: words without a closing mark, in capitals or alone in their paragraph.
    """

    start: int
    end: int
    paragraph: int
    label: str = ""
    heading: bool = False


def fold(clean: str) -> str:
    """Return the text in lower case with plain quotes and dashes, character for character in the same places."""
    if clean.isascii():
        folded = clean.lower().replace("\n", " ").replace("\t", " ").replace("\r", " ")
    else:
        folded = clean.translate(_FOLDING)
    return _MISREAD.sub(lambda match: "o" if match[0] == "0" else "l", folded)


def sentences(clean: str) -> tuple[Sentence, ...]:
    """Return the sentences of a clean text, in order.

    Example: ``"Fed. R. Civ. P. 16(f) applies. Counsel shall confer."`` holds two.

    Args:
        clean: text with paragraphs parted by blank lines (``OrderText.clean``).
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(clean)):
        label = ""
        match = _ENUMERATOR.match(clean, start, end)
        if match:
            label, start = match[1], match.end()  # noqa: PLW2901  the number stands before the sentence
        for first, last in _stretches(clean, start, end):
            text = clean[first:last]
            found.append(
                Sentence(
                    start=first,
                    end=last,
                    paragraph=number,
                    label=label,
                    heading=_is_heading(text),
                )
            )
    return tuple(found)


def _paragraphs(clean: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    begin = 0
    for gap in _PARAGRAPH.finditer(clean):
        places.append((begin, gap.start()))
        begin = gap.end()
    places.append((begin, len(clean)))
    return [(a, b) for a, b in (_stripped(clean, a, b) for a, b in places) if a < b]


def _stretches(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(clean, start, end):
        quoted_letter = (
            stop[0][1:2] in _CLOSING and clean[stop.start() - 2 : stop.start() - 1] == " "
        )  # 'marked "COPY X." It'
        if clean[stop.start()] == "." and not quoted_letter and _abbreviates(clean, begin, stop.start()):
            continue
        places.append(_stripped(clean, begin, stop.end()))
        begin = stop.end()
    places.append(_stripped(clean, begin, end))
    return [(a, b) for first, last in places for a, b in _pieces(clean, first, last) if a < b]


def _pieces(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what is too long for a sentence at a blank, so that no text costs more than its length."""
    pieces: list[tuple[int, int]] = []
    while end - start > LONGEST:
        cut = clean.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        pieces.append(_stripped(clean, start, cut))
        start = cut
    pieces.append(_stripped(clean, start, end))
    return pieces


def _abbreviates(clean: str, begin: int, dot: int) -> bool:
    """Say whether the full stop at ``dot`` belongs to the word before it."""
    last = _LAST_WORD.search(clean, max(begin, dot - 20), dot)
    if last is None:
        return False
    word = last[0].strip("'\u2019.").lower()
    if word in {"a.m", "p.m"}:  # "8:45 A.M. ON THE SECOND COURT DAY": capitals do not tell where a sentence begins
        after = _NEXT_WORD.match(clean, dot + 1)
        if after is None or after[1].lower() not in _GOES_ON:
            return False
        begins = after[1][0].isupper() and after[1][1:].islower() and after[1].lower() not in _ZONES
        return not begins
    if len(word) == 1 and word.isalpha() and last[0][-1].isupper():
        return _ROOM.search(clean, max(begin, last.start() - 12), last.start()) is None
    if word.isdigit():  # "ADJUDGE: 1. Plaintiff": the number of a list, at the head of a sentence or after a colon
        before = clean[begin : last.start()].rstrip()
        return len(word) <= 2 and (not before or before[-1] in ":;" or clean[begin : last.start()].isspace())
    if (
        (word in _BEFORE_A_NUMBER or "." in word)
        and clean[dot + 1 : dot + 2] == " "
        and clean[dot + 2 : dot + 3].isdigit()
    ):
        return True
    return word in ABBREVIATIONS


def _stripped(clean: str, start: int, end: int) -> tuple[int, int]:
    while start < end and clean[start].isspace():
        start += 1
    while end > start and clean[end - 1].isspace():
        end -= 1
    return start, end


def _is_heading(text: str) -> bool:
    if text[-1] in ".?!:;,":
        return False
    letters = [mark for mark in text[:200] if mark.isalpha()]
    return bool(letters) and len(text) < 200 and (all(mark.isupper() for mark in letters) or text.istitle())
