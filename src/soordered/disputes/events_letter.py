"""Events of the issues, the joint letter and what the Court makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from soordered.disputes.happening import Happening
from soordered.disputes.names import Registration


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRaised(Happening):
    """An issue was drawn from the discovery ledger; ``about`` is the dispute.

    Args:
        issue: id of the issue.
        title: what it is.
        requests: ids of the requests it comes from.
        relief: what is asked of the Court.
    """

    issue: str = ""
    title: str = ""
    requests: tuple[str, ...] = ()
    relief: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionStated(Happening):
    """A side or party stated its position on an issue, for the letter.

    Args:
        issue: id of the issue.
        text: its words.
        final: whether it is given as final.
        party: id of the party whose it is, where counsel acts for several; empty for whoever ``by`` stands for.
    """

    issue: str = ""
    text: str = ""
    final: bool = False
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompromiseProposed(Happening):
    """A side or party proposed a compromise on an issue, for the letter.

    Args:
        issue: id of the issue.
        text: its words.
        final: whether it is given as final.
        party: id of the party whose it is, where counsel acts for several; empty for whoever ``by`` stands for.
    """

    issue: str = ""
    text: str = ""
    final: bool = False
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueNarrowed(Happening):
    """The sides narrowed an issue.

    Args:
        issue: id of the issue.
        remains: what is left of it.
    """

    issue: str = ""
    remains: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueResolved(Happening):
    """An issue was resolved and leaves the letter.

    Args:
        issue: id of the issue.
        how: by agreement, stipulation or order, in words.
    """

    issue: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFiled(Happening):
    """The letter on a dispute was filed; a fact, late or not.

    Args:
        joint: whether both sides filed it together.
        issues: ids of the issues it holds; empty when not recorded.
        contributors: ids of the parties, or the sides, whose parts it holds; empty when not recorded.
        entry: docket number.
        how: electronically or on paper; ``None`` for as the filer is registered.
        filing: id of the ``paper_e_filed`` entry of the same paper, if there is one; the two are then one filing.
    """

    joint: bool = True
    issues: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    entry: str = ""
    how: Registration | None = None
    filing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationRefused(Happening):
    """One side would not take part: what was asked and what came back, in neutral words.

    Args:
        asked: what was asked, and when.
        answer: what came back.
    """

    asked: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeterminationEntered(Happening):
    """The Court's determination of what follows was entered on the docket; it binds from its entry.

    Args:
        entry: docket number.
        proceedings: what is to happen (a hearing, more conferring, a ruling, nothing), in words.
        issues: ids of the issues it disposes of.
        disposes: whether it ends the dispute.
    """

    entry: str = ""
    proceedings: str = ""
    issues: tuple[str, ...] = ()
    disposes: bool = False


LetterEvent = (
    IssueRaised
    | PositionStated
    | CompromiseProposed
    | IssueNarrowed
    | IssueResolved
    | LetterFiled
    | ParticipationRefused
    | DeterminationEntered
)
