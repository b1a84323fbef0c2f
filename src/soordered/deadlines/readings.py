"""The contested points of counting, each with its readings: label, support, and what would settle it.

A reading of a deadline is named by the labels at which it departs from the prevailing one, joined with ``+``; with no
departure it bears the label of its unit (``BASES``). Labels are stable: settlements and the command line name them.
"""

from __future__ import annotations

from dataclasses import dataclass

from soordered.deadlines.deadline import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The prevailing reading of a kind of period.

    Args:
        label: stable name.
        because: why it prevails, in one sentence.
        authority: what supports it beside the version of the counting rule; may be empty.
        settles: the points that are closed where this reading is settled by its label.
        of_rule: whether the counting rule in force supports it, so that its citation belongs to the authority.
    """

    label: str
    because: str
    authority: str = ""
    settles: frozenset[str] = frozenset()
    of_rule: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """One reading of one contested point that differs from the prevailing one.

    Args:
        label: stable name.
        point: the question it answers; departures of one point exclude each other.
        because: the point in one sentence.
        authority: what supports it.
        settled_by: the fact or ruling that would settle it.
        standing: how well it is supported.
    """

    label: str
    point: str
    because: str
    authority: str
    settled_by: str
    standing: Standing = Standing.ARGUABLE


RULE_6 = Base(
    label="rule-6",
    because="A period in days is counted by the rule in force.",
    settles=frozenset({"short-period-by-order", "day-before", "backward-roll", "extra-days"}),
)
DAY_BEFORE = Base(
    label=RULE_6.label,
    because="Counted back from the event, the day before is the last court day before it.",
    authority="Fed. R. Civ. P. 6(a)(5) since Dec. 1, 2009, and the safe practice before it",
    settles=RULE_6.settles,
)
BUSINESS_DAYS = Base(
    label="federal-holidays-only",
    because="The order's own words, defined in no rule: weekends and federal legal holidays are left out; state"
    " holidays count as business days although Rule 6 itself knows them.",
    authority="the order's own words; Wills v. City of Monterey (N.D. Cal. 2024) counts so",
    settles=frozenset({"state-days", "unverified-state-days", "closings"}),
)
CALENDAR_DAYS = Base(
    label="calendar-days-rolled",
    because="Every day counts; the order states a period, so a last day on a non-day runs on under Rule 6(a).",
    settles=frozenset({"calendar-days", "backward-roll"}),
)
HOURS = Base(
    label="elapsed-hours",
    because="Hours are counted as they elapse, through a change of the clocks.",
    settles=frozenset({"hours"}),
)
HOURS_WITHOUT_RULE = Base(
    label=HOURS.label,
    because="The rule then in force had no method for hours; by the order's own words they are counted as they elapse,"
    " and end where they fall.",
    authority="the order's own words; hours entered the rule with Fed. R. Civ. P. 6(a)(2), Dec. 1, 2009",
    settles=HOURS.settles,
    of_rule=False,
)
FIXED = Base(
    label="fixed-date",
    because="A date printed in the text is not computed and does not move.",
    authority="Fed. R. Civ. P. 6(a), 2009 committee note; Violette v. P.A. Days, 427 F.3d 1015 (6th Cir. 2005)",
    settles=frozenset({"fixed-date"}),
)

BASES = (RULE_6, BUSINESS_DAYS, CALENDAR_DAYS, HOURS, FIXED)

FEDERAL_ONLY = Departure(
    label="federal-only",
    point="state-days",
    because="The state's holiday is not counted as a legal holiday in this court.",
    authority="no word of this court on state holidays is held; against it Duffy v. Dwyer, 303 B.R. 437 (9th Cir. BAP"
    " 2003), aff'd 426 F.3d 1041",
    settled_by="a local rule, notice or ruling of this court on state holidays",
)
STATE_OUT = Departure(
    label="state-holidays-out",
    point="state-days",
    because="A judicial holiday of the state is no business day either.",
    authority="Rule 6(a) counts state holidays; Duffy v. Dwyer, 303 B.R. 437 (9th Cir. BAP 2003)",
    settled_by="the judge's word on what a business day is",
)
UNVERIFIED_STATE_OUT = Departure(
    label="unverified-state-days-out",
    point="unverified-state-days",
    because="A state day that is no judicial holiday, or that no cited source confirms, is left out as well.",
    authority="the state's holiday statute; open whether such a day is one declared a holiday by the state",
    settled_by="the state's statute for that year, or the court's own holiday list",
)
OBSERVED_OPEN = Departure(
    label="saturday-observed-open",
    point="saturday-observance",
    because="A holiday on a Saturday moves to the Friday for pay and leave only, so the Friday is an ordinary day.",
    authority="5 U.S.C. 6103(b)",
    settled_by="the court's published holiday list for that year",
)
CLOSINGS_OUT = Departure(
    label="closings-out",
    point="closings",
    because="A day closed by executive order or court notice is treated as a legal holiday.",
    authority="Latham v. Dominick's Finer Foods (7th Cir. 1998); contrary notices exist (9th Cir., Dec. 2008)",
    settled_by="the court's own notice for that day",
)
UNVERIFIED_OPEN = Departure(
    label="unverified-federal-day-open",
    point="unverified-federal-days",
    because="The federal day rests on no source that we hold; without it the day is an ordinary one.",
    authority="none held",
    settled_by="the proclamation, order or court list of that year",
)
INACCESSIBLE_STANDS = Departure(
    label="inaccessible-day-stands",
    point="inaccessibility",
    because="The office could be reached for this act, or the act is no filing, so the day stands.",
    authority="inaccessibility moves filings only",
    settled_by="the court's notice, or the manner of the act",
)
OUTAGE_MOVES = Departure(
    label="outage-moves-filing",
    point="outage",
    because="The filing system was out on the day, so a filing moves to the next open day.",
    authority="Fed. R. Civ. P. 6(a)(3), which leaves to the courts what makes their office inaccessible",
    settled_by="the court's own rule on outages, or its order or notice for that day",
)
LITERAL_CALENDAR = Departure(
    label="calendar-days-literal",
    point="calendar-days",
    because="Every day counts and nothing rolls: calendar days end on the day they end.",
    authority="the order's own words",
    settled_by="the judge's word, or a stipulation with an order",
)
CALENDAR_UNDER_THRESHOLD = Departure(
    label="calendar-days-under-threshold",
    point="calendar-days",
    because="The rule then in force left weekends and holidays out of any short period set by order, whatever it was"
    " called; this empties the word calendar, and nobody should rely on it.",
    authority="Fed. R. Civ. P. 6(a) before Dec. 1, 2009; against it Fed. R. App. P. 26(a) (stated in calendar days)",
    settled_by="the judge's word",
    standing=Standing.WEAK,
)
STRAIGHT_COUNT = Departure(
    label="straight-count",
    point="short-period-by-order",
    because="The order means days straight through, without the rule's leaving out of weekends.",
    authority="the order's own words, and the other dates of its scheme",
    settled_by="the judge's word",
)
LITERAL_DAY = Departure(
    label="literal-day-before",
    point="day-before",
    because="The day before is the calendar day before, open or not.",
    authority="the order's own words",
    settled_by="the judge's word, or a call to the courtroom deputy",
)
RUNS_ON = Departure(
    label="runs-on",
    point="backward-roll",
    because="The rule then in force spoke only of running on to the next open day, also for a period before an event.",
    authority="Fed. R. Civ. P. 6(a) before Dec. 1, 2009; unsettled until Rule 6(a)(5)",
    settled_by="a ruling, or the judge's word",
)
AFTER_FIRST_DAY = Departure(
    label="after-first-business-day",
    point="late-filing",
    because="A filing outside office hours counts as of the next business day, so the day after that is meant.",
    authority="clerk's hours; the order's words say following the filing",
    settled_by="the judge's word on filings after hours",
)
FROM_RECEIPT = Departure(
    label="from-receipt",
    point="sent-or-received",
    because="The period runs from the day it was received.",
    authority="the order does not say when it is made: on sending or on receipt",
    settled_by="the judge's word, or an agreement on how demands are made",
)
AFTER_HOURS = Departure(
    label="sent-after-hours",
    point="sent-or-received",
    because="Sent after the clerk's office closes or on a day it is shut, it counts as made on the next court day.",
    authority="the order does not say when it is made",
    settled_by="the judge's word, or an agreement on how demands are made",
)
LATER_RULE = Departure(
    label="rule-changed-meanwhile",
    point="change-of-rule",
    because="The counting rule changed within the period; the other version governs.",
    authority="28 U.S.C. 2074(a)",
    settled_by="the order adopting the change, or a ruling that it is feasible and just",
)
EXTRA_MERGED = Departure(
    label="extra-days-merged",
    point="extra-days",
    because="The days for service are added to the period first, and the sum decides whether weekends are left out.",
    authority="Fed. R. Civ. P. 6(e) before Dec. 1, 2005, added to the prescribed period",
    settled_by="the circuit's decision of that time",
)
HOURS_NOT_ROLLED = Departure(
    label="hours-not-rolled",
    point="hours",
    because="The hour stands where it falls, open day or not.",
    authority="the order's own words",
    settled_by="the judge's word",
)
HOURS_ROLLED = Departure(
    label="hours-rolled",
    point="hours",
    because="The hours run on to the same time of the next open day, as later rules say.",
    authority="Fed. R. Civ. P. 6(a)(2) since Dec. 1, 2009, by analogy",
    settled_by="the judge's word",
)
FIXED_ROLLED = Departure(
    label="fixed-date-rolled",
    point="fixed-date",
    because="A fixed date on a non-day runs on like a period.",
    authority="In re American Healthcare Mgmt., 900 F.2d 827 (5th Cir. 1990); rejected by the 2009 committee note",
    settled_by="the judge's word",
    standing=Standing.WEAK,
)

DEPARTURES = (
    FEDERAL_ONLY,
    STATE_OUT,
    UNVERIFIED_STATE_OUT,
    OBSERVED_OPEN,
    CLOSINGS_OUT,
    UNVERIFIED_OPEN,
    INACCESSIBLE_STANDS,
    OUTAGE_MOVES,
    LITERAL_CALENDAR,
    CALENDAR_UNDER_THRESHOLD,
    STRAIGHT_COUNT,
    LITERAL_DAY,
    RUNS_ON,
    AFTER_FIRST_DAY,
    FROM_RECEIPT,
    AFTER_HOURS,
    LATER_RULE,
    EXTRA_MERGED,
    HOURS_NOT_ROLLED,
    HOURS_ROLLED,
    FIXED_ROLLED,
)

BY_LABEL: dict[str, Departure] = {departure.label: departure for departure in DEPARTURES}
BASE_BY_LABEL: dict[str, Base] = {base.label: base for base in BASES}
BASE_LABELS = frozenset(BASE_BY_LABEL)


def label_parts(label: str) -> frozenset[str]:
    """Return the departures that a reading's label names; none for the label of a prevailing reading."""
    return frozenset(label.split("+")) - BASE_LABELS


def from_anchor(words: str, code: str) -> Departure:
    """Return the reading that counts from another moment that the same words can mean.

    Args:
        words: the moment, in words.
        code: its code, which the label bears.
    """
    return Departure(
        label=f"from-{code}",
        point="anchor",
        because=f"The period is counted from {words}.",
        authority="the source's words fit more than one moment",
        settled_by="the judge's word, or the text of the rule restated",
    )
