"""Numbers as orders print them: in words, in figures, or both with one in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from soordered.orders.patterns import Pattern
from soordered.rules.number_words import ONES, SINGLE_WORDS, TENS

NUMBER_WORDS: dict[str, int] = (
    SINGLE_WORDS
    | {f"{ten}-{one}": 10 * t + n for t, ten in enumerate(TENS, start=2) for n, one in enumerate(ONES[1:10], start=1)}
    | {f"{ten} {one}": 10 * t + n for t, ten in enumerate(TENS, start=2) for n, one in enumerate(ONES[1:10], start=1)}
    | {"fourty": 40, "ninty": 90, "fourty-eight": 48}
)

_HUNDREDS = "|".join(["an?", *ONES[1:10]])
_UP_TO_99 = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_WORD = rf"(?:{_HUNDREDS})[ -]hundred(?:[ -](?:and[ -])?(?:{_UP_TO_99}))?|{_UP_TO_99}"
NUMBER = rf"(?:(?:{_WORD})(?![a-z])(?:\s?\(\s?\d{{1,4}}\s?\))?|\d{{1,4}}(?![\d:/.,]\d)(?:\s?\(\s?(?:{_WORD})\s?\))?)"
"""A pattern, for folded text, of one number in any of the three forms."""

_FIGURE = Pattern(r"\d+")
_WORDS = Pattern(
    rf"(?:(?P<hundreds>{_HUNDREDS})[ -](?P<hundred>hundred)(?:[ -](?:and[ -])?(?P<rest>{_UP_TO_99}))?|(?P<word>{_UP_TO_99}))(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as printed.

    Args:
        word: its value in words, ``None`` if not printed.
        figure: its value in figures, ``None`` if not printed.
    """

    word: int | None
    figure: int | None

    @property
    def agrees(self) -> bool:
        """Whether word and figure are the same, or only one is printed."""
        return self.word is None or self.figure is None or self.word == self.figure

    def shorter(self) -> int:
        """Return the smaller of the two, or the only one."""
        return min(value for value in (self.word, self.figure) if value is not None)

    def longer(self) -> int:
        """Return the greater of the two, or the only one."""
        return max(value for value in (self.word, self.figure) if value is not None)


def printed_number(text: str) -> PrintedNumber:
    """Read a number from folded text that matches ``NUMBER``, e.g. ``"five (5)"`` or ``"twenty-one"``."""
    figure = _FIGURE.search(text)
    word = _WORDS.search(text)
    return PrintedNumber(_value(word) if word else None, int(figure[0]) if figure else None)


def _value(match: re.Match[str]) -> int:
    """Return the value of a number in words: "three hundred and sixty-five"."""
    if match["hundred"] is None:
        return NUMBER_WORDS[match["word"]]
    hundreds = NUMBER_WORDS.get(match["hundreds"], 1)
    return 100 * hundreds + (NUMBER_WORDS[match["rest"]] if match["rest"] else 0)
