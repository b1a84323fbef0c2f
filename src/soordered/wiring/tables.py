"""The table of a court as the Python face gives it: ``so.Table("cand").due(days, 10, "business_day", "after")``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from soordered.calendars.open_days import OUTSIDE
from soordered.deadlines.court_table import CourtTable, direction_of, unit_of
from soordered.deadlines.method_of_service import extra_method
from soordered.deadlines.plan_of_period import UnknownFilingError
from soordered.deadlines.shapes_from_ask import Ask
from soordered.deadlines.stretches_from_law import stretches
from soordered.provenance.problems import BadInputError
from soordered.rules.rule import Rank, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import Direction, Unit
from soordered.wiring.counting import hour_of, law_of, rank_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from soordered.deadlines.answers_from_rules import CompiledRules

Errors = Literal["raise", "mark"]


class WrongErrorsError(BadInputError):
    """A way of treating errors that is none."""

    def __init__(self, errors: str) -> None:
        super().__init__(f"errors={errors!r} is none.", expected='"raise" or "mark".', remedy="Correct it.")


class Table(CourtTable):
    """Every count of one court, 1938 to 2050, one by one or a million at once.

    Days of arrays are ``datetime64``, or whole numbers of days since 1 January 1970; answers come in the kind of the
    triggers. A number of units may be one for all rows, or one a row. The version of Rule 6 in force on a row's trigger
    governs it. Dates are those of ``so.due`` for the same period, day by day.

    Args:
        court: CM/ECF id of the court, ``"federal"`` for federal holidays only.
        calendar: a TOML file of the court's notices; see ``soordered.rulefiles.days_from_toml``.

    Raises:
        UnknownCourtError: the lawbook holds no such court.

    Example:
        >>> import numpy as np
        >>> days = np.array(["2007-11-09", "2007-12-20"], dtype="datetime64[D]")
        >>> Table("cand").due(days, 10, "business_day", "after").tolist()
        [datetime.date(2007, 11, 27), datetime.date(2008, 1, 7)]
    """

    def __init__(self, court: str = "cand", *, calendar: str | Path | None = None) -> None:
        super().__init__(law_of(court, calendar))

    def due(
        self,
        triggers: npt.ArrayLike | Sequence[dt.date],
        n: npt.ArrayLike,
        unit: Unit | str = Unit.DAY,
        direction: Direction | str = Direction.AFTER,
        *,
        errors: Errors = "raise",
        out: npt.NDArray[np.int32] | None = None,
    ) -> npt.NDArray[np.generic]:
        """Count a period from every trigger and give the prevailing dates.

        Args:
            triggers: the days.
            n: how many units, from 0.
            unit: ``day`` (as the rule in force counts), ``calendar_day``, ``business_day``, ``court_day``, ``week``,
                ``month`` or ``year``.
            direction: ``after`` or ``before``.
            errors: ``raise`` at the first row without a date, or ``mark`` such rows with ``NaT`` (the smallest 32-bit
                number among day numbers); ``errors_of`` says why.
            out: a 32-bit array for the answers, when the triggers are day numbers.

        Raises:
            BadRowsError: a row has no date (its trigger is missing or lies outside 1938 to 2050, its number is
                negative or too large, or it ends outside), and ``errors`` is ``raise``.
            WrongArrayError: the triggers are no days, or the numbers none.
            UnknownUnitError, HoursInTableError: the unit or the direction is none that a table counts.
        """
        _check(errors)
        dates, _ = self.arrays.due(triggers, n, unit_of(unit), direction_of(direction), errors=errors, out=out)
        return dates

    def errors_of(
        self,
        triggers: npt.ArrayLike | Sequence[dt.date],
        n: npt.ArrayLike,
        unit: Unit | str = Unit.DAY,
        direction: Direction | str = Direction.AFTER,
    ) -> npt.NDArray[np.uint8]:
        """Say why rows have no date: 0 where they have one, else a code of ``soordered.deadlines.rows_of_days``."""
        import numpy as np  # noqa: PLC0415  numpy takes its time to load

        dates, codes = self.arrays.due(triggers, n, unit_of(unit), direction_of(direction), errors="mark")
        return np.zeros(dates.shape, dtype=np.uint8) if codes is None else codes

    def readings(
        self,
        triggers: npt.ArrayLike | Sequence[dt.date],
        n: npt.ArrayLike,
        unit: Unit | str = Unit.DAY,
        direction: Direction | str = Direction.AFTER,
        *,
        clock: dt.time | str | None = None,
        rank: Rank | str | None = None,
        service: str = "",
        filing: str = "electronic",
        errors: Errors = "raise",
    ) -> dict[str, npt.NDArray[np.generic]]:
        """Count a period from every trigger under every reading.

        Args:
            triggers: the days.
            n: how many units, from 0.
            unit: as for ``due``.
            direction: ``after`` or ``before``.
            clock: the hour of the last day at which the period ends, if the text gives one.
            rank: whose text set the period: ``case_order``, ``standing_order``, ``local_rule``, ``federal_rule``.
            service: how the trigger was served, for a period that runs from service.
            filing: ``electronic``, ``paper`` or ``none``.
            errors: as for ``due``.

        Returns:
            columns by name: ``act_by``, ``prevailing``, ``outer``; then one for each label that a reading can bear
            here, with the date if that one point is taken so; and ``error``, why a row has no date. Where one reading
            leaves the calendar, as ``so.due`` refuses it, the whole row has none.

        Raises:
            BadRowsError, WrongArrayError, UnknownUnitError, HoursInTableError: as for ``due``.
            UnknownServiceError, UnknownFilingError, UnknownRankError: a name is none.
        """
        _check(errors)
        if filing not in ("electronic", "paper", "none"):
            raise UnknownFilingError(filing)
        rank = rank_of(rank)
        ask = Ask(
            n=0,
            unit=unit_of(unit),
            forward=direction_of(direction) is Direction.AFTER,
            clock=hour_of(clock),
            by_order=rank in (Rank.CASE_ORDER, Rank.STANDING_ORDER),
            of_rule=rank in (Rank.LOCAL_RULE, Rank.FEDERAL_RULE),
            extra_method=extra_method(service, self.law),
            filing=filing != "none",
        )
        rows, answers = self.arrays.readings(triggers, n, ask, errors=errors)
        found = {name: rows.given_back(dates) for name, dates in answers.columns.items()}
        return found | {"error": answers.codes.reshape(rows.shape)}

    def answers(self, rules: Rulebook | Iterable[Rule], *, service: str = "") -> CompiledRules:
        """Compile rules whose dates depend on nothing but the day of their trigger into one table ``due[rule, day]``.

        Args:
            rules: a rulebook, or rules of any source.
            service: how the triggers were served, for rules that run from service.
        """
        from soordered.deadlines.answers_from_rules import compiled_rules  # noqa: PLC0415  numpy takes its time

        return compiled_rules(rules.rules if isinstance(rules, Rulebook) else rules, self.law, service=service)

    def count(
        self,
        starts: npt.ArrayLike | Sequence[dt.date],
        ends: npt.ArrayLike | Sequence[dt.date],
        unit: Unit | str = Unit.COURT_DAY,
    ) -> npt.NDArray[np.int32]:
        """Count the open days after each start through each end; negative where the end comes first.

        Args:
            starts: days not counted.
            ends: the last days counted.
            unit: whose open days: those of the orders' words (``court_day``, ``business_day``), or of the rule in force
                on the start (``day``).

        Raises:
            BadRowsError: a day is missing or lies outside the calendar, or before the rule.
        """
        import numpy as np  # noqa: PLC0415

        first, last = self.arrays.checked(starts), self.arrays.checked(ends)
        counted = np.zeros(len(first.days()), dtype=np.int32)
        for way in stretches(unit_of(unit), forward=True, law=self.law):
            rows = np.flatnonzero((first.days() >= way.first) & (first.days() <= way.last))
            counted[rows] = self.arrays.between(way.out, first.days()[rows], last.days()[rows])
        return counted.reshape(first.shape)

    def is_open(
        self, days: npt.ArrayLike | Sequence[dt.date], unit: Unit | str = Unit.COURT_DAY
    ) -> npt.NDArray[np.bool_]:
        """Say which days are open, under the layers that a unit leaves out; see ``count`` for units and errors."""
        return self._landed(days, unit, forward=True, same=True).astype(bool)

    def next_open(
        self, days: npt.ArrayLike | Sequence[dt.date], unit: Unit | str = Unit.COURT_DAY
    ) -> npt.NDArray[np.generic]:
        """Return the first open day on or after each day; see ``count`` for units and errors."""
        return self._landed(days, unit, forward=True, same=False)

    def previous_open(
        self, days: npt.ArrayLike | Sequence[dt.date], unit: Unit | str = Unit.COURT_DAY
    ) -> npt.NDArray[np.generic]:
        """Return the last open day on or before each day; see ``count`` for units and errors."""
        return self._landed(days, unit, forward=False, same=False)

    def _landed(
        self, days: npt.ArrayLike | Sequence[dt.date], unit: Unit | str, *, forward: bool, same: bool
    ) -> npt.NDArray[np.generic]:
        import numpy as np  # noqa: PLC0415

        from soordered.deadlines.rows_of_days import NO_DAY  # noqa: PLC0415

        rows = self.arrays.checked(days)
        given = rows.days()
        found = np.empty_like(given)
        for way in stretches(unit_of(unit), forward=forward, law=self.law):
            those = np.flatnonzero((given >= way.first) & (given <= way.last))
            found[those] = self.arrays.landed(way.out, given[those], forward=forward)
        if same:
            return np.equal(found, given).reshape(rows.shape)
        return rows.given_back(np.where(found == OUTSIDE, np.int32(NO_DAY), found))


def _check(errors: str) -> None:
    if errors not in ("raise", "mark"):
        raise WrongErrorsError(errors)
