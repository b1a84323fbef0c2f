"""A reading as keys and values: the form that ``read --json`` prints."""

from __future__ import annotations

from soordered.orders.order_reading import OrderReading
from soordered.orders.printed_order_text import PrintedOrderText
from soordered.orders.provisions_from_rules import Provision, provisions
from soordered.provenance.spans import Quote
from soordered.rules.fields_from_rule import rule_fields
from soordered.rules.fields_from_rulebook import json_ready, problem_fields
from soordered.rules.rulebook import Unread
from soordered.rules.timing import Period

Fields = dict[str, object]


def reading_fields(reading: OrderReading) -> Fields:
    """Return a reading in the form of ``read --json``: source, order, rules, provisions, unread, problems."""
    head = reading.header
    source = reading.rulebook.sources[0]
    return {
        "source": {"name": reading.name, "sha256": source.sha256, "characters": len(reading.text.original)},
        "order": {
            "court": head.court,
            "judge": head.judge,
            "initials": head.initials,
            "dated": None if head.dated is None else head.dated.isoformat(),
            "case_numbers": list(head.case_numbers),
            "title": head.title,
            "kind": str(head.kind),
            "district_judge_initials": head.district_initials,
            "motion_referred": head.motion,
            "partial": head.partial,
        },
        "rules": [json_ready(rule_fields(rule)) for rule in reading.rulebook],
        "provisions": [{**provision_fields(one), **_boxes(one.quote, reading)} for one in provisions(reading)],
        "unread": [{**_unread(one), **_boxes(one.quote, reading)} for one in reading.rulebook.unread],
        "problems": [problem_fields(one) for one in reading.rulebook.problems],
    }


def provision_fields(one: Provision) -> Fields:
    """Return one provision as keys and values, with the fields of the corpus's labels."""
    return {
        "rule": one.rule,
        "kind": str(one.kind),
        "modality": one.modality,
        "scope": one.scope,
        "actor": one.actor,
        "action": one.action,
        "trigger": one.trigger,
        "period": None if one.period is None else _period(one.period),
        "date": None if one.date is None else one.date.isoformat(),
        "clock": None if one.clock is None else one.clock.strftime("%H:%M"),
        "weekday": [str(day) for day in one.weekday] or None,
        "amount": None if one.amount is None else {"n": one.amount.amount, "unit": one.amount.unit},
        **_place(one.quote),
        "also_at": [_place(other) for other in one.also_at],
        "page": one.quote.page,
        "line": one.quote.line,
        "confidence": str(one.confidence),
    }


def _boxes(quote: Quote, reading: OrderReading) -> Fields:
    """Return where words stand on printed pages; no box for a text without pages of its own."""
    text = reading.text
    if quote.span is None or not isinstance(text, PrintedOrderText):
        return {"boxes": []}
    found = text.printed.boxes(quote.span.start, quote.span.end)
    return {"boxes": [[box.page, box.x0, box.y0, box.x1, box.y1] for box in found]}


def _period(period: Period) -> Fields:
    return {
        "n": period.length.n,
        "unit": str(period.length.unit),
        "direction": str(period.direction),
        "bound": str(period.bound),
    }


def _place(quote: Quote) -> Fields:
    span = quote.span
    return {
        "quote": quote.text,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
    }


def _unread(one: Unread) -> Fields:
    return {**_place(one.quote), "why": one.why}
