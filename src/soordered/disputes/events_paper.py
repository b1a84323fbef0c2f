"""Events of the joint paper: its common parts, its signatures, its way to the docket and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.happening import Happening
from soordered.disputes.names import AgreedOn, CommonPart, Withheld
from soordered.rules.vocabulary import ActCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonPartProposed(Happening):
    """A side proposed a part of the letter that belongs to both; ``about`` is the dispute.

    Args:
        part: which.
        text: its words.
    """

    part: CommonPart = CommonPart.INTRODUCTION
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonPartConsented(Happening):
    """The other side consented to a common part, word for word.

    Args:
        proposal: id of the proposal.
    """

    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSigned(Happening):
    """A signature under the letter; it binds one text and is void once a word of it changes.

    Args:
        digest: SHA-256 of the canonical text signed, in hexadecimal.
        name: as printed under it.
        signature: over the digest, in hexadecimal.
        parties: ids of the parties signed for; empty for the signer's own.
    """

    digest: str = ""
    name: str = ""
    signature: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHandedOver(Happening):
    """The signed letter was handed over for filing; no clock stops before it stands on the docket.

    Args:
        digest: SHA-256 of the canonical text.
        text: the canonical text, as signed.
        joint: whether both sides signed it.
        issues: ids of the issues it holds.
        contributors: ids of the parties, or the sides, whose parts it holds.
    """

    digest: str = ""
    text: str = ""
    joint: bool = True
    issues: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocketedCopyCompared(Happening):
    """The copy on the docket was compared with the letter as signed.

    Args:
        letter: id of the filing on the docket.
        digest: SHA-256 of the text as signed.
        docketed: SHA-256 of the docketed text without the marks of the filing system.
        same: whether they say the same, word for word.
        differences: each place where they differ, in words.
    """

    letter: str = ""
    digest: str = ""
    docketed: str = ""
    same: bool = False
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementProposed(Happening):
    """A side asked the other to agree; nobody can record the other side's consent for it.

    Args:
        on_what: what is to be agreed.
        issue: id of the issue, for one resolved or narrowed.
        act: for which act, where time is agreed.
        until: until which day.
        label: the reading that is to hold.
        over: labels of the readings it ends.
        merged: ids of the disputes to be taken up into ``about``.
        words: the terms.
    """

    on_what: AgreedOn
    issue: str = ""
    act: ActCode | None = None
    until: dt.date | None = None
    label: str = ""
    over: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReached(Happening):
    """The other side agreed; what was agreed on stands beside this as an event of its own.

    Args:
        proposal: id of the proposal.
    """

    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDeclined(Happening):
    """A proposal was declined by the other side, or taken back by the one that made it.

    Args:
        proposal: id of the proposal.
        answer: in words.
    """

    proposal: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedToCourt(Happening):
    """A party submitted something to the Court with notice to all; only from here on chambers sees it.

    Args:
        title: as captioned.
        text: its words.
        noticed: ids of those who had notice; empty for all.
        entry: docket number, once it has one.
    """

    title: str = ""
    text: str = ""
    noticed: tuple[str, ...] = ()
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookAdopted(Happening):
    """A rulebook made from an order was put in force: as one side's view, or by the Court for all; ``about`` is the order.

    Args:
        rulebook: id of a shipped rulebook, or SHA-256 of the one adopted.
        replaces: id of the adoption it takes the place of.
    """

    rulebook: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookCountersigned(Happening):
    """The other side adopted the same rulebook: it is the matter's from here on; ``about`` is the order.

    Args:
        adoption: id of the adoption.
    """

    adoption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialWithheld(Happening):
    """What an event says was withheld: clawed back, sequestered, redacted or destroyed; that it happened stays on record.

    Args:
        event: id of the event.
        how: which.
        why: the ground, in words that disclose nothing.
        authority: the rule, agreement or order it rests on.
    """

    event: str = ""
    how: Withheld = Withheld.CLAWED_BACK
    why: str = ""
    authority: str = ""


PaperEvent = (
    CommonPartProposed
    | CommonPartConsented
    | LetterSigned
    | LetterHandedOver
    | DocketedCopyCompared
    | AgreementProposed
    | AgreementReached
    | AgreementDeclined
    | SubmittedToCourt
    | RulebookAdopted
    | RulebookCountersigned
    | MaterialWithheld
)
