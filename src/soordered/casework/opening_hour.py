"""When texts may open at the latest: one full court day lies between the opening and the letter's act-by date."""

from __future__ import annotations

import datetime as dt

from soordered.calendars.days import Layer
from soordered.calendars.time_law import TimeLaw
from soordered.casework.acting import Scene
from soordered.casework.case_of_record import head_of_opened
from soordered.disputes.refusal import Refusal, refused
from soordered.provenance.dates_in_words import day_in_words
from soordered.rules.vocabulary import Act, Facet

_DAY = dt.timedelta(days=1)
_EVERY_LAYER = frozenset(Layer)


def too_late_to_open(scene: Scene, about: str, opens_on: dt.date) -> Refusal | None:
    """Refuse an opening that leaves no full court day before the letter's act-by date, while one runs.

    A day that is closed under any reading is no full court day here.

    Args:
        scene: what the act is decided on.
        about: id of the dispute.
        opens_on: the day of the opening.
    """
    running = [
        found
        for found in scene.running()
        if found.rule.act is Act.FILE_JOINT_LETTER and found.about == about and found.deadline is not None
    ]
    law = scene.desk.courts.law(head_of_opened(scene.desk.summaries.of(scene.loaded).opened).court)
    for found in running:
        if found.deadline is None:
            continue
        act_by = found.deadline.act_by.date
        last = last_opening_day(law, act_by)
        if opens_on > last:
            return refused(
                f"The letter's act-by date is {day_in_words(act_by)}; the texts open on {day_in_words(last)} at the "
                "latest, so that one full court day is left between. Agree on an earlier hour, or ask the Court for time.",
                found.rule,
                Facet.DEADLINE,
            )
    return None


def last_opening_day(law: TimeLaw, act_by: dt.date) -> dt.date:
    """Return the last day on which texts may open: the day before the last full court day before the act-by date.

    Args:
        law: the law of time for the court.
        act_by: the letter's act-by date.
    """
    return law.calendar.previous_open(act_by - _DAY, _EVERY_LAYER) - _DAY
