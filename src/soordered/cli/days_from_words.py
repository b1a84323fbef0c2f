"""Dates as they are typed after an option."""

from __future__ import annotations

import datetime as dt

import click


class Day(click.ParamType[dt.date]):
    """A day as ``YYYY-MM-DD``."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read a day, or say what is wrong with it and what was expected."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError as trouble:
            self.fail(f"{value!r} is no date ({trouble}). Expected YYYY-MM-DD, such as 2007-08-20.", param, ctx)


class DayOrHour(click.ParamType[dt.date]):
    """A day as ``YYYY-MM-DD``, or an hour of it as ``YYYY-MM-DDTHH:MM``, in the court's time."""

    name = "YYYY-MM-DD[THH:MM]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime | dt.date:
        """Read a day or an hour, or say what is wrong with it and what was expected."""
        if isinstance(value, dt.date):
            return value
        text = str(value).strip()
        try:
            return dt.date.fromisoformat(text) if len(text) <= 10 else dt.datetime.fromisoformat(text)
        except ValueError as trouble:
            self.fail(
                f"{value!r} is no date ({trouble}). Expected YYYY-MM-DD, such as 2007-08-20, "
                "or for a count of hours YYYY-MM-DDTHH:MM, such as 2007-08-20T15:30.",
                param,
                ctx,
            )
