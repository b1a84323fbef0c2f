"""When one side will not take part: what the record holds, in neutral words, and the ways the order leaves open.

Nothing is called joint that is not, no motive is named, and no way out is invented: where the order gives none, leave may
be asked for, or the facts reported under what the order announces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from soordered.disputes.events import MatterEvent
from soordered.disputes.events_exchange import ProtocolAgreed, ProtocolDeclined, ProtocolProposed, TextsCommitted
from soordered.disputes.names import Side
from soordered.disputes.refusal import Ruled
from soordered.disputes.rules_for_dispute import rule_for
from soordered.disputes.state import Dispute, Matter
from soordered.provenance.dates_in_words import day_in_words
from soordered.rules.rule import FallbackKind
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Facet


class Way(StrEnum):
    """What one side can do alone."""

    SEPARATE_STATEMENT = "separate_statement"
    EXPLAIN = "explain"
    ASK_LEAVE = "ask_leave"
    REPORT = "report"


_BY_FALLBACK = {
    FallbackKind.TWO_STATEMENTS: Way.SEPARATE_STATEMENT,
    FallbackKind.UNILATERAL: Way.SEPARATE_STATEMENT,
    FallbackKind.EXPLAIN: Way.EXPLAIN,
    FallbackKind.SEEK_LEAVE: Way.ASK_LEAVE,
}
TITLES = {
    Way.SEPARATE_STATEMENT: "Separate statement of {side}",
    Way.EXPLAIN: "Statement of {side} on why no joint letter is filed",
    Way.ASK_LEAVE: "Request of {side} for leave to file alone",
    Way.REPORT: "Report of {side} on the meeting and the letter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWay:
    """One way that is open to a side alone.

    Args:
        way: which.
        ground: why it is open, with the order's words where it has any.
    """

    way: Way
    ground: Ruled


def open_ways(dispute: Dispute, book: Rulebook) -> tuple[OpenWay, ...]:
    """Return what one side can do alone: what the order gives; where it gives nothing, leave or a report of the facts.

    Args:
        dispute: the dispute.
        book: the rules in force.
    """
    rule = rule_for(book, Act.FILE_JOINT_LETTER, dispute)
    found: dict[Way, OpenWay] = {}
    for fallback in rule.fallbacks if rule is not None else ():
        way = _BY_FALLBACK.get(fallback.kind)
        if way is not None and rule is not None:
            words = f"The order allows: {fallback.words or fallback.kind.replace('_', ' ')}."
            found.setdefault(way, OpenWay(way=way, ground=Ruled(words=words, rule=rule.id, quote=rule.quote())))
    if not found:
        silent = "The order gives no way for one side alone; leave of the Court can be asked for."
        found[Way.ASK_LEAVE] = OpenWay(way=Way.ASK_LEAVE, ground=Ruled(words=silent))
    power = next((one for one in book.for_act(Act.IMPOSE_SANCTIONS) if one.for_court), None)
    if power is not None:
        ground = Ruled(
            words="The order announces what may follow, and does not order it; the facts can be reported.",
            rule=power.id,
            quote=power.quote(Facet.SANCTION) or power.quote(),
        )
        found.setdefault(Way.REPORT, OpenWay(way=Way.REPORT, ground=ground))
    return tuple(found.values())


def statement_of_facts(matter: Matter, dispute: Dispute) -> str:
    """Return what the common record holds of a dispute, day by day, in neutral words.

    Args:
        matter: the facts.
        dispute: the dispute.
    """
    lines = sorted(_facts(matter, dispute), key=lambda pair: matter.moment(pair[0]))
    return "\n".join(f"{day_in_words(matter.on(event))}: {words}" for event, words in lines)


def _facts(matter: Matter, dispute: Dispute) -> Iterator[tuple[MatterEvent, str]]:
    def who(event: MatterEvent) -> str:
        side = matter.side_of(event.by)
        return side.value.capitalize() if side in {Side.PLAINTIFF, Side.DEFENDANT} else event.by or "Somebody"

    for effort in matter.standing(dispute.efforts):
        if effort.id in dispute.shared:
            yield effort, f"{who(effort)} recorded an informal effort ({effort.how.value.replace('_', ' ')})."
    for failed in matter.standing(dispute.efforts_failed):
        yield failed, f"{who(failed)} stated that informal efforts were unsuccessful."
    for demand in matter.standing(dispute.demands):
        yield demand, f"{who(demand)} demanded a meeting of lead trial counsel."
    for back in matter.standing(dispute.demands_withdrawn):
        yield back, f"{who(back)} took a demand back."
    for offer in matter.standing(dispute.offers):
        days = ", ".join(day_in_words(day) for day in offer.dates)
        yield offer, f"{who(offer)} offered {days} for the meeting."
    for meeting in matter.standing(dispute.meetings):
        yield meeting, f"A meeting was recorded by {who(meeting).lower()} ({meeting.mode.value.replace('_', ' ')})."
    for event in matter.standing(dispute.exchange):
        match event:
            case ProtocolProposed():
                when = f"{day_in_words(event.opens_on)}, {event.opens_at:%H:%M}"
                yield event, f"{who(event)} proposed to exchange both parts of the letter on {when}."
            case ProtocolAgreed():
                yield event, f"{who(event)} agreed to the exchange."
            case ProtocolDeclined():
                yield event, f"{who(event)} declined the exchange proposed."
            case TextsCommitted():
                yield event, f"{who(event)} committed its part of the letter."
            case _:
                pass
    for refusal in matter.standing(dispute.refusals):
        asked = refusal.asked.strip().rstrip(".")
        answer = refusal.answer.strip().rstrip(".")
        yield refusal, f"{who(refusal)} recorded: asked: {asked}. Answer: {answer or 'none received'}."
