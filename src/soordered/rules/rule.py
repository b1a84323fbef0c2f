"""One norm of an order, a local rule or a federal rule, as a value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from enum import StrEnum

from soordered.provenance.citations import Citation
from soordered.provenance.spans import Quote
from soordered.rules.rank import Rank as Rank  # noqa: PLC0414  the trade looks for it beside the rule
from soordered.rules.timing import Timing
from soordered.rules.vocabulary import ActCode, Bearer, BearerCode, Facet, Modality, Scope, TriggerCode


class Mode(StrEnum):
    """How people meet or appear."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    TELEPHONE = "telephone"
    DIRECT = "direct"  # any direct dialogue: in person, by video or by telephone
    WRITTEN = "written"
    ANY = "any"


class Confidence(StrEnum):
    """How sure a reading of the words is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ConsequenceStatus(StrEnum):
    """Whether a consequence is in force or only held out."""

    ANNOUNCED = "announced"  # the order says it may come; expressly or plainly not ordered
    ORDERED = "ordered"  # follows by the order's or the rule's own force


class Contributors(StrEnum):
    """Who writes the parts of a joint paper."""

    PARTIES = "parties"  # each party its own
    SIDES = "sides"  # each side one


class PerWhom(StrEnum):
    """Whom a limit measures."""

    ALL = "all"
    SIDE = "side"
    PARTY = "party"


class ConditionKind(StrEnum):
    """On what a condition turns."""

    EVENT = "event"  # something must have happened
    GEOGRAPHY = "geography"  # where counsel or the parties are
    REPRESENTATION = "representation"  # whether a party has counsel
    REFERRAL = "referral"  # what kind of reference was made
    DISPUTE = "dispute"  # what kind of dispute it is
    STAGE = "stage"  # how far the case has come
    CHOICE = "choice"  # what the parties chose


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition:
    """What must have happened, or hold, before the norm binds or may be used.

    Args:
        trigger: the fact that must have happened, ``None`` if no code fits.
        words: the condition, in a few words.
        judged: ``True`` if only people can say whether it holds ("unsuccessful", "good faith"): asked, never computed.
        kind: on what the condition turns.
    """

    words: str
    trigger: TriggerCode | None = None
    judged: bool = False
    kind: ConditionKind = ConditionKind.EVENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where.

    Args:
        words: the place as printed, empty when somebody chooses it.
        chosen_by: who chooses; several in the order of their turns when the choice alternates.
        alternates: whether the turn passes from one to the next.
    """

    words: str = ""
    chosen_by: tuple[BearerCode, ...] = ()
    alternates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MannerIf:
    """Another manner that does under a condition ("by telephone if counsel is outside the Bay Area").

    Args:
        when: the condition.
        modes: the modes that then satisfy the rule; empty when the place alone changes.
        place: where, if it changes.
    """

    when: Precondition
    modes: tuple[Mode, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How an act is done.

    Args:
        modes: the modes that satisfy the rule; empty when any does.
        place: where, if said.
        attendance: who must be there.
        per_party: ``True`` when each party's, ``False`` when each side's representative must come.
        minimum_minutes: the least duration, if said.
        otherwise: what does instead, and when.
    """

    modes: tuple[Mode, ...] = ()
    place: Place | None = None
    attendance: tuple[BearerCode, ...] = ()
    per_party: bool = False
    minimum_minutes: int | None = None
    otherwise: tuple[MannerIf, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A length a paper may not pass.

    Args:
        amount: how many; halves occur ("2.5 pages each side").
        unit: ``page``, ``word``, ``line``, ``exhibit``, or ``minute`` for argument.
        per: whom it measures.
        of: what part it measures (``"body"``, ``"exhibits"``).
    """

    amount: float
    unit: str
    per: PerWhom = PerWhom.ALL
    of: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Copies to be handed to chambers.

    Args:
        number: how many.
        medium: ``paper`` or ``electronic``.
        conformed: whether the copy must be conformed (show the filing stamp and signatures).
    """

    number: int
    medium: str = "paper"
    conformed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """The paper that an act makes or needs.

    Args:
        kind: ``joint_letter``, ``chambers_copy``, ``motion``, ``stipulation``, ``filing`` ….
        joint: whether adversaries file it together.
        contributors: who writes its parts, for a joint paper.
        parts: what it must hold, in codes: ``issues``, ``positions``, ``compromises``, ``final_positions``,
            ``final_compromises``, ``civil_number``, ``district_judge_initials``, ``certificate_of_conferral`` … or words.
        limits: lengths.
        signer: who must sign, when the order says so.
        mark: the words the order prescribes to be printed on it.
        copies: copies to hand in.
        ecf_event: the docket event to use, when the order names one.
    """

    kind: str
    joint: bool = False
    contributors: Contributors | None = None
    parts: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    signer: BearerCode | None = None
    mark: str = ""
    copies: Copies | None = None
    ecf_event: str = ""


class FallbackKind(StrEnum):
    """What is done for a joint paper when the other side will not take part."""

    TWO_STATEMENTS = "two_statements"  # each side files its own
    UNILATERAL = "unilateral"  # the willing side files alone, with a declaration
    EXPLAIN = "explain"  # the paper says why it is not joint
    SHOW_CAUSE = "show_cause"  # an order to show cause may follow
    COURT_HOSTED = "court_hosted"  # the Court has the meeting held before it
    REFUSE = "refuse"  # a paper of one side is refused
    SEEK_LEAVE = "seek_leave"  # leave, or a call to chambers, is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """A way out that the text gives; where the text gives none, none is invented.

    Args:
        kind: which.
        words: in a few words.
        artifact: the paper it makes, with its limits.
    """

    kind: FallbackKind
    words: str = ""
    artifact: Artifact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What may or will follow a failure.

    Args:
        act: what the court may or will do.
        status: announced only, or in force.
        cites: the rule named for it.
        words: in a few words.
    """

    act: ActCode
    status: ConsequenceStatus
    cites: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text a rule comes from.

    Args:
        id: a stable name, e.g. ``"cand-2007-07-30"`` or ``"frcp-72"``.
        title: as printed or as cited.
        rank: whose rule it is.
        court: the court's CM/ECF id, e.g. ``"cand"``; empty for a federal rule.
        judge: name, as printed.
        initials: the judge's initials.
        dated: the date of the order or of the version of the rule.
        sha256: digest of the decoded text, empty when typed by hand.
        version: version of the rulebook made from it.
        partial: the text held begins in the middle of the order, so a rule missing from it is *not in the text held*,
            never *removed*.
    """

    id: str
    title: str
    rank: Rank
    court: str = ""
    judge: str = ""
    initials: str = ""
    dated: dt.date | None = None
    sha256: str = ""
    version: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Words that support one facet of a rule.

    Args:
        facet: what they support.
        quote: the words and their place.
        also_at: other places that say the same.
        confidence: how sure the reading is.
    """

    facet: Facet
    quote: Quote
    also_at: tuple[Quote, ...] = ()
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Who checked a rule against its words, and when."""

    by: str
    on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One norm.

    Args:
        id: unique in its rulebook, readable, e.g. ``"standing-meeting-2"``.
        bearers: who.
        modality: must, must not, may, court may, court will.
        act: what.
        source: the text it comes from.
        scope: once, or every time.
        preconditions: what must hold first.
        timing: when, if at all.
        manner: how and where.
        artifact: which paper.
        exceptions: in words.
        on_failure: what is to be done if the other side will not take part, in words; empty when the text says nothing.
        fallbacks: the same, in codes.
        choice: rules of one source with the same label are alternatives: following one is enough.
        consequence: what may follow a breach.
        in_force_from: first day it binds; ``None`` for the source's date.
        in_force_until: last day it binds.
        overrides: ids of rules it displaces by name.
        cites: other rules it refers to, as printed.
        served_trigger: the period runs "after being served", so that extra days for service can apply.
        supports: the words, facet by facet.
        verified: who checked it; ``None`` is *unverified*, and every date it yields says so.
        authority: where the content of a shipped rule is known from.
        summary: the norm in one sentence of ours; empty when the quote speaks for itself.
        doubts: what is not known about the text itself (a figure quoted only later, a change of unknown date): shown with
            every date the rule yields.
    """

    id: str
    bearers: tuple[BearerCode, ...]
    modality: Modality
    act: ActCode
    source: Source
    scope: Scope = Scope.STANDING
    preconditions: tuple[Precondition, ...] = ()
    timing: Timing | None = None
    manner: Manner | None = None
    artifact: Artifact | None = None
    exceptions: tuple[str, ...] = ()
    on_failure: str = ""
    fallbacks: tuple[Fallback, ...] = ()
    choice: str = ""
    consequence: Consequence | None = None
    in_force_from: dt.date | None = None
    in_force_until: dt.date | None = None
    overrides: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    served_trigger: bool = False
    supports: tuple[Support, ...] = ()
    verified: Verification | None = None
    authority: Citation | None = None
    summary: str = field(default="")
    doubts: tuple[str, ...] = ()

    @property
    def for_court(self) -> bool:
        """Whether the court itself is the bearer: such a norm is never anybody's pending duty."""
        return all(bearer in _COURT for bearer in self.bearers)

    def in_force_on(self, day: dt.date) -> bool:
        """Say whether the rule binds on a day, its own dates considered, else its source's date."""
        first = self.in_force_from or self.source.dated
        return (first is None or first <= day) and (self.in_force_until is None or day <= self.in_force_until)

    def quote(self, facet: Facet | None = None) -> Quote | None:
        """Return the words for a facet, or the rule's first words."""
        for support in self.supports:
            if facet is None or support.facet is facet:
                return support.quote
        return None

    def dated_quote(self) -> Quote | None:
        """Return the words that set its time, or the rule's first words where none do."""
        return self.quote(Facet.DEADLINE) or self.quote(Facet.CUTOFF_TIME) or self.quote()

    def without_quotes(self) -> Rule:
        """Return the norm alone, places and words taken off, to compare one reading with another."""
        return replace(self, supports=(), verified=None)


_COURT = frozenset({Bearer.COURT, Bearer.DISTRICT_JUDGE, Bearer.MAGISTRATE_JUDGE, Bearer.CLERK})
