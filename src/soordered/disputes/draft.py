"""A matter while it is being folded: the same tables, open for writing inside one fold."""

from __future__ import annotations

from dataclasses import replace

from soordered.disputes.state import (
    Dispute,
    Filing,
    Hearing,
    Issue,
    Matter,
    Motion,
    Request,
    Ruling,
    Stay,
    Supplement,
)


class Draft:
    """Open tables of a matter; lives for one fold only and never leaves it."""

    __slots__ = (
        "acts_done",
        "agreements",
        "contested",
        "contests_settled",
        "corrections",
        "counsel",
        "disputes",
        "extensions",
        "filings",
        "happenings",
        "hearings",
        "issues",
        "judges",
        "known_dates",
        "merges",
        "motions",
        "open_stays",
        "orders",
        "parties",
        "powers",
        "reference_notices",
        "references",
        "requests",
        "rulings",
        "same_filing",
        "seen",
        "settlements",
        "stays",
        "submissions",
        "supplements",
        "withdrawn_events",
        "withheld",
    )

    def __init__(self, matter: Matter) -> None:
        self.seen = dict(matter.seen)
        self.corrections = dict(matter.corrections)
        self.withdrawn_events = dict(matter.withdrawn_events)
        self.parties = dict(matter.parties)
        self.counsel = dict(matter.counsel)
        self.orders = dict(matter.orders)
        self.disputes = dict(matter.disputes)
        self.issues = dict(matter.issues)
        self.motions = dict(matter.motions)
        self.hearings = dict(matter.hearings)
        self.filings = dict(matter.filings)
        self.requests = dict(matter.requests)
        self.rulings = dict(matter.rulings)
        self.same_filing: dict[str, str] = dict(matter.same_filing)
        self.supplements = dict(matter.supplements)
        self.references = matter.references
        self.reference_notices = matter.reference_notices
        self.known_dates = matter.known_dates
        self.happenings = matter.happenings
        self.acts_done = matter.acts_done
        self.extensions = matter.extensions
        self.stays: list[Stay] = list(matter.stays)
        self.open_stays: dict[str, list[int]] = {}  # places of the stays not lifted yet, by what they stay
        for place, stay in enumerate(self.stays):
            if stay.lifted is None:
                self.open_stays.setdefault(stay.entered.about, []).append(place)
        self.settlements = matter.settlements
        self.powers = matter.powers
        self.contested = matter.contested
        self.contests_settled = matter.contests_settled
        self.judges = matter.judges
        self.agreements = matter.agreements
        self.submissions = matter.submissions
        self.withheld = dict(matter.withheld)
        self.merges = matter.merges

    def dispute(self, dispute_id: str) -> Dispute:
        """Return a dispute; a fact about one that nobody opened opens it."""
        found = self.disputes.get(dispute_id)
        if found is None:
            found = self.disputes[dispute_id] = Dispute(id=dispute_id)
        return found

    def issue(self, issue_id: str) -> Issue | None:
        """Return an issue, if it was raised."""
        return self.issues.get(issue_id)

    def motion(self, motion_id: str) -> Motion:
        """Return a motion; a fact about an unknown one opens it."""
        return self.motions.get(motion_id) or Motion(id=motion_id)

    def hearing(self, hearing_id: str, *, motion: str = "") -> Hearing:
        """Return a hearing; the motion it is for may come with a later entry."""
        found = self.hearings.get(hearing_id) or Hearing(id=hearing_id, motion=motion)
        return replace(found, motion=motion) if motion and not found.motion else found

    def filing(self, filing_id: str) -> Filing:
        """Return a filing."""
        return self.filings.get(filing_id) or Filing(id=filing_id)

    def request(self, request_id: str) -> Request:
        """Return a discovery request."""
        return self.requests.get(request_id) or Request(id=request_id)

    def ruling(self, ruling_id: str) -> Ruling:
        """Return a ruling."""
        return self.rulings.get(ruling_id) or Ruling(id=ruling_id)

    def supplement(self, supplement_id: str) -> Supplement:
        """Return an entry of the supplementation log."""
        return self.supplements.get(supplement_id) or Supplement(id=supplement_id)

    def by_paper(self, by: str) -> bool:
        """Say whether whoever acted files on paper."""
        person = self.counsel.get(by)
        party = self.parties.get(person.party if person else by)
        return party is not None and party.registration.value == "paper"
