"""Shipped rules: federal rules and local rules of a day, and the orders that ship reviewed, as rulebooks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from soordered.lawbook.shipped_files import SHIPPED, LawbookPack, shipped_table
from soordered.provenance.citations import Citation, Sureness
from soordered.provenance.problems import BadInputError, Problem
from soordered.rules.checked_fields import CheckedFields
from soordered.rules.rule import Rule, Source, Verification
from soordered.rules.rule_from_fields import rule_from_fields, source_from_fields
from soordered.rules.rulebook import Rulebook
from soordered.rules.rulebook_from_fields import rulebook_from_fields

_WITH_LOCAL_RULES = frozenset({"cand"})
_FEDERAL = "frcp"
_NUMBERS = "frcp_numbers"
_OF_VERSION = ("cite", "sureness", "source", "doubt", "doubt_from", "doubt_until")
_SURE_ENOUGH = frozenset({Sureness.READ, Sureness.QUOTED})


class UnknownOrderError(BadInputError):
    """An order that does not ship with the package.

    Args:
        order_id: what was asked for.
        known: ids that ship.
    """

    def __init__(self, order_id: str, *, known: tuple[str, ...]) -> None:
        super().__init__(
            f"No order {order_id!r} ships with So Ordered.",
            expected=f"one of: {', '.join(known)}.",
            remedy="Choose one of them, or read the order's own text with `soordered read`.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """One version of a shipped rule, with what is doubtful about it and when."""

    rule: Rule
    first: bool
    is_new: bool
    before: str
    doubt: str
    doubt_from: dt.date | None
    doubt_until: dt.date | None

    def doubted_on(self, day: dt.date) -> bool:
        return bool(self.doubt) and _within(day, self.doubt_from, self.doubt_until)

    def rule_on(self, day: dt.date) -> Rule:
        return replace(self.rule, doubts=(self.doubt,)) if self.doubted_on(day) else self.rule


def federal_rules(on: dt.date, pack: LawbookPack = SHIPPED) -> Rulebook:
    """Return the civil rules that a discovery dispute touches, as in force on a day.

    Args:
        on: the day.
        pack: a newer lawbook that the user accepted.

    Returns:
        the rules under the numbers of that day, each with what is doubtful about it, and a problem for every rule whose
        text of that day was not read.
    """
    return _in_force(_FEDERAL, on, pack)


def local_rules(court: str, on: dt.date, pack: LawbookPack = SHIPPED) -> Rulebook:
    """Return a court's local rules that a discovery dispute touches, as in force on a day.

    Args:
        court: CM/ECF id, e.g. ``"cand"``.
        on: the day.
        pack: a newer lawbook that the user accepted.

    Returns:
        the rules; where the day of a change is not known, both versions and a problem that says so; for a court whose
        local rules do not ship, no rules and a problem.

    Raises:
        UnknownCourtError: the lawbook holds no such court.
    """
    if court in _WITH_LOCAL_RULES or f"rules/{court}" in pack.files:
        return _in_force(court, on, pack)
    from soordered.lawbook.time_law_from_data import UnknownCourtError, courts  # noqa: PLC0415  only for a court without rules

    if court.partition("/")[0] not in courts(pack):
        raise UnknownCourtError(court, known=courts(pack))
    missing = Problem(
        what=f"The local rules of {court} do not ship with So Ordered.",
        where=f"lawbook {pack.label}",
        remedy="Check the court's local rules by hand, or type those that matter into a rulebook.",
    )
    return Rulebook(rules=(), problems=(missing,))


def shipped_orders(pack: LawbookPack = SHIPPED) -> tuple[str, ...]:
    """Return the ids of the orders that the lawbook holds as reviewed rulebooks, by date.

    Args:
        pack: a newer lawbook that the user accepted.
    """
    shipped = {item.name.removesuffix(".toml") for item in files(_PACKAGE).joinpath("data/orders").iterdir()}
    return tuple(sorted(shipped | {name.removeprefix(_ORDERS) for name in pack.files if name.startswith(_ORDERS)}))


@lru_cache(maxsize=8)
def shipped_order(order_id: str, pack: LawbookPack = SHIPPED) -> Rulebook:
    """Return a reviewed rulebook of an order, in our words, without quotes: places only.

    Args:
        order_id: e.g. ``"cand-spero-2007-07-30"``.
        pack: a newer lawbook that the user accepted.

    Raises:
        UnknownOrderError: the lawbook holds no such order.
    """
    known = shipped_orders(pack)
    if order_id not in known:
        raise UnknownOrderError(order_id, known=known)
    fields = shipped_table(_ORDERS + order_id, pack)
    return rulebook_from_fields({key: value for key, value in fields.items() if key != "format"})


def check_rules(pack: LawbookPack) -> None:
    """Read every rule and order that a pack brings, so that a broken one is refused before it counts anything.

    Args:
        pack: the pack.

    Raises:
        BadInputError: a field is missing, unknown or of the wrong kind.
    """
    for name in sorted(pack.files):
        if name == f"rules/{_NUMBERS}":
            _numbers(pack)
        elif name.startswith("rules/"):
            _family(name.removeprefix("rules/"), pack)
        elif name.startswith(_ORDERS):
            shipped_order(name.removeprefix(_ORDERS), pack)


def civil_rule_number(now: str, on: dt.date, *, topic: str = "", pack: LawbookPack = SHIPPED) -> tuple[str, ...]:
    """Return the numbers under which a civil rule was cited on a day.

    Args:
        now: the present number, e.g. ``"37(a)(5)(A)"``.
        on: the day of the paper.
        topic: words of the subject, where one present number covers several old ones.
        pack: a newer lawbook that the user accepted.

    Returns:
        the number or numbers of that day; the present one if the map holds none.
    """
    found = [then for row, then in _numbers(pack) if row.now == now and topic in row.topic and on <= row.until]
    return tuple(dict.fromkeys(found)) or (now,)


def present_rule_number(then: str, on: dt.date, *, pack: LawbookPack = SHIPPED) -> tuple[str, ...]:
    """Return the present numbers of what a paper cites under the number of its day.

    Args:
        then: the number as printed, e.g. ``"26(e)(2)"``.
        on: the day of the paper.
        pack: a newer lawbook that the user accepted.

    Returns:
        the present number or numbers; the printed one if the map holds none for that day.
    """
    found = [row.now for row, old in _numbers(pack) if old == then and on <= row.until]
    return tuple(dict.fromkeys(found)) or (then,)


_PACKAGE = "soordered.lawbook"
_ORDERS = "orders/"
_RESTYLED_UNTIL = dt.date(2007, 11, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    topic: str
    now: str
    until: dt.date


@lru_cache(maxsize=2)
def _numbers(pack: LawbookPack) -> tuple[tuple[_Number, str], ...]:
    rows = []
    for table in CheckedFields(shipped_table(f"rules/{_NUMBERS}", pack)).tables("number"):
        until = table.day_or_none("until") or _RESTYLED_UNTIL
        rows.append((_Number(topic=table.text("topic"), now=table.text("now"), until=until), table.text("then")))
        table.done()
    return tuple(rows)


def _in_force(name: str, on: dt.date, pack: LawbookPack) -> Rulebook:
    source, versions = _family(name, pack)
    held = [version for version in versions if version.rule.in_force_on(on)]
    unknown = [v for v in versions if v.first and not v.is_new and v.rule.in_force_from and on < v.rule.in_force_from]
    problems = [
        Problem(what=version.doubt, where=_cite(version.rule), remedy="Check the rule's text of that day.")
        for version in held
        if version.doubted_on(on)
    ]
    problems += [
        Problem(
            what=version.before
            or f"What it said on {on} was not read; the lawbook begins on {version.rule.in_force_from}.",
            where=_cite(version.rule),
            remedy="Check the rule's text of that day; no date was computed from it.",
        )
        for version in unknown
    ]
    return Rulebook(
        rules=tuple(version.rule_on(on) for version in held),
        sources=(source,),
        problems=tuple(dict.fromkeys(problems)),
    )


@lru_cache(maxsize=8)
def _family(name: str, pack: LawbookPack) -> tuple[Source, tuple[_Version, ...]]:
    table = CheckedFields(shipped_table(f"rules/{name}", pack))
    source = replace(source_from_fields(table.table("source")), version=pack.label)
    reviewed = table.table("reviewed")
    review = Verification(by=reviewed.text("by"), on=reviewed.day("on"))
    versions = tuple(version for entry in table.tables("rule") for version in _versions(entry, source, review))
    table.done()
    return source, versions


def _versions(entry: CheckedFields, source: Source, review: Verification) -> Iterator[_Version]:
    is_new, before = entry.flag("new"), entry.text("before", "")
    shared = {key: entry.value(key) for key in entry if key not in {"version", "new", "before"}}
    for place, own in enumerate(entry.tables("version")):
        authority = Citation(
            cite=own.text("cite"), sureness=own.choice("sureness", Sureness), source=own.text("source", "")
        )
        particular = {key: own.value(key) for key in own if key not in _OF_VERSION}
        rule = rule_from_fields(CheckedFields({**shared, **particular}, own.path), sources={source.id: source})
        yield _Version(
            rule=replace(rule, authority=authority, verified=review if authority.sureness in _SURE_ENOUGH else None),
            first=place == 0,
            is_new=is_new,
            before=before,
            doubt=own.text("doubt", ""),
            doubt_from=own.day_or_none("doubt_from"),
            doubt_until=own.day_or_none("doubt_until"),
        )


def _within(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _cite(rule: Rule) -> str:
    return rule.id if rule.authority is None else rule.authority.cite
