"""Columns of triggers as they come (dates, day numbers, with gaps) and of answers as they go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from soordered.calendars.open_day_arrays import Days
from soordered.provenance.problems import BadInputError

NO_DAY = np.iinfo(np.int32).min
"""What stands in a column of day numbers where there is no date; among ``datetime64`` it is ``NaT``."""

Codes = npt.NDArray[np.uint8]


class RowError(IntEnum):
    """Why a row has no date."""

    NONE = 0
    NO_TRIGGER = 1
    OUTSIDE = 2
    NO_RULE = 3
    WRONG_NUMBER = 4
    END_OUTSIDE = 5


ROW_ERRORS = {
    RowError.NO_TRIGGER: "no trigger: a day was expected",
    RowError.OUTSIDE: "trigger outside the court calendar, 1938 to 2050: count by hand from the rule of its time",
    RowError.NO_RULE: "no version of the court's counting rule is held for the trigger: count by hand from the rule of its time",
    RowError.WRONG_NUMBER: "no length of a period: 0 to 41,000 units were expected",
    RowError.END_OUTSIDE: "the period ends outside the court calendar, 1938 to 2050: count by hand",
}
"""What each code means, in words for the row."""


class BadRowsError(BadInputError):
    """Rows of an array that have no date.

    Args:
        count: how many.
        first: the number of the first, from 0.
        code: why that one has none.
    """

    def __init__(self, count: int, *, first: int, code: RowError) -> None:
        super().__init__(
            f"{count:,} of the rows have no date; the first is row {first}: {ROW_ERRORS[code]}.",
            expected="a trigger and a number in every row that stay inside the calendar.",
            remedy='Correct them, or pass errors="mark" to get the other rows.',
        )
        self.count = count
        self.first = first
        self.code = code


class WrongArrayError(BadInputError):
    """An array that holds no days, or no numbers, or not as many as there are triggers."""

    def __init__(self, name: str, *, got: str, expected: str) -> None:
        super().__init__(
            f"{name} is {got}.",
            expected=expected,
            remedy="Convert it first; a moment with a time zone must become the day in the court's own zone.",
        )


class Triggers:
    """A column of triggers, as it came.

    Args:
        given: ``datetime64`` of any unit of a day or finer, whole numbers of days since 1970, or dates in a list.

    Raises:
        WrongArrayError: it is none of these.
    """

    __slots__ = ("are_dates", "numbers", "shape")

    def __init__(self, given: npt.ArrayLike | Sequence[dt.date]) -> None:
        found = np.asarray(given)
        if found.dtype == object:
            found = _from_objects(found)
        self.shape = found.shape
        self.are_dates = found.dtype.kind == "M"
        if self.are_dates:
            unit = np.datetime_data(found.dtype)[0]
            if unit in ("Y", "M", "W", "generic"):
                raise WrongArrayError(
                    "triggers", got=f"datetime64[{unit}]", expected="days, or moments finer than days"
                )
            found = found.astype("datetime64[D]", copy=False).view(np.int64)
        elif found.dtype.kind not in "iu":
            raise WrongArrayError(
                "triggers", got=f"an array of {found.dtype}", expected="datetime64, or whole numbers of days since 1970"
            )
        self.numbers: npt.NDArray[np.integer] = np.ascontiguousarray(found).ravel()

    def days(self) -> Days:
        """Return the triggers as 32-bit numbers; one that does not fit becomes ``NO_DAY``."""
        numbers = self.numbers
        if numbers.dtype == np.int32:
            return numbers.view(np.int32)
        low, high = np.iinfo(np.int32).min, np.iinfo(np.int32).max
        if not numbers.size or (numbers.min() > low and numbers.max() <= high):
            return numbers.astype(np.int32)
        fits = (numbers >= low) & (numbers <= high)
        return np.where(fits, numbers, NO_DAY).astype(np.int32)

    def given_back(self, days: Days) -> npt.NDArray[np.generic]:
        """Return a column of answers in the kind and the shape in which the triggers came."""
        if not self.are_dates:
            return days.reshape(self.shape)
        dates = days.astype(np.int64)
        if dates.size and dates.min() == NO_DAY:
            dates[days == NO_DAY] = np.iinfo(np.int64).min
        return dates.view("datetime64[D]").reshape(self.shape)


def _from_objects(found: npt.NDArray[np.object_]) -> npt.NDArray[np.datetime64]:
    try:
        if any(getattr(one, "tzinfo", None) is not None for one in found.flat):
            raise WrongArrayError("triggers", got="a list of moments with time zones", expected="days")
        return found.astype("datetime64[D]")
    except (ValueError, TypeError):
        raise WrongArrayError("triggers", got="an array of mixed objects", expected="dates") from None


def numbers(given: npt.ArrayLike, shape: tuple[int, ...]) -> int | npt.NDArray[np.integer]:
    """Return the numbers of units: one for all rows, or one a row.

    Raises:
        WrongArrayError: they are no whole numbers, or not as many as the triggers.
    """
    found = np.asarray(given)
    if found.dtype.kind not in "iu":
        raise WrongArrayError("n", got=f"an array of {found.dtype}", expected="whole numbers")
    if found.ndim == 0:
        return int(found)
    if found.shape != shape:
        raise WrongArrayError("n", got=f"of shape {found.shape}", expected=f"one number, or {shape} like the triggers")
    return np.ascontiguousarray(found).ravel()


def refuse(codes: Codes) -> None:
    """Raise for the first row that has no date, if there is one.

    Raises:
        BadRowsError: there is one.
    """
    bad = np.flatnonzero(codes)
    if bad.size:
        raise BadRowsError(int(bad.size), first=int(bad[0]), code=RowError(int(codes[bad[0]])))
