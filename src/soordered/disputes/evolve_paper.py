"""How the exchange, the joint paper and its signatures, agreements and adoptions grow by their events."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from soordered.disputes.draft import Draft
from soordered.disputes.events_exchange import ExchangeEvent
from soordered.disputes.events_paper import (
    AgreementDeclined,
    AgreementProposed,
    AgreementReached,
    CommonPartConsented,
    CommonPartProposed,
    DocketedCopyCompared,
    LetterHandedOver,
    LetterSigned,
    MaterialWithheld,
    PaperEvent,
    RulebookAdopted,
    RulebookCountersigned,
    SubmittedToCourt,
)


def evolve_exchange(draft: Draft, event: ExchangeEvent) -> None:
    """Write one event of the agreed exchange into the draft."""
    dispute = draft.dispute(event.about)
    draft.disputes[event.about] = replace(dispute, exchange=dispute.exchange.plus(event))


def evolve_paper(draft: Draft, event: PaperEvent) -> None:
    """Write one event of the paper, of agreements, adoptions or withheld material into the draft."""
    match event:
        case (
            CommonPartProposed() | CommonPartConsented() | LetterSigned() | LetterHandedOver() | DocketedCopyCompared()
        ):
            _of_dispute(draft, event)
        case AgreementProposed() | AgreementReached() | AgreementDeclined():
            draft.agreements = draft.agreements.plus(event)
        case SubmittedToCourt():
            draft.submissions = draft.submissions.plus(event)
        case RulebookAdopted():
            order = draft.orders.get(event.about)
            if order is not None:
                draft.orders[event.about] = replace(order, adoptions=order.adoptions.plus(event))
        case RulebookCountersigned():
            order = draft.orders.get(event.about)
            if order is not None:
                draft.orders[event.about] = replace(order, countersigned=order.countersigned.plus(event))
        case MaterialWithheld():
            draft.withheld[event.event] = event
        case _:
            assert_never(event)


def _of_dispute(
    draft: Draft,
    event: CommonPartProposed | CommonPartConsented | LetterSigned | LetterHandedOver | DocketedCopyCompared,
) -> None:
    old = draft.dispute(event.about)
    match event:
        case CommonPartProposed() | CommonPartConsented():
            new = replace(old, common_parts=old.common_parts.plus(event))
        case LetterSigned():
            new = replace(old, signatures=old.signatures.plus(event))
        case LetterHandedOver():
            new = replace(old, handed_over=old.handed_over.plus(event))
        case DocketedCopyCompared():
            new = replace(old, comparisons=old.comparisons.plus(event))
        case _:
            assert_never(event)
    draft.disputes[event.about] = new
