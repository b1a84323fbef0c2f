"""The words by which a matter names its people, sides and tracks."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """On which side of the caption somebody stands."""

    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    NON_PARTY = "non_party"
    COURT = "court"

    @property
    def other(self) -> Side | None:
        """The adverse side, ``None`` for the Court and for non-parties."""
        match self:
            case Side.PLAINTIFF:
                return Side.DEFENDANT
            case Side.DEFENDANT:
                return Side.PLAINTIFF
            case Side.NON_PARTY | Side.COURT:
                return None


class Track(StrEnum):
    """Whether a dispute runs by the order's one-time directions or by its standing procedure."""

    CASE = "case"  # the meeting and letter the order sets once, about the motion referred
    STANDING = "standing"  # every later dispute


class RequestType(StrEnum):
    """Kinds of discovery request, each with the rule that sets its clock."""

    INTERROGATORY = "interrogatory"
    PRODUCTION = "production"
    ADMISSION = "admission"
    SUBPOENA = "subpoena"

    @property
    def civil_rule(self) -> str:
        """The number of the civil rule that sets its clock."""
        return {"interrogatory": "33", "production": "34", "admission": "36", "subpoena": "45"}[self.value]


class Effort(StrEnum):
    """How an informal effort was made."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    TELECONFERENCE = "teleconference"
    CORRESPONDENCE = "correspondence"
    IN_PERSON = "in_person"
    OTHER = "other"


class Visibility(StrEnum):
    """Who sees an entry of the efforts log."""

    PRIVATE = "private"  # the side that made it, only
    SHARED = "shared"  # both sides, on purpose


class StayEffect(StrEnum):
    """What a stay does to running clocks, as the order lifting or entering it says."""

    TOLLED = "tolled"  # the time left resumes
    RESET = "reset"  # the whole period begins again
    UNSAID = "unsaid"  # the order does not say: both readings are shown


class PowerState(StrEnum):
    """How far a reserved power has come; never a pending duty before it is ordered."""

    ANNOUNCED = "announced"
    REQUESTED = "requested"
    ORDERED = "ordered"


class Registration(StrEnum):
    """Whether somebody is registered for electronic filing, on which service and the hour of filing turn."""

    ECF = "ecf"
    PAPER = "paper"


class CommonPart(StrEnum):
    """The parts of a joint letter that belong to both sides, in the order in which they stand."""

    INTRODUCTION = "introduction"
    CONFERRAL = "conferral"  # when, where, how long and by whom the meeting was held
    SCHEDULE = "schedule"  # the case's own dates that matter here
    EXHIBITS = "exhibits"
    CLOSING = "closing"


class AgreedOn(StrEnum):
    """What both sides can agree on through the record, one proposing and the other accepting."""

    RESOLVE_ISSUE = "resolve_issue"
    NARROW_ISSUE = "narrow_issue"
    SUBMIT_WITHOUT_ARGUMENT = "submit_without_argument"
    EXTEND_TIME = "extend_time"
    SETTLE_READING = "settle_reading"
    MERGE_DISPUTES = "merge_disputes"


class Withheld(StrEnum):
    """Why what an event says is no longer shown."""

    CLAWED_BACK = "clawed_back"
    SEQUESTERED = "sequestered"
    REDACTED = "redacted"
    DESTROYED = "destroyed"
