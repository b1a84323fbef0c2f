"""What a regular expression needs of a text before it can match, taken from how Python itself parses it.

The answer is a list of sets of signals (see ``orders/signals_from_text.py``): a text in which a match stands holds one
signal of every set. Where the parse does not tell, nothing is needed: a set too few costs time, a set too many loses a
match.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from soordered.orders.signals_from_text import SETS

Signals = frozenset[str]
Weigh = Callable[[Signals], float]

_LETTERS = frozenset(string.ascii_lowercase)
_WIDEST = 400
_WORTH = 0.8  # a set of signals of which nearly every sentence holds one spares nothing


def needs_of(source: str, flags: int, weigh: Weigh) -> list[list[str]]:
    """Return the sets of signals that an expression needs, the rarest first.

    Args:
        source: the expression.
        flags: its flags.
        weigh: the share of sentences in which one of several signals stands, from 0 to 1.
    """
    walk = _Walk(weigh)
    sets, _ = walk.through(list(parser.parse(source, flags)), before=False, after=False)
    found: list[Signals] = []
    for one in sorted(set(sets), key=lambda one: (walk.weight(one), len(one), sorted(one))):
        if walk.weight(one) < _WORTH and not any(other <= one for other in found):
            found.append(one)
    return [sorted(one) for one in found[:SETS]]


def _flat(items: Sequence[Any]) -> list[Any]:
    """Return parsed items with the groups that only hold others taken apart, so that letters run on through them."""
    found: list[Any] = []
    for op, value in items:
        if op in (code.SUBPATTERN, code.ATOMIC_GROUP):
            found += _flat(list(value[3] if op is code.SUBPATTERN else value))
        else:
            found.append((op, value))
    return found


def _small(point: int) -> str:
    letter = chr(point)
    return letter.lower() if letter.isascii() else letter


def _is_letter(point: int) -> bool:
    return _small(point) in _LETTERS


class _Class:
    """What a class of characters holds.

    Args:
        items: as the parser gives them.
    """

    def __init__(self, items: Sequence[Any]) -> None:
        self.negated = False
        self.known = True  # every character of it is in ``holds``
        self.holds: set[str] = set()
        self.digits = True
        for op, value in items:
            if op is code.NEGATE:
                self.negated = True
            elif op is code.LITERAL:
                self.holds.add(_small(value))
                self.digits &= chr(value).isdigit()
            elif op is code.RANGE and value[1] - value[0] <= _WIDEST:
                span = range(value[0], value[1] + 1)
                self.holds.update(map(_small, span))
                self.digits &= all(chr(point).isdigit() for point in span)
            elif op is code.CATEGORY and value is code.CATEGORY_DIGIT:
                self.known = False
            elif op is code.CATEGORY and value is code.CATEGORY_SPACE:
                self.known = self.digits = False
            else:
                self.known = self.digits = False
                self.holds |= _LETTERS

    @property
    def no_letter(self) -> bool:
        """Whether none of a to z is in it."""
        return self.holds >= _LETTERS if self.negated else not self.holds & _LETTERS

    @property
    def every_letter(self) -> bool:
        """Whether all of a to z are in it."""
        return not self.negated and self.holds >= _LETTERS

    def signals(self) -> Signals | None:
        """Return the signals of its characters, if they are few marks or all digits."""
        if self.negated:
            return None
        if self.digits:
            return frozenset(("!0",))
        marks = not self.holds & _LETTERS and all(map(_is_mark, self.holds))
        if self.known and marks and len(self.holds) <= 4:
            return frozenset(map(_mark, self.holds))
        return None


def _is_mark(character: str) -> bool:
    """Say whether a character is a mark that is the same in capitals: no blank, no letter."""
    return not character.isspace() and not character.isalpha() and character.upper() == character.lower()


def _mark(character: str) -> str:
    return "!0" if character.isdigit() else "!" + character


def _begins_apart(items: Sequence[Any], place: int, *, after: bool) -> bool:
    """Say whether what follows surely begins with no letter: a mark, a blank, a boundary, the end."""
    items = _flat(items)  # the caller's are flat, or begin here
    for number in range(place, len(items)):
        op, value = items[number]
        if op is code.LITERAL:
            return not _is_letter(value)
        if op is code.IN:
            return _Class(value).no_letter
        if op is code.AT:
            if value in (code.AT_BOUNDARY, code.AT_END, code.AT_END_STRING):
                return True
        elif op is code.ASSERT:
            if value[0] > 0 and _begins_apart(list(value[1]), 0, after=False):
                return True
        elif op is code.ASSERT_NOT:
            inner = list(value[1])
            if value[0] > 0 and len(inner) == 1 and inner[0][0] is code.IN and _Class(inner[0][1]).every_letter:
                return True
        elif op is code.BRANCH:
            rest = _begins_apart(items, number + 1, after=after)
            return all(_begins_apart(list(branch), 0, after=rest) for branch in value[1])
        elif op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            inside = _begins_apart(list(value[2]), 0, after=False)
            return inside and (value[0] > 0 or _begins_apart(items, number + 1, after=after))
        else:
            return False
    return after


class _Run:
    """Letters that follow one another, and whether they begin a word."""

    def __init__(self) -> None:
        self.letters = ""
        self._begins = False

    def add(self, letter: str, *, apart: bool) -> None:
        self._begins = self._begins if self.letters else apart
        self.letters += letter

    def close(self, *, parted: bool) -> list[Signals]:
        """End the run; return its signal, if it tells anything."""
        letters, self.letters = self.letters, ""
        if len(letters) < 2 and not (letters and self._begins and parted):
            return []
        kind = ("=" if parted else "<") if self._begins else (">" if parted else "~")
        return [frozenset((kind + letters,))]


class _Walk:
    def __init__(self, weigh: Weigh) -> None:
        self.weight = weigh

    def through(self, items: Sequence[Any], *, before: bool, after: bool) -> tuple[list[Signals], bool]:
        """Return what a row of parsed items needs, and whether it surely ends apart from a letter that follows.

        Args:
            items: as the parser gives them.
            before: whether what stands before them surely is no letter.
            after: whether what follows them surely is no letter.
        """
        found: list[Signals] = []
        items = _flat(items)
        run, apart = _Run(), before  # the letters at hand; whether what was last surely is no letter

        for number, (op, value) in enumerate(items):
            if op is code.LITERAL and _is_letter(value):
                run.add(_small(value), apart=apart)
                apart = False
                continue
            if op is code.ASSERT_NOT:
                apart = self._refused(value, run.letters, apart=apart)
                if value[0] > 0 and run.letters and _begins_apart(items, number, after=after):
                    found += run.close(parted=True)
                continue
            if op is code.ASSERT and value[0] > 0:
                if run.letters and _begins_apart(items, number, after=after):
                    found += run.close(parted=True)
                found += self.through(list(value[1]), before=False, after=False)[0]
                continue
            had = bool(run.letters)
            found += run.close(parted=_begins_apart(items, number, after=after))
            rest = _begins_apart(items, number + 1, after=after)
            if op is code.LITERAL:
                apart = True
                if _is_mark(chr(value)):
                    found.append(frozenset((_mark(chr(value)),)))
            elif op is code.IN:
                signals = _Class(value).signals()
                found += [signals] if signals else []
                apart = _Class(value).no_letter
            elif op is code.AT:
                apart = value in (code.AT_BOUNDARY, code.AT_BEGINNING, code.AT_BEGINNING_STRING)
            elif op is code.ASSERT:  # looking back, maybe out of the sentence: what stands there is not needed in it
                apart = self.through(list(value[1]), before=False, after=False)[1] and not had
            elif op is code.BRANCH:
                branches = [self.through(list(one), before=apart and not had, after=rest) for one in value[1]]
                found += self._one_of([sets for sets, _ in branches])
                apart = all(ends for _, ends in branches)
            elif op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
                least, most, inside = value
                once = most == 1
                inner, ends = self.through(list(inside), before=once and apart and not had, after=once and rest)
                if least > 0:
                    found += inner
                    apart = ends
                else:
                    apart = apart and not had and ends
            else:
                apart = False
        found += run.close(parted=after)
        return found, apart

    def _refused(self, value: Any, letters: str, *, apart: bool) -> bool:
        """Read "no letter before this": then what follows begins a word."""
        inner = list(value[1])
        parts = len(inner) == 1 and inner[0][0] is code.IN and _Class(inner[0][1]).every_letter
        return True if value[0] < 0 and parts and not letters else apart

    def _one_of(self, branches: Sequence[list[Signals]]) -> list[Signals]:
        """Return one set of signals of which every branch needs one: the rarest that a greedy search meets."""
        if not all(branches):
            return []
        found: list[Signals] = []
        for seed in branches[0]:
            united = seed
            for sets in branches[1:]:
                grown = [united | one for one in sets]
                united = min(grown, key=lambda one: (self.weight(one), sorted(one)))
            found.append(united)
        best = min(found, key=lambda one: (self.weight(one), sorted(one)))
        return [best] if len(best) <= _WIDEST else []
