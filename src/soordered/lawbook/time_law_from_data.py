"""The law of time for a court, read from the shipped data."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from soordered.calendars.court import CalendarNote, CourtCalendar
from soordered.calendars.days import DaySureness, Layer, NonDay
from soordered.calendars.holidays_from_rules import HolidayRule, ObservanceRule, RuledDay, ruled_days
from soordered.calendars.regimes import Backward, ExtraDays, Regime
from soordered.calendars.time_law import TimeLaw
from soordered.lawbook.shipped_files import SHIPPED, LawbookDataError, LawbookPack, shipped_table
from soordered.provenance.problems import BadInputError

FIRST_DAY = dt.date(1938, 1, 1)
LAST_DAY = dt.date(2050, 12, 31)

_NOTICED = {
    "holiday": Layer.NOTICE,
    "state": Layer.STATE,
    "closing": Layer.CLOSING,
    "inaccessible": Layer.INACCESSIBLE,
}
BELOW = "/"
"""What stands between a court of appeals and the court below, ``ca9/ord``, or a district and its division, ``txwd/el-paso``."""

_CIVIL, _APPELLATE = "frcp", "frap"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class UnknownCourtError(BadInputError):
    """A court that the lawbook does not hold.

    Args:
        court: what was asked for.
        known: ids that are held.
    """

    def __init__(self, court: str, *, known: tuple[str, ...]) -> None:
        import difflib  # noqa: PLC0415  only on the way to an error

        near = difflib.get_close_matches(court.lower(), known, n=3, cutoff=0.5)
        hint = f" Nearest: {', '.join(near)}." if near else ""
        super().__init__(
            f"There is no court {court!r} in the lawbook.{hint}",
            expected=f"one of the {len(known)} ids that `soordered courts` lists, such as cand.",
            remedy='Use the id in the court\'s ECF address, or "federal" for federal holidays only.',
        )


class WrongCircuitError(BadInputError):
    """A district court from which nothing is appealed to the court of appeals that is named with it.

    Args:
        court: the court of appeals.
        below: the district court.
    """

    def __init__(self, court: str, *, below: str) -> None:
        super().__init__(
            f"{below!r} lies in another circuit than {court!r}.",
            expected="a district of the circuit behind the stroke, such as ca9/ord.",
            remedy="Correct one of the two, or leave the court below out.",
        )


class UnknownDivisionError(BadInputError):
    """A division that the lawbook does not hold of a district.

    Args:
        court: the district.
        division: what was asked for.
        known: the divisions held of it; none where all its courthouses keep one time.
    """

    def __init__(self, court: str, *, division: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no division {division!r} of {court!r} in the lawbook.",
            expected=f"one of {', '.join(known)}." if known else f"{court!r} alone: all its courthouses keep one time.",
            remedy=f"Correct the name, as in {court}/{known[0]}." if known else f"Leave the division out: {court}.",
        )


def divisions(court: str, pack: LawbookPack = SHIPPED) -> tuple[tuple[str, str, str], ...]:
    """Return the divisions of a district whose courthouses keep more than one time: id, name and zone of each.

    Args:
        court: CM/ECF id of the district.
        pack: a newer lawbook that the user accepted.
    """
    held = _table(_data("divisions", pack).get(court, {}))
    return tuple((name, _text(_table(row)["name"]), _text(_table(row)["zone"])) for name, row in held.items())


def courts(pack: LawbookPack = SHIPPED) -> tuple[str, ...]:
    """Return the ids of the courts held: ``"federal"`` (no court named), the districts, the courts of appeals."""
    return *_data("courts", pack), *_table(_data("courts_of_appeals", pack)["court"])


def state_of(court: str, pack: LawbookPack = SHIPPED) -> str:
    """Return the state or territory in which a court sits, empty for ``"federal"``.

    Args:
        court: as for ``time_law``.
        pack: a newer lawbook that the user accepted.

    Raises:
        UnknownCourtError: the lawbook holds no such court.
    """
    return _text(_court_and_below(court, pack)[0]["state"])


@lru_cache(maxsize=128)
def time_law(
    court: str,
    extra: tuple[NonDay, ...] = (),
    opens: tuple[dt.date, ...] = (),
    pack: LawbookPack = SHIPPED,
    notes: tuple[CalendarNote, ...] = (),
) -> TimeLaw:
    """Return the law of time for a court.

    Args:
        court: CM/ECF id, e.g. ``"cand"``; ``"federal"`` for federal holidays only; for a court of appeals, the court
            below behind a stroke if it is known, e.g. ``"ca9/ord"``; for a district that keeps more than one time, its
            division, e.g. ``"txwd/el-paso"``.
        extra: further days of the court: closings, notices, days its clerk's office could not be reached.
        opens: days that are ordinary court days by the court's own word, whatever was closed by order.
        pack: a newer lawbook that the user accepted.
        notes: doubts about the court's days, to be shown with the dates they touch.

    Raises:
        UnknownCourtError: the lawbook holds no such court.
        UnknownDivisionError: the lawbook holds no such division of it.
        OutsideCalendarError: an extra day lies outside 1938 to 2050.
    """
    if extra or opens or notes:
        plain = time_law(court, pack=pack)
        return TimeLaw(plain.regimes, plain.calendar.with_days(extra, opens, notes), plain.version, plain.family)
    family = _CIVIL if court.partition(BELOW)[0] in _data("courts", pack) else _APPELLATE
    return TimeLaw(_regimes(pack), _with_notices(_calendar(court, pack), pack), pack.label, family)


def _with_notices(calendar: CourtCalendar, pack: LawbookPack) -> CourtCalendar:
    """Add the days of a court's own notices, for a court whose row says that some are held, or by a pack."""
    court = calendar.court.partition(BELOW)[0]
    name = f"notices/{court}"
    held = _court_and_below(court, pack)[0].get("notices", False) is True
    if not held and f"time/{name}" not in pack.files:
        return calendar
    nondays: list[NonDay] = []
    opens: list[dt.date] = []
    for row in _tables(_data(name, pack)["day"]):
        date, kind = _date(row["date"], FIRST_DAY), _text(row["kind"])
        if kind == "open":
            opens.append(date)
            continue
        nondays.append(
            NonDay(
                date=date,
                name=_text(row["name"]),
                layer=_NOTICED[kind],
                authority=_text(row["authority"]),
                sureness=DaySureness.PUBLISHED,
            )
        )
    return calendar.with_days(tuple(nondays), tuple(opens))


def _data(name: str, pack: LawbookPack = SHIPPED) -> dict[str, object]:
    return shipped_table(f"time/{name}", pack)


def _calendar(court: str, pack: LawbookPack) -> CourtCalendar:
    row, below = _court_and_below(court, pack)
    name = _text(row["name"])
    state = _text(row["state"])
    notes = _notes("closings", pack)
    ruled = _federal_days(pack)
    if below is not None:
        name = f"{name}, on a judgment of the {_text(below['name'])}"
    elif court.partition(BELOW)[0] not in _data("courts", pack) and row.get("below") != [state]:
        words = _text(_data("courts_of_appeals", pack)["no_court_below"])
        notes.append(CalendarNote(first=FIRST_DAY, last=LAST_DAY, words=words))
    for one in dict.fromkeys([state] if below is None else [state, _text(below["state"])]):
        if one:
            ruled += _state_days(one, pack)
            notes += _notes(f"states/{one}", pack)
    if not state:
        words = "No court is named: state holidays are left out, and hours are Eastern time."
        notes.append(CalendarNote(first=FIRST_DAY, last=LAST_DAY, words=words))
    for own in _list(row.get("notes", [])):
        notes.append(CalendarNote(first=FIRST_DAY, last=LAST_DAY, words=_text(own)))
    closes = row.get("clerk_closes")
    return CourtCalendar(
        court=court,
        name=name,
        zone=_text(row["zone"]),
        state=state,
        first=FIRST_DAY,
        last=LAST_DAY,
        ruled=ruled,
        nondays=_closings(pack),
        clerk_closes=closes if isinstance(closes, dt.time) else None,
        also_zones=tuple(_text(zone) for zone in _list(row.get("also", []))),
        notes=tuple(notes),
    )


def _court_and_below(court: str, pack: LawbookPack) -> tuple[dict[str, object], dict[str, object] | None]:
    """Return a court, and the district court whose judgment is challenged in it, if that is named."""
    districts = _data("courts", pack)
    if court in districts:
        return _table(districts[court]), None
    appeals = _table(_data("courts_of_appeals", pack)["court"])
    if court in appeals:
        return _table(appeals[court]), None
    own, _, below = court.partition(BELOW)
    if own in districts and below:
        return _division(own, below, _table(districts[own]), pack), None
    if own not in appeals or below not in districts:
        raise UnknownCourtError(court, known=courts(pack))
    row, lower = _table(appeals[own]), _table(districts[below])
    circuit = row.get("below")
    if not lower["state"] or (circuit is not None and lower["state"] not in _list(circuit)):
        raise WrongCircuitError(own, below=below)
    return row, lower


def _division(court: str, division: str, row: dict[str, object], pack: LawbookPack) -> dict[str, object]:
    """Return a district's row with the zone of one of its divisions alone."""
    held = divisions(court, pack)
    for name, words, zone in held:
        if name == division.lower():
            return {**row, "name": f"{_text(row['name'])}, {words}", "zone": zone, "also": []}
    raise UnknownDivisionError(court, division=division, known=tuple(name for name, _, _ in held))


@lru_cache(maxsize=4)
def _federal_days(pack: LawbookPack) -> tuple[tuple[int, RuledDay], ...]:
    return tuple(ruled_days(*_jurisdiction("federal", Layer.FEDERAL, pack)))


@lru_cache(maxsize=64)
def _state_days(state: str, pack: LawbookPack) -> tuple[tuple[int, RuledDay], ...]:
    return tuple(ruled_days(*_jurisdiction(f"states/{state}", Layer.STATE, pack)))


def _notes(name: str, pack: LawbookPack) -> list[CalendarNote]:
    return [
        CalendarNote(
            first=_date(row.get("from"), FIRST_DAY),
            last=_date(row.get("until"), LAST_DAY),
            words=_text(row["words"]),
            layer=Layer(_text(row["layer"])) if "layer" in row else None,
        )
        for row in _tables(_data(name, pack).get("note", []))
    ]


def _jurisdiction(
    name: str, usual: Layer, pack: LawbookPack
) -> tuple[tuple[HolidayRule, ...], tuple[ObservanceRule, ...]]:
    data = _data(name, pack)
    holidays = tuple(_holiday(row, usual) for row in _tables(data["holiday"]))
    observances = tuple(_observance(row, usual) for row in _tables(data.get("observance", [])))
    return holidays, observances


def _holiday(row: dict[str, object], usual: Layer) -> HolidayRule:
    weekday, easter = row.get("weekday"), row.get("easter")
    return HolidayRule(
        name=_text(row["name"]),
        layer=Layer(_text(row.get("layer", usual))),
        first=_date(row.get("from"), FIRST_DAY),
        last=_date(row.get("until"), LAST_DAY + dt.timedelta(days=7)),
        month=_number(row.get("month", 0)),
        day=_number(row.get("day", 0)),
        weekday=0 if weekday is None else _WEEKDAYS.index(_text(weekday)),
        nth=_number(row.get("nth", 0)),
        plus=_number(row.get("plus", 0)),
        easter=None if easter is None else _number(easter),
        every=_number(row.get("every", 1)),
        of=_number(row.get("of", 0)),
        shifts=tuple(_number(days) for days in _list(row.get("shifts", []))),
        dates=tuple(_date(date, FIRST_DAY) for date in _list(row.get("dates", []))),
        authority=_text(row["cite"]),
        sureness=DaySureness(_text(row.get("sureness", DaySureness.BY_STATUTE))),
    )


def _observance(row: dict[str, object], usual: Layer) -> ObservanceRule:
    return ObservanceRule(
        falls_on=_WEEKDAYS.index(_text(row["falls_on"])),
        moves=_number(row["moves"]),
        words=_text(row["words"]),
        layer=Layer(_text(row.get("layer", usual))),
        first=_date(row.get("from"), FIRST_DAY),
        last=_date(row.get("until"), LAST_DAY + dt.timedelta(days=7)),
        authority=_text(row["cite"]),
        sureness=DaySureness(_text(row.get("sureness", DaySureness.BY_STATUTE))),
    )


@lru_cache(maxsize=4)
def _closings(pack: LawbookPack) -> tuple[NonDay, ...]:
    return tuple(
        NonDay(
            date=_date(row["date"], FIRST_DAY),
            name=_text(row["name"]),
            layer=Layer.CLOSING,
            authority=_text(row["order"]),
            sureness=DaySureness.PUBLISHED,
        )
        for row in _tables(_data("closings", pack)["closing"])
    )


@lru_cache(maxsize=4)
def _regimes(pack: LawbookPack) -> tuple[Regime, ...]:
    rows = sorted(
        (_regime(row) for row in _tables(_data("regimes", pack)["regime"])),
        key=lambda regime: (regime.family, regime.in_force),
    )
    return tuple(rows)


def _regime(row: dict[str, object]) -> Regime:
    ends = row.get("ends")
    return Regime(
        id=_text(row["id"]),
        family=_text(row["family"]),
        in_force=_date(row["in_force"], FIRST_DAY),
        ends=None if ends is None else _date(ends, LAST_DAY),
        excludes_under=_number(row["excludes_under"]),
        nondays=frozenset(Layer(_text(layer)) for layer in _list(row["nondays"])),
        nondays_after_only=frozenset(Layer(_text(layer)) for layer in _list(row.get("after_only", []))),
        backward=Backward(_text(row["backward"])),
        extra_days=_number(row["extra_days"]),
        extra_days_order=ExtraDays(_text(row["extra_days_order"])),
        extra_days_methods=frozenset(_text(method) for method in _list(row["extra_days_methods"])),
        counts_hours=row.get("counts_hours", False) is True,
        spares_calendar_days=row.get("spares_calendar_days", False) is True,
        cite=_text(row["cite"]),
        cites={topic: _text(cite) for topic, cite in _table(row["cites"]).items()},
        source=f"{_text(row['source'])} [{_text(row['sureness'])}]",
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        msg = f"the lawbook's data should hold a text here, not {value!r}"
        raise LawbookDataError(msg)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        msg = f"the lawbook's data should hold a whole number here, not {value!r}"
        raise LawbookDataError(msg)
    return value


def _date(value: object, otherwise: dt.date) -> dt.date:
    if value is None:
        return otherwise
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        msg = f"the lawbook's data should hold a date here, not {value!r}"
        raise LawbookDataError(msg)
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        msg = f"the lawbook's data should hold a list here, not {value!r}"
        raise LawbookDataError(msg)
    return value


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        msg = f"the lawbook's data should hold a table here, not {value!r}"
        raise LawbookDataError(msg)
    return value


def _tables(value: object) -> list[dict[str, object]]:
    return [_table(row) for row in _list(value)]
