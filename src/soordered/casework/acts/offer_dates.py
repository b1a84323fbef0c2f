"""Offer days for the meeting; both sides' offers stand side by side."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acting import Answer, Asking, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import OfferDates


def offer_dates(desk: Desk, asking: Asking, *, about: str, dates: tuple[dt.date, ...], words: str = "") -> Answer:
    """Offer days for the meeting; both sides' offers stand side by side.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute.
        dates: the days.
        words: hours and conditions.
    """
    return perform(
        desk,
        asking,
        CaseAct.OFFER_DATES,
        lambda scene: [OfferDates(id=scene.event, by=scene.by, about=about, dates=dates, words=words)],
        about=about,
    )
