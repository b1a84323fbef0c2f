"""Openings and letters of a record, checked against what was bound and signed before them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from soordered.disputes.events_exchange import TextsCommitted, TextsOpened
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_paper import DocketedCopyCompared, LetterHandedOver, LetterSigned
from soordered.record.acts import Recorded
from soordered.record.bound_texts import Part, parts_open
from soordered.record.entry import Digest, Salt
from soordered.record.verification import Break, Fault


def verify_letters(acts: Mapping[int, Recorded]) -> tuple[int, int, tuple[Break, ...]]:
    """Check every opened text against its commitment, and every letter handed over against its digest and signatures.

    Args:
        acts: what the entries shown say, by position, in order.

    Returns:
        how many openings and letters were checked, and what is wrong. An opening whose parts or commitment are not
        shown cannot be checked and is not counted.
    """
    by_id = {act.id: act for act in acts.values()}
    opened = letters = 0
    breaks: list[Break] = []
    signed: dict[str, tuple[str, int]] = {}
    for position, act in acts.items():
        match act:
            case TextsOpened():
                checked, wrong = _opening(act, by_id)
                opened += checked
                if wrong:
                    breaks.append(Break(fault=Fault.OPENING_WRONG, positions=(position,), what=wrong))
            case LetterSigned() if act.digest:
                signed[act.about] = act.digest, position
            case LetterHandedOver() if act.text:
                letters += 1
                digest = hashlib.sha256(act.text.encode()).hexdigest()
                if digest != act.digest:
                    what = "the letter's text is not the one whose digest was recorded."
                    breaks.append(Break(fault=Fault.LETTER_CHANGED, positions=(position,), what=what))
                elif act.about in signed and signed[act.about][0] != digest:
                    what = "the letter handed over is not the one that was signed last."
                    places = (signed[act.about][1], position)
                    breaks.append(Break(fault=Fault.LETTER_CHANGED, positions=places, what=what))
            case DocketedCopyCompared() if act.same and act.differences:
                what = "the docketed copy is called the same, and differences are listed."
                breaks.append(Break(fault=Fault.LETTER_CHANGED, positions=(position,), what=what))
            case _:
                continue
    return opened, letters, tuple(breaks)


def _opening(act: TextsOpened, by_id: Mapping[str, Recorded]) -> tuple[bool, str]:
    bound = by_id.get(act.commitment)
    parts: list[Part] = []
    for part in act.parts:
        said = by_id.get(part)
        if not isinstance(said, PositionStated | CompromiseProposed):
            return False, ""
        parts.append(said)
    if not isinstance(bound, TextsCommitted):
        return False, ""
    try:
        commitment, salt = Digest(bytes.fromhex(bound.commitment)), Salt(bytes.fromhex(act.salt))
    except ValueError:
        return True, "the commitment or the salt is no hexadecimal text."
    if not parts_open(commitment, parts, salt=salt):
        return True, "the texts that were opened are not those that were bound."
    return True, ""
