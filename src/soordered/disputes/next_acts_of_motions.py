"""What may be done next about motions, filings and requests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from soordered.disputes.names import Registration
from soordered.disputes.next_act import Leave, NextAct, bearers_or
from soordered.disputes.state import Filing, Matter, Motion
from soordered.provenance.dates_in_words import day_in_words
from soordered.rules.rule import Rule
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act, Facet


def acts_of_motion(matter: Matter, book: Rulebook, motion: Motion, as_of: dt.date) -> Iterator[NextAct]:
    """Say what may be done about a motion: submit it, notify the Court, withdraw it, ask leave."""
    withdrawn = matter.standing(motion.withdrawals)
    if withdrawn or (motion.filed is None and not motion.hearings):
        return
    settings = [matter.setting_of(matter.hearings[hearing]) for hearing in motion.hearings]
    coming = [setting for setting in settings if setting is not None and matter.heard_on(setting)[0] >= as_of]
    stipulated, notified = matter.standing(motion.stipulations), matter.standing(motion.notices)
    submit = next(iter((*book.for_act(Act.SUBMIT_WITHOUT_ARGUMENT), *book.for_act(Act.NOTIFY_COURT))), None)
    if coming and submit is not None:
        if not stipulated:
            yield _motion_act(
                submit, motion, Act.SUBMIT_WITHOUT_ARGUMENT, ("parties",), leave=Leave.MAY,
                why="The parties may stipulate to submit without argument; the Court must then be notified in time.",
            )  # fmt: skip
        yield _motion_act(
            submit, motion, Act.NOTIFY_COURT, ("parties",),
            leave=Leave.NOT_NOW if notified or not stipulated else Leave.MUST,
            why="The Court was notified."
            if notified
            else "The stipulation is signed; without notice to the Court nothing is submitted."
            if stipulated
            else "No stipulation is on record; notice alone submits nothing.",
        )  # fmt: skip
    withdraw = next(iter(book.for_act(Act.WITHDRAW_MOTION)), None)
    if withdraw is not None and motion.filed is not None:
        yield _motion_act(
            withdraw, motion, Act.WITHDRAW_MOTION, ("movant",), leave=Leave.MAY,
            why="Without leave inside the window; its dates stand among the obligations.",
        )  # fmt: skip
    leave = next(iter(book.for_act(Act.SEEK_LEAVE)), None)
    if leave is not None and motion.filed is not None:
        yield _motion_act(
            leave,
            motion,
            Act.SEEK_LEAVE,
            ("movant",),
            leave=Leave.MAY,
            why="After the window a withdrawal needs leave.",
        )


def _motion_act(rule: Rule, motion: Motion, act: Act, by: tuple[str, ...], *, leave: Leave, why: str) -> NextAct:
    return NextAct(act=act, by=by, about=motion.id, leave=leave, why=why, rule=rule.id, quote=rule.quote())


def acts_of_filings(matter: Matter, book: Rulebook) -> Iterator[NextAct]:
    """Say of which filings a chambers copy is still to be lodged."""
    rule = next(iter(book.for_act(Act.LODGE_CHAMBERS_COPY)), None)
    if rule is None:
        return
    for filing in matter.filings.values():
        if _needs_copy(matter, filing):
            yield NextAct(
                act=Act.LODGE_CHAMBERS_COPY,
                by=bearers_or(rule, ("filer",)),
                about=filing.id,
                leave=Leave.MUST,
                why=f"A chambers copy of {_title(filing)} has not been logged as lodged.",
                rule=rule.id,
                quote=rule.quote(Facet.COPIES) or rule.quote(),
            )


def _needs_copy(matter: Matter, filing: Filing) -> bool:
    filed = filing.filed
    if filed is None or not matter.stands(filed) or matter.standing(filing.copies):
        return False
    return any(matter.on(order.adopted) <= matter.on(filed) for order in matter.orders.values())


def _title(filing: Filing) -> str:
    title = getattr(filing.filed, "title", "")
    return title or filing.id


def acts_of_supplements(matter: Matter, book: Rulebook) -> Iterator[NextAct]:
    """Say which errors were learned of and not yet put right; how soon is *in a timely manner*, for people to judge."""
    rule = next(iter(book.for_act(Act.SUPPLEMENT_DISCLOSURES)), None)
    for entry in matter.supplements.values():
        learned, supplied = matter.standing(entry.learned), matter.standing(entry.supplied)
        if not learned or any(matter.on(given) >= matter.on(learned[-1]) for given in supplied):
            continue
        yield NextAct(
            act=Act.SUPPLEMENT_DISCLOSURES,
            by=(learned[-1].by,) if learned[-1].by else bearers_or(rule, ("party_or_counsel",)),
            about=entry.id,
            leave=Leave.MUST,
            why=f"Learned on {day_in_words(matter.on(learned[-1]))}, no supplement logged since. How soon is for people "
            "to judge (Fed. R. Civ. P. 26(e)(1)).",
            rule=rule.id if rule else "",
            quote=rule.quote() if rule else None,
        )


def acts_of_ledger(matter: Matter, book: Rulebook) -> Iterator[NextAct]:
    """Say which requests are still to be answered."""
    answer = next(iter(book.for_act(Act.ANSWER_DISCOVERY)), None)
    for request in matter.requests.values():
        served = request.served
        if served is None or not matter.stands(served) or matter.standing(request.answers):
            continue
        who = matter.parties.get(served.to)
        by_mail = who is not None and who.registration is Registration.PAPER
        yield NextAct(
            act=Act.ANSWER_DISCOVERY,
            by=(served.to or "responding_party",),
            about=request.id,
            leave=Leave.MUST,
            why=f"{served.type.value} {served.number or request.id} is unanswered."
            + (" The answering party is served on paper." if by_mail else ""),
            rule=answer.id if answer else "",
            quote=answer.quote() if answer else None,
        )
