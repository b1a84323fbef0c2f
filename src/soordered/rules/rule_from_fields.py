"""Plain keys and values read back as a rule; what is unknown, missing or misspelt is refused by its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from soordered.provenance.citations import Citation, Sureness
from soordered.provenance.spans import Quote, Span
from soordered.rules.checked_fields import CheckedFields, nearest
from soordered.rules.rule import (
    Artifact,
    ConditionKind,
    Confidence,
    Consequence,
    ConsequenceStatus,
    Contributors,
    Copies,
    Fallback,
    FallbackKind,
    Limit,
    Manner,
    MannerIf,
    Mode,
    PerWhom,
    Place,
    Precondition,
    Rank,
    Rule,
    Source,
    Support,
    Verification,
)
from soordered.rules.timing import (
    Bound,
    CourtSets,
    Direction,
    EarliestOf,
    FixedDate,
    LatestOf,
    Length,
    NamedDay,
    NotBefore,
    OnSilence,
    Period,
    Recurring,
    Silence,
    Standard,
    Timing,
    Unit,
    Weekday,
    Window,
)
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality, Scope, Trigger

_Part = TypeVar("_Part")


def rule_from_fields(fields: Mapping[str, object] | CheckedFields, *, sources: Mapping[str, Source]) -> Rule:
    """Read a rule from keys and values.

    Args:
        fields: as ``rule_fields`` writes them; dates and hours may be ISO texts, as in JSON.
        sources: the texts rules may come from, by id; with a single one, the key ``source`` may be left out.

    Raises:
        FieldsError: an unknown or missing key, a value of the wrong kind, a word outside its vocabulary.
    """
    table = fields if isinstance(fields, CheckedFields) else CheckedFields(fields)
    verified = table.table_or_none("verified")
    rule = Rule(
        id=table.text("id"),
        source=_source_of(table, sources),
        bearers=table.codes("bearers", Bearer),
        modality=table.choice("modality", Modality),
        act=table.code("act", Act),
        scope=table.choice("scope", Scope, Scope.STANDING),
        preconditions=tuple(_precondition(condition) for condition in table.tables("preconditions")),
        timing=_maybe(table, "timing", timing_from_fields),
        manner=_maybe(table, "manner", _manner),
        artifact=_maybe(table, "artifact", _artifact),
        exceptions=table.texts("exceptions"),
        on_failure=table.text("on_failure", ""),
        fallbacks=tuple(_fallback(fallback) for fallback in table.tables("fallbacks")),
        choice=table.text("choice", ""),
        consequence=_maybe(table, "consequence", _consequence),
        in_force_from=table.day_or_none("in_force_from"),
        in_force_until=table.day_or_none("in_force_until"),
        overrides=table.texts("overrides"),
        cites=table.texts("cites"),
        served_trigger=table.flag("served_trigger"),
        supports=tuple(_support(support) for support in table.tables("supports")),
        verified=None if verified is None else Verification(by=verified.text("by"), on=verified.day("on")),
        authority=_maybe(table, "authority", citation_from_fields),
        summary=table.text("summary", ""),
        doubts=table.texts("doubts"),
    )
    if verified is not None:
        verified.done()
    table.done()
    if not rule.id.strip():
        table.refuse("id", "the id is empty.", expected="a readable id, unique in the book.")
    if not rule.bearers:
        table.refuse("bearers", "the list is empty or missing.", expected="at least one who must, may or will act.")
    return rule


def timing_from_fields(fields: Mapping[str, object] | CheckedFields) -> Timing:
    """Read a timing of any form.

    Args:
        fields: as ``timing_fields`` writes them; ``form`` says which.

    Raises:
        FieldsError: as for ``rule_from_fields``.
    """
    table = fields if isinstance(fields, CheckedFields) else CheckedFields(fields)
    form = table.text("form")
    reader = _FORMS.get(form)
    if reader is None:
        known = ", ".join(_FORMS)
        table.refuse("form", f"{form!r}.", expected=f"one of: {known}.", remedy=nearest(form, _FORMS))
    timing = reader(table)
    table.done()
    return timing


def source_from_fields(fields: Mapping[str, object] | CheckedFields) -> Source:
    """Read a source.

    Args:
        fields: as ``source_fields`` writes them.

    Raises:
        FieldsError: as for ``rule_from_fields``.
    """
    table = fields if isinstance(fields, CheckedFields) else CheckedFields(fields)
    source = Source(
        id=table.text("id"),
        title=table.text("title"),
        rank=table.choice("rank", Rank),
        court=table.text("court", ""),
        judge=table.text("judge", ""),
        initials=table.text("initials", ""),
        dated=table.day_or_none("dated"),
        sha256=table.text("sha256", ""),
        version=table.text("version", ""),
        partial=table.flag("partial"),
    )
    table.done()
    return source


def quote_from_fields(table: CheckedFields) -> Quote:
    """Read a quote; keys beside it are left for the caller to ask for.

    Args:
        table: the table that holds its keys.

    Raises:
        FieldsError: a place without its other end, or one that runs backward.
    """
    start, end = table.whole_or_none("start"), table.whole_or_none("end")
    if (start is None) != (end is None):
        table.refuse("start", "only one of start and end.", expected="both offsets, or neither.")
    if start is not None and end is not None and end < start:
        table.refuse("end", f"the quote ends at {end} and begins at {start}.", expected="an end after the start.")
    return Quote(
        text=table.text_or_none("text"),
        span=None if start is None or end is None else Span(start, end),
        page=table.whole_or_none("page", least=1),
        line=table.whole_or_none("line", least=1),
        paragraph=table.text_or_none("paragraph"),
    )


def citation_from_fields(fields: Mapping[str, object] | CheckedFields) -> Citation:
    """Read a citation.

    Args:
        fields: as ``citation_fields`` writes them.

    Raises:
        FieldsError: as for ``rule_from_fields``.
    """
    table = fields if isinstance(fields, CheckedFields) else CheckedFields(fields)
    citation = Citation(
        cite=table.text("cite"),
        sureness=table.choice("sureness", Sureness, Sureness.READ),
        source=table.text("source", ""),
    )
    table.done()
    return citation


def _source_of(table: CheckedFields, sources: Mapping[str, Source]) -> Source:
    if "source" not in table and len(sources) == 1:
        table.value("source")
        return next(iter(sources.values()))
    source_id = table.text("source")
    if source_id not in sources:
        known = ", ".join(sources) or "none"
        table.refuse(
            "source",
            f"no source has the id {source_id!r}.",
            expected=f"the id of one of the book's sources: {known}.",
            remedy=nearest(source_id, sources) or "Add a [[source]] with that id.",
        )
    return sources[source_id]


def _period(table: CheckedFields) -> Period:
    return Period(
        length=Length(table.whole("n"), table.choice("unit", Unit)),
        direction=table.choice("direction", Direction),
        bound=table.choice("bound", Bound, Bound.WITHIN),
        trigger=table.code("trigger", Trigger),
        clock=table.hour_or_none("clock"),
        anchors=table.codes("anchors", Trigger),
    )


def _period_only(table: CheckedFields, key: str) -> Period:
    timing = timing_from_fields(table.table(key))
    if not isinstance(timing, Period):
        table.refuse(key, "another form of timing.", expected='a period (form = "period").')
    return timing


def _fixed_date(table: CheckedFields) -> FixedDate:
    return FixedDate(
        date=table.day("date"),
        clock=table.hour_or_none("clock"),
        bound=table.choice("bound", Bound, Bound.NO_LATER_THAN),
    )


def _named_day(table: CheckedFields) -> NamedDay:
    return NamedDay(
        weekday=table.choice("weekday", Weekday),
        direction=table.choice("direction", Direction),
        bound=table.choice("bound", Bound, Bound.NO_LATER_THAN),
        trigger=table.code("trigger", Trigger),
        clock=table.hour_or_none("clock"),
        nth=table.whole_or_none("nth", least=1) or 1,
        of_week=table.flag("of_week"),
    )


def _options(table: CheckedFields) -> tuple[Timing, ...]:
    options = tuple(timing_from_fields(option) for option in table.tables("options"))
    if len(options) < 2:
        table.refuse("options", f"{len(options)} option(s).", expected="two timings or more to choose between.")
    return options


def _window(table: CheckedFields) -> Window:
    return Window(
        choices=table.whole("choices", least=1),
        closes=timing_from_fields(table.table("closes")),
        opens=_maybe(table, "opens", timing_from_fields),
    )


def _recurring(table: CheckedFields) -> Recurring:
    weekdays = table.choices("weekdays", Weekday)
    if not weekdays:
        table.refuse("weekdays", "no day of the week.", expected='at least one, such as ["Friday"].')
    return Recurring(
        weekdays=weekdays,
        clock=table.hour_or_none("clock"),
        ends=table.hour_or_none("ends"),
        weeks_of_month=table.wholes("weeks_of_month"),
    )


def _standard(table: CheckedFields) -> Standard:
    table.value("soft")
    return Standard(words=table.text("words"), soft=_period_only(table, "soft") if "soft" in table else None)


_FORMS: dict[str, Callable[[CheckedFields], Timing]] = {
    "period": _period,
    "fixed_date": _fixed_date,
    "named_day": _named_day,
    "earliest_of": lambda table: EarliestOf(_options(table)),
    "latest_of": lambda table: LatestOf(_options(table)),
    "not_before": lambda table: NotBefore(timing_from_fields(table.table("opens"))),
    "window": _window,
    "recurring": _recurring,
    "on_silence": lambda table: OnSilence(_period_only(table, "period"), table.choice("effect", Silence)),
    "court_sets": lambda _table: CourtSets(),
    "standard": _standard,
}


def _precondition(table: CheckedFields) -> Precondition:
    condition = Precondition(
        words=table.text("words"),
        trigger=table.code_or_none("trigger", Trigger),
        judged=table.flag("judged"),
        kind=table.choice("kind", ConditionKind, ConditionKind.EVENT),
    )
    table.done()
    return condition


def _place(table: CheckedFields) -> Place:
    place = Place(
        words=table.text("words", ""),
        chosen_by=table.codes("chosen_by", Bearer),
        alternates=table.flag("alternates"),
    )
    table.done()
    return place


def _manner_if(table: CheckedFields) -> MannerIf:
    other = MannerIf(
        when=_precondition(table.table("when")),
        modes=table.choices("modes", Mode),
        place=_maybe(table, "place", _place),
    )
    table.done()
    return other


def _manner(table: CheckedFields) -> Manner:
    manner = Manner(
        modes=table.choices("modes", Mode),
        place=_maybe(table, "place", _place),
        attendance=table.codes("attendance", Bearer),
        per_party=table.flag("per_party"),
        minimum_minutes=table.whole_or_none("minimum_minutes"),
        otherwise=tuple(_manner_if(other) for other in table.tables("otherwise")),
    )
    table.done()
    return manner


def _limit(table: CheckedFields) -> Limit:
    limit = Limit(
        amount=table.number("amount"),
        unit=table.text("unit"),
        per=table.choice("per", PerWhom, PerWhom.ALL),
        of=table.text("of", "body"),
    )
    table.done()
    return limit


def _copies(table: CheckedFields) -> Copies:
    copies = Copies(
        number=table.whole("number", least=1),
        medium=table.text("medium", "paper"),
        conformed=table.flag("conformed"),
    )
    table.done()
    return copies


def _artifact(table: CheckedFields) -> Artifact:
    artifact = Artifact(
        kind=table.text("kind"),
        joint=table.flag("joint"),
        contributors=table.choice("contributors", Contributors) if "contributors" in table else None,
        parts=table.texts("parts"),
        limits=tuple(_limit(limit) for limit in table.tables("limits")),
        signer=table.code_or_none("signer", Bearer),
        mark=table.text("mark", ""),
        copies=_maybe(table, "copies", _copies),
        ecf_event=table.text("ecf_event", ""),
    )
    table.value("contributors")
    table.done()
    return artifact


def _fallback(table: CheckedFields) -> Fallback:
    fallback = Fallback(
        kind=table.choice("kind", FallbackKind),
        words=table.text("words", ""),
        artifact=_maybe(table, "artifact", _artifact),
    )
    table.done()
    return fallback


def _consequence(table: CheckedFields) -> Consequence:
    consequence = Consequence(
        act=table.code("act", Act),
        status=table.choice("status", ConsequenceStatus),
        cites=table.text("cites", ""),
        words=table.text("words", ""),
    )
    table.done()
    return consequence


def _support(table: CheckedFields) -> Support:
    also_at = []
    for other in table.tables("also_at"):
        also_at.append(quote_from_fields(other))
        other.done()
    support = Support(
        facet=table.choice("facet", Facet),
        quote=quote_from_fields(table),
        also_at=tuple(also_at),
        confidence=table.choice("confidence", Confidence, Confidence.HIGH),
    )
    table.done()
    return support


def _maybe(table: CheckedFields, key: str, read: Callable[[CheckedFields], _Part]) -> _Part | None:
    found = table.table_or_none(key)
    return None if found is None else read(found)
