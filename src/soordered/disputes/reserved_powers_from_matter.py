"""Powers the Court has reserved: announced, requested, ordered; never shown as pending duties."""

from __future__ import annotations

from dataclasses import dataclass

from soordered.disputes.events_matter import PowerOrdered, PowerRequested
from soordered.disputes.names import PowerState
from soordered.disputes.state import Matter
from soordered.provenance.dates_in_words import day_in_words
from soordered.provenance.spans import Quote
from soordered.rules.rule import ConsequenceStatus, Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, ActCode, Facet, Modality

_POWERS = frozenset({Act.IMPOSE_SANCTIONS, Act.REQUIRE_EXECUTIVES, Act.REFUSE_PAPER, Act.SHOW_CAUSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservedPower:
    """One power with how far it has come.

    Args:
        act: the power.
        state: announced, requested or ordered.
        rule: id of the rule that announces it; empty when nothing does.
        words: what it is, for a reader.
        quote: the announcing words.
        asked: the requests.
        ordered: the orders.
        notice: how notice of the announcing order was given, in words; empty when none is recorded.
    """

    act: ActCode
    state: PowerState
    rule: str
    words: str
    quote: Quote | None
    asked: tuple[PowerRequested, ...] = ()
    ordered: tuple[PowerOrdered, ...] = ()
    notice: str = ""


def reserved_powers(matter: Matter, book: Rulebook) -> tuple[ReservedPower, ...]:
    """List the reserved powers of a book with what was asked and ordered of them."""
    notice = _notice(matter)
    powers = []
    announced: set[ActCode] = set()
    asked: dict[ActCode, list[PowerRequested]] = {}
    ordered: dict[ActCode, list[PowerOrdered]] = {}
    for event in matter.standing(matter.powers):
        if isinstance(event, PowerRequested):
            asked.setdefault(event.act, []).append(event)
        else:
            ordered.setdefault(event.act, []).append(event)
    for rule in book:
        act = _announced(rule)
        if act is None:
            continue
        announced.add(act)
        powers.append(
            ReservedPower(
                act=act,
                state=_state(act, asked, ordered),
                rule=rule.id,
                words=rule.summary or _words(rule, act),
                quote=rule.quote(Facet.SANCTION) or rule.quote(),
                asked=tuple(asked.get(act, ())),
                ordered=tuple(ordered.get(act, ())),
                notice=notice,
            )
        )
    powers += [
        ReservedPower(
            act=act,
            state=_state(act, asked, ordered),
            rule="",
            words=f"{str(act).replace('_', ' ')}: announced by no rule in force here",
            quote=None,
            asked=tuple(asked.get(act, ())),
            ordered=tuple(ordered.get(act, ())),
            notice=notice,
        )
        for act in dict.fromkeys((*asked, *ordered))
        if act not in announced
    ]
    return tuple(powers)


def _announced(rule: Rule) -> ActCode | None:
    if rule.consequence is not None:  # what follows by the order's own force is no reserved power
        return rule.consequence.act if rule.consequence.status is ConsequenceStatus.ANNOUNCED else None
    if rule.act in _POWERS and rule.modality in {Modality.COURT_MAY, Modality.COURT_WILL}:
        return rule.act
    return None


def _words(rule: Rule, act: ActCode) -> str:
    words = rule.consequence.words if rule.consequence else ""
    return words or str(act).replace("_", " ")


def _state(
    act: ActCode, asked: dict[ActCode, list[PowerRequested]], ordered: dict[ActCode, list[PowerOrdered]]
) -> PowerState:
    if act in ordered:
        return PowerState.ORDERED
    return PowerState.REQUESTED if act in asked else PowerState.ANNOUNCED


def _notice(matter: Matter) -> str:
    given = [
        f"{order.id}: {entry.how or 'given'} on {day_in_words(matter.on(entry))}"
        for order in matter.orders.values()
        for entry in matter.standing(order.notices)
    ]
    return "; ".join(given)
