"""Strategies that make any rule and any rulebook the types allow."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from hypothesis import strategies as st

from soordered.provenance.citations import Citation, Sureness
from soordered.provenance.problems import Problem
from soordered.provenance.spans import Quote, Span
from soordered.rules import rule as r
from soordered.rules import timing as t
from soordered.rules import vocabulary as v
from soordered.rules.rulebook import Rulebook, Unread

_Item = TypeVar("_Item")

# Any text a decoded file can hold: everything but lone surrogates, control characters included.
_traps = [
    "",
    "JCS'S CHAMBERS\" COPY",
    '"""',
    'a"""\n"',
    "a\n2\t\tb\r\n",
    "\\",
    "\\\n",
    "'''",
    "[[rule]]\nid = 1",
    "other:",
    '"',
]
words = st.one_of(st.text(st.characters(codec="utf-8"), max_size=30), st.sampled_from(_traps))
names = words.filter(str.strip)
others = st.builds(v.Other, words)
acts = st.one_of(st.sampled_from(v.Act), others)
triggers = st.one_of(st.sampled_from(v.Trigger), others)
bearers = st.one_of(st.sampled_from(v.Bearer), others)
days = st.dates(dt.date(1938, 1, 1), dt.date(2050, 12, 31))
maybe_days = st.none() | days
maybe_hours = st.none() | st.times(timezones=st.none())
flags = st.booleans()


def many(items: st.SearchStrategy[_Item], *, least: int = 0) -> st.SearchStrategy[tuple[_Item, ...]]:
    """A short tuple of items."""
    return st.lists(items, min_size=least, max_size=3).map(tuple)


lengths = st.builds(t.Length, st.integers(0, 400), st.sampled_from(t.Unit))
periods = st.builds(
    t.Period,
    length=lengths,
    direction=st.sampled_from(t.Direction),
    bound=st.sampled_from(t.Bound),
    trigger=triggers,
    clock=maybe_hours,
    anchors=many(triggers),
)
plain_timings: st.SearchStrategy[t.Timing] = st.one_of(
    periods,
    st.builds(t.FixedDate, date=days, clock=maybe_hours, bound=st.sampled_from(t.Bound)),
    st.builds(
        t.NamedDay,
        weekday=st.sampled_from(t.Weekday),
        direction=st.sampled_from(t.Direction),
        bound=st.sampled_from(t.Bound),
        trigger=triggers,
        clock=maybe_hours,
        nth=st.integers(1, 5),
        of_week=flags,
    ),
    st.builds(
        t.Recurring,
        weekdays=many(st.sampled_from(t.Weekday), least=1),
        clock=maybe_hours,
        weeks_of_month=many(st.integers(1, 5)),
        ends=maybe_hours,
    ),
    st.builds(t.OnSilence, periods, st.sampled_from(t.Silence)),
    st.just(t.CourtSets()),
    st.builds(t.Standard, words=words, soft=st.none() | periods),
)


def _nested(inner: st.SearchStrategy[t.Timing]) -> st.SearchStrategy[t.Timing]:
    return st.one_of(
        st.builds(t.EarliestOf, many(inner, least=2)),
        st.builds(t.LatestOf, many(inner, least=2)),
        st.builds(t.NotBefore, inner),
        st.builds(t.Window, choices=st.integers(1, 9), closes=inner, opens=st.none() | inner),
    )


timings: st.SearchStrategy[t.Timing] = st.recursive(plain_timings, _nested, max_leaves=4)
citations = st.builds(Citation, cite=words, sureness=st.sampled_from(Sureness), source=words)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """A quote with any part of its place known or not."""
    start = draw(st.none() | st.integers(0, 10**6))
    return Quote(
        text=draw(st.none() | words),
        span=None if start is None else Span(start, start + draw(st.integers(0, 500))),
        page=draw(st.none() | st.integers(1, 99)),
        line=draw(st.none() | st.integers(1, 9999)),
        paragraph=draw(st.none() | words),
    )


supports = st.builds(
    r.Support,
    facet=st.sampled_from(v.Facet),
    quote=quotes(),
    also_at=many(quotes()),
    confidence=st.sampled_from(r.Confidence),
)
preconditions = st.builds(
    r.Precondition,
    words=words,
    trigger=st.none() | triggers,
    judged=flags,
    kind=st.sampled_from(r.ConditionKind),
)
places = st.builds(r.Place, words=words, chosen_by=many(bearers), alternates=flags)
modes = many(st.sampled_from(r.Mode))
manners = st.builds(
    r.Manner,
    modes=modes,
    place=st.none() | places,
    attendance=many(bearers),
    per_party=flags,
    minimum_minutes=st.none() | st.integers(0, 600),
    otherwise=many(st.builds(r.MannerIf, when=preconditions, modes=modes, place=st.none() | places)),
)
amounts = st.integers(1, 500) | st.sampled_from([0.5, 2.5, 12.5])
limits = st.builds(r.Limit, amount=amounts, unit=words, per=st.sampled_from(r.PerWhom), of=words)
artifacts = st.builds(
    r.Artifact,
    kind=words,
    joint=flags,
    contributors=st.none() | st.sampled_from(r.Contributors),
    parts=many(words),
    limits=many(limits),
    signer=st.none() | bearers,
    mark=words,
    copies=st.none() | st.builds(r.Copies, number=st.integers(1, 9), medium=words, conformed=flags),
    ecf_event=words,
)
fallbacks = st.builds(r.Fallback, kind=st.sampled_from(r.FallbackKind), words=words, artifact=st.none() | artifacts)
consequences = st.builds(r.Consequence, act=acts, status=st.sampled_from(r.ConsequenceStatus), cites=words, words=words)
sources = st.builds(
    r.Source,
    id=names,
    title=words,
    rank=st.sampled_from(r.Rank),
    court=words,
    judge=words,
    initials=words,
    dated=maybe_days,
    sha256=words,
    version=words,
    partial=flags,
)


def rules_of(source: st.SearchStrategy[r.Source]) -> st.SearchStrategy[r.Rule]:
    """Any rule of a source."""
    return st.builds(
        r.Rule,
        id=names,
        bearers=many(bearers, least=1),
        modality=st.sampled_from(v.Modality),
        act=acts,
        source=source,
        scope=st.sampled_from(v.Scope),
        preconditions=many(preconditions),
        timing=st.none() | timings,
        manner=st.none() | manners,
        artifact=st.none() | artifacts,
        exceptions=many(words),
        on_failure=words,
        fallbacks=many(fallbacks),
        choice=words,
        consequence=st.none() | consequences,
        in_force_from=maybe_days,
        in_force_until=maybe_days,
        overrides=many(words),
        cites=many(words),
        served_trigger=flags,
        supports=many(supports),
        verified=st.none() | st.builds(r.Verification, by=words, on=days),
        authority=st.none() | citations,
        summary=words,
        doubts=many(words),
    )


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """Any rulebook whose ids are its own."""
    held = draw(st.lists(sources, min_size=1, max_size=2, unique_by=lambda source: source.id))
    return Rulebook(
        rules=tuple(draw(st.lists(rules_of(st.sampled_from(held)), max_size=2, unique_by=lambda rule: rule.id))),
        sources=tuple(held),
        unread=draw(many(st.builds(Unread, quote=quotes(), why=words))),
        problems=draw(many(st.builds(Problem, what=words, where=words, remedy=words))),
    )
