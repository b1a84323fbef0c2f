"""A refusal travels between processes with its sentence and its facts."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest

from soordered.calendars.court import OutsideCalendarError
from soordered.calendars.time_law import UnknownRegimeError
from soordered.provenance.problems import BadInputError, SoOrderedError


@pytest.mark.parametrize(
    "error",
    [
        SoOrderedError("a sentence"),
        BadInputError("this.", expected="that.", remedy="Mend it."),
        OutsideCalendarError(dt.date(1900, 1, 1), first=dt.date(1938, 1, 1), last=dt.date(2050, 12, 31)),
        UnknownRegimeError("frcp-1900", known=("frcp-2005",)),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_arrives_is_what_was_raised(error: SoOrderedError) -> None:
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes

    assert type(arrived) is type(error)
    assert str(arrived) == str(error)
    assert vars(arrived) == vars(error)
