"""What a decision looks at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.deadlines.facts import Obligation
from soordered.disputes.events import MatterEvent
from soordered.disputes.names import Side
from soordered.disputes.refusal import Refusal, refused
from soordered.disputes.stage_from_dispute import ENDED, stage_of
from soordered.disputes.state import Dispute, Matter
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act

Outcome = MatterEvent | Refusal
Outcomes = tuple[MatterEvent, ...] | Refusal
_ADVERSE = frozenset({Side.PLAINTIFF, Side.DEFENDANT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """The facts, the rules, the court's time, and the dates that run."""

    matter: Matter
    book: Rulebook
    now: dt.datetime
    running: tuple[Obligation, ...] = ()

    @property
    def today(self) -> dt.date:
        """The court's day."""
        return self.now.date()

    @property
    def hour(self) -> dt.time:
        """The court's hour, to the second: the record itself keeps the moment of each entry."""
        return self.now.time().replace(microsecond=0, tzinfo=None)

    def side_of(self, who: str) -> Side | None:
        """Return on which side somebody stands."""
        return self.matter.side_of(who)

    def only_court(self, by: str, what: str) -> Refusal | None:
        """Refuse an act of the Court that somebody else asks for."""
        if self.side_of(by) is Side.COURT:
            return None
        return refused(f"Only the Court can {what}; {by or 'nobody'} may ask for it.")

    def only_party(self, by: str, what: str) -> Refusal | None:
        """Refuse an act of the parties that somebody else asks for."""
        if self.side_of(by) in _ADVERSE:
            return None
        return refused(f"Only a party or its counsel can {what}; {by or 'nobody'} is neither.")

    def only_concerned(self, by: str, about: str, what: str) -> Refusal | None:
        """Refuse an act of those whom a dispute concerns, the sides or its non-party, that somebody else asks for."""
        dispute = self.matter.disputes.get(about)
        concerned = dispute.arose.non_party if dispute is not None and dispute.arose is not None else ""
        lawyer = self.matter.counsel.get(by)
        if concerned and concerned in {by, lawyer.party if lawyer is not None else ""}:
            return None
        return self.only_party(by, what)

    def live(self, about: str) -> Dispute | Refusal:
        """Return a dispute that goes on, or say why there is none."""
        dispute = self.matter.disputes.get(about)
        if dispute is None:
            return refused(f"There is no dispute {about!r}; record that it arose first.")
        stage = stage_of(self.matter, dispute)
        if stage in ENDED:
            return refused(f"The dispute {about!r} has ended ({stage.replace('_', ' ')}).")
        return dispute

    def other_side(self, by: str, of: str, *, what: str) -> Refusal | None:
        """Refuse what only the other side of whoever acted first can do.

        Args:
            by: who asks.
            of: who acted first.
            what: what is to be done, in the infinitive.
        """
        first, second = self.side_of(of), self.side_of(by)
        if first is not None and second is first.other and second in _ADVERSE:
            return None
        return refused(f"Only the other side can {what}.")

    def both_signed(self, signed_by: tuple[str, ...], what: str) -> Refusal | None:
        """Refuse what needs both sides and lacks one."""
        missing = _ADVERSE - {self.side_of(who) for who in signed_by}
        if not missing:
            return None
        words = " and ".join(sorted(side.value for side in missing))
        return refused(f"{what} needs both sides; nobody signed for {words}.")

    def dates_of(self, act: Act, about: str) -> Obligation | None:
        """Return the obligation of an act with its dates, if one runs."""
        return next(
            (
                found
                for found in self.running
                if found.rule.act is act and found.about == about and found.deadline is not None
            ),
            None,
        )
