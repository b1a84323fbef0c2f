"""A table of somebody's file, read key by key: what is missing, misspelt or of the wrong kind is refused by name."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NoReturn, TypeVar

from soordered.provenance.problems import BadInputError
from soordered.rules.vocabulary import Act, Bearer, Other, Trigger, code_from_text

FieldValue = str | int | float | bool | dt.date | dt.time | Sequence["FieldValue"] | Mapping[str, "FieldValue"]
Fields = dict[str, FieldValue]
FieldPath = tuple[str | int, ...]

_Choice = TypeVar("_Choice", bound=StrEnum)
_Code = TypeVar("_Code", Act, Trigger, Bearer)


class FieldsError(BadInputError):
    """A value of a file is missing, unknown, of the wrong kind or not in its vocabulary.

    Args:
        path: the keys that lead to it; a number is the place in a list, from 1.
        got: what stands there.
        expected: what would have been right.
        remedy: what to do next.
    """

    def __init__(self, path: FieldPath, got: str, *, expected: str, remedy: str) -> None:
        super().__init__(f"At {words_from_path(path)}: {got}", expected=expected, remedy=remedy)
        self.path = path
        self.what = got


def words_from_path(path: FieldPath) -> str:
    """Return a path as people write it.

    Args:
        path: keys, and places in lists from 1.

    Returns:
        ``"rule[3].timing.unit"``: the unit in the timing of the third rule.
    """
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        else:
            words += f".{step}" if words else step
    return words or "the top of the file"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``"did you mean …?"`` for the known words nearest to a misspelt one, or nothing.

    Args:
        word: what was written.
        known: what could have been written.
    """
    near = difflib.get_close_matches(word, list(known), n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(repr(item) for item in near)}?" if near else ""


class CheckedFields:
    """One table with its place in the file; every key must be asked for before ``done``.

    Args:
        table: keys and values, as a TOML or JSON reader gives them.
        path: the keys that lead to it.
    """

    __slots__ = ("_asked", "_table", "path")

    def __init__(self, table: Mapping[str, object], path: FieldPath = ()) -> None:
        self._table = table
        self._asked: set[str] = set()
        self.path = path

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def refuse(self, key: str, got: str, *, expected: str, remedy: str = "Correct it and run again.") -> NoReturn:
        """Refuse the value of a key.

        Args:
            key: the key.
            got: what stands there.
            expected: what would have been right.
            remedy: what to do next.

        Raises:
            FieldsError: always.
        """
        raise FieldsError((*self.path, key), got, expected=expected, remedy=remedy)

    def done(self) -> None:
        """Refuse the first key that nobody asked for.

        Raises:
            FieldsError: an unknown key; the message lists the nearest known ones.
        """
        for key in self._table:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                raise FieldsError(
                    (*self.path, key),
                    f"unknown key {key!r}.",
                    expected=f"one of: {known}.",
                    remedy=nearest(key, self._asked) or "Take it out.",
                )

    def value(self, key: str) -> object | None:
        """Return the raw value of a key, ``None`` if it is not there."""
        self._asked.add(key)
        return self._table.get(key)

    def needed(self, key: str, expected: str) -> object:
        """Return the raw value of a key that must be there.

        Args:
            key: the key.
            expected: what should stand there, for the message.

        Raises:
            FieldsError: the key is missing.
        """
        found = self.value(key)
        if found is None:
            written = ", ".join(self._table) or "nothing"
            self.refuse(
                key, f"the key {key!r} is missing; here stand: {written}.", expected=expected, remedy=f"Add {key}."
            )
        return found

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text.

        Args:
            key: the key.
            default: what holds when the key is absent; ``None`` if it must be there.

        Raises:
            FieldsError: missing, or no text.
        """
        found = self.needed(key, "a text in quotation marks.") if default is None else self.value(key)
        if found is None:
            return default or ""
        if not isinstance(found, str):
            self.refuse(key, f"{_shown(found)}.", expected="a text in quotation marks.")
        return found

    def text_or_none(self, key: str) -> str | None:
        """Return a text, or ``None`` if the key is absent."""
        return self.text(key, "") if self._has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty if the key is absent.

        Raises:
            FieldsError: no list of texts.
        """
        items = self._items(key, 'a list of texts, such as ["one", "two"].')
        for place, item in enumerate(items, 1):
            if not isinstance(item, str):
                raise FieldsError(
                    (*self.path, key, place),
                    f"{_shown(item)}.",
                    expected="a text in quotation marks.",
                    remedy="Correct it.",
                )
        return tuple(item for item in items if isinstance(item, str))

    def whole(self, key: str, *, least: int = 0) -> int:
        """Return a whole number that must be there.

        Args:
            key: the key.
            least: the smallest allowed.

        Raises:
            FieldsError: missing, no whole number, or too small.
        """
        expected = f"a whole number, {least} or more."
        found = self.needed(key, expected)
        if not isinstance(found, int) or isinstance(found, bool) or found < least:
            self.refuse(key, f"{_shown(found)}.", expected=expected)
        return found

    def whole_or_none(self, key: str, *, least: int = 0) -> int | None:
        """Return a whole number, or ``None`` if the key is absent."""
        return self.whole(key, least=least) if self._has(key) else None

    def wholes(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers, empty if the key is absent.

        Raises:
            FieldsError: no list of whole numbers.
        """
        items = self._items(key, "a list of whole numbers, such as [1, 3].")
        if not all(isinstance(item, int) and not isinstance(item, bool) for item in items):
            self.refuse(key, f"{_shown(items)}.", expected="a list of whole numbers, such as [1, 3].")
        return tuple(item for item in items if isinstance(item, int))

    def number(self, key: str) -> float:
        """Return a number above 0 that must be there, whole or not.

        Raises:
            FieldsError: missing, no number, or not above 0.
        """
        expected = "a number above 0."
        found = self.needed(key, expected)
        if not isinstance(found, int | float) or isinstance(found, bool) or not 0 < found < float("inf"):
            self.refuse(key, f"{_shown(found)}.", expected=expected)
        return found

    def flag(self, key: str) -> bool:
        """Return a truth value, ``False`` if the key is absent.

        Raises:
            FieldsError: neither ``true`` nor ``false``.
        """
        found = self.value(key)
        if found is None:
            return False
        if not isinstance(found, bool):
            self.refuse(key, f"{_shown(found)}.", expected="true or false, without quotation marks.")
        return found

    def day(self, key: str) -> dt.date:
        """Return a date that must be there.

        Raises:
            FieldsError: missing, or no date of the calendar.
        """
        expected = "a date of the calendar as 2007-07-30."
        found = self.needed(key, expected)
        if isinstance(found, str):
            try:
                return dt.date.fromisoformat(found)
            except ValueError:
                self.refuse(key, f"{found!r} is no date.", expected=expected)
        if not isinstance(found, dt.date) or isinstance(found, dt.datetime):
            self.refuse(key, f"{_shown(found)}.", expected=expected)
        return found

    def day_or_none(self, key: str) -> dt.date | None:
        """Return a date, or ``None`` if the key is absent."""
        return self.day(key) if self._has(key) else None

    def hour_or_none(self, key: str) -> dt.time | None:
        """Return an hour of the day, or ``None`` if the key is absent.

        Raises:
            FieldsError: no hour of the day.
        """
        expected = "an hour of the court's day as 16:30:00."
        found = self.value(key)
        if found is None:
            return None
        if isinstance(found, str):
            try:
                found = dt.time.fromisoformat(found)
            except ValueError:
                self.refuse(key, f"{found!r} is no hour of the day.", expected=expected)
        if not isinstance(found, dt.time) or found.tzinfo is not None:
            self.refuse(key, f"{_shown(found)}.", expected=expected)
        return found

    def table(self, key: str) -> CheckedFields:
        """Return a table that must be there.

        Raises:
            FieldsError: missing, or no table.
        """
        found = self.needed(key, "a table.")
        if not isinstance(found, Mapping):
            self.refuse(key, f"{_shown(found)}.", expected="a table of keys and values.")
        return CheckedFields(found, (*self.path, key))

    def table_or_none(self, key: str) -> CheckedFields | None:
        """Return a table, or ``None`` if the key is absent."""
        return self.table(key) if self._has(key) else None

    def tables(self, key: str) -> tuple[CheckedFields, ...]:
        """Return a list of tables, empty if the key is absent.

        Raises:
            FieldsError: no list of tables.
        """
        expected = "a list of tables."
        tables: list[CheckedFields] = []
        for place, item in enumerate(self._items(key, expected), 1):
            if not isinstance(item, Mapping):
                raise FieldsError(
                    (*self.path, key, place), f"{_shown(item)}.", expected="a table.", remedy="Correct it."
                )
            tables.append(CheckedFields(item, (*self.path, key, place)))
        return tuple(tables)

    def choice(self, key: str, vocabulary: type[_Choice], default: _Choice | None = None) -> _Choice:
        """Return a word of a closed list.

        Args:
            key: the key.
            vocabulary: the list.
            default: what holds when the key is absent; ``None`` if it must be there.

        Raises:
            FieldsError: missing, or not on the list; the message names the nearest.
        """
        if not self._has(key) and default is not None:
            return default
        self.needed(key, f"one of: {', '.join(vocabulary)}.")
        return self._chosen(self.text(key), (*self.path, key), vocabulary)

    def choices(self, key: str, vocabulary: type[_Choice]) -> tuple[_Choice, ...]:
        """Return words of a closed list, empty if the key is absent.

        Raises:
            FieldsError: one is not on the list.
        """
        return tuple(
            self._chosen(text, (*self.path, key, place), vocabulary) for place, text in enumerate(self.texts(key), 1)
        )

    def code(self, key: str, vocabulary: type[_Code]) -> _Code | Other:
        """Return an act, trigger or bearer, or ``other:`` and a few words.

        Raises:
            FieldsError: missing, or neither; the message names the nearest codes.
        """
        self.needed(key, f"{_article(vocabulary)} code, or 'other:' and a few words.")
        return _coded(self.text(key), (*self.path, key), vocabulary)

    def code_or_none(self, key: str, vocabulary: type[_Code]) -> _Code | Other | None:
        """Return a code, or ``None`` if the key is absent."""
        return self.code(key, vocabulary) if self._has(key) else None

    def codes(self, key: str, vocabulary: type[_Code]) -> tuple[_Code | Other, ...]:
        """Return codes, empty if the key is absent.

        Raises:
            FieldsError: one is no code.
        """
        return tuple(
            _coded(text, (*self.path, key, place), vocabulary) for place, text in enumerate(self.texts(key), 1)
        )

    def _has(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._table

    def _items(self, key: str, expected: str) -> Sequence[object]:
        found = self.value(key)
        if found is None:
            return ()
        if isinstance(found, str) or not isinstance(found, Sequence):
            self.refuse(key, f"{_shown(found)}.", expected=expected)
        return found

    @staticmethod
    def _chosen(text: str, path: FieldPath, vocabulary: type[_Choice]) -> _Choice:
        try:
            return vocabulary(text)
        except ValueError:
            known = [str(word) for word in vocabulary]
            raise FieldsError(
                path,
                f"{text!r}.",
                expected=f"one of: {', '.join(known)}.",
                remedy=nearest(text, known) or "Choose one of them.",
            ) from None


def _coded(text: str, path: FieldPath, vocabulary: type[_Code]) -> _Code | Other:
    try:
        return code_from_text(vocabulary, text)
    except ValueError:
        raise FieldsError(
            path,
            f"{text!r} is no {vocabulary.__name__.lower()} code.",
            expected=f"{_article(vocabulary)} code, or 'other:' and a few words.",
            remedy=nearest(text, [str(code) for code in vocabulary]) or "Write 'other:' and a few words of the text.",
        ) from None


def _article(vocabulary: type[StrEnum]) -> str:
    name = vocabulary.__name__.lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _shown(value: object) -> str:
    words = "a table" if isinstance(value, Mapping) else repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"
