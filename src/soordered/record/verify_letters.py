"""Openings and letters of a record, checked against what was bound and signed before them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from soordered.disputes.events_exchange import TextsCommitted, TextsOpened
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_paper import DocketedCopyCompared, LetterHandedOver, LetterSigned
from soordered.record.acts import Recorded
from soordered.record.bound_texts import Part, parts_open
from soordered.record.entry import Digest, Header, Salt
from soordered.record.signatures import is_signed
from soordered.record.signed_words import signed_words
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


def verify_signatures(
    acts: Mapping[int, Recorded], headers: Mapping[int, Header], signers: Mapping[str, bytes]
) -> tuple[int, tuple[Break, ...]]:
    """Check every signature under a letter with the key that the installation keeps for who signed.

    Args:
        acts: what the entries shown say, by position, in order.
        headers: their headers.
        signers: public keys in PEM, by the person's id.

    Returns:
        how many signatures were checked, and what is wrong; one whose key is not there is not counted.

    Raises:
        KeyFileError: a key cannot be used.
    """
    checked = 0
    breaks: list[Break] = []
    for position, act in acts.items():
        if not isinstance(act, LetterSigned) or not act.signature:
            continue
        header = headers[position]
        public = signers.get(header.actor)
        if public is None:
            continue
        checked += 1
        message = signed_words(header.matter, act.about, act.digest)
        try:
            genuine = is_signed(message, bytes.fromhex(act.signature), public, name=f"the key of {header.actor!r}")
        except ValueError:
            genuine = False
        if not genuine:
            what = f"the signature under the letter is not of the key that is kept for {header.actor!r}."
            breaks.append(Break(fault=Fault.SIGNATURE_WRONG, positions=(position,), what=what))
    return checked, tuple(breaks)
