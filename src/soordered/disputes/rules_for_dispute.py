"""Which rules of a book speak to a dispute: its one-time directions, or its standing procedure."""

from __future__ import annotations

from soordered.disputes.names import Track
from soordered.disputes.state import Dispute
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Scope

# the acts that an order may direct once for the motion referred, and again for every later dispute
PROCEDURE = frozenset(
    {
        Act.MAKE_EFFORTS,
        Act.DEMAND_MEETING,
        Act.OFFER_DATES,
        Act.MEET_AND_CONFER,
        Act.CHOOSE_LOCATION,
        Act.FILE_JOINT_LETTER,
        Act.DETERMINE_PROCEEDINGS,
    }
)


def rules_for(book: Rulebook, act: Act, dispute: Dispute) -> tuple[Rule, ...]:
    """Return the rules about an act that bind in a dispute, in book order.

    On the case track the order's one-time rules go before; where it has none about the act, none is borrowed from the
    standing procedure for the meeting and the letter, and a standing dispute never takes the one-time rules, unless the
    book has rules of one scope only.
    """
    every = book.for_act(act)
    if act not in PROCEDURE:
        return every
    wanted = Scope.CASE if dispute.track is Track.CASE else Scope.STANDING
    found = tuple(rule for rule in every if rule.scope is wanted)
    return found or (every if len({rule.scope for rule in every}) == 1 and not _two_tracks(book) else ())


def _two_tracks(book: Rulebook) -> bool:
    scopes = {rule.scope for rule in book if rule.act in {Act.MEET_AND_CONFER, Act.FILE_JOINT_LETTER}}
    return len(scopes) > 1


def rule_for(book: Rulebook, act: Act, dispute: Dispute) -> Rule | None:
    """Return the first rule about an act that binds in a dispute."""
    return next(iter(rules_for(book, act, dispute)), None)
