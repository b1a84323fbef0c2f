"""What checking a record found, as plain fields: the form that ``verify --json`` and the API print."""

from __future__ import annotations

from soordered.record.chain import moment_text
from soordered.record.verification import Verification
from soordered.record.words_of_verification import leaves_open, proves

Fields = dict[str, object]


def verification_fields(found: Verification) -> Fields:
    """Return a verification as JSON-ready fields.

    Args:
        found: what the check found.

    Returns:
        ``holds``, ``matter``, ``audience``, ``entries``, ``shown``, ``withheld``, ``erased``, ``signed``, ``signed_to``,
        ``anchored_to``, ``opened``, ``letters``, ``signatures``, ``papers``, ``breaks``, ``proves``, ``leaves_open``.
    """
    return {
        "holds": found.holds,
        "matter": found.matter,
        "audience": None if found.audience is None else list(found.audience),
        "entries": found.entries,
        "shown": len(found.shown),
        "withheld": list(found.withheld),
        "erased": [
            {"position": gone.position, "kind": gone.kind, "by": gone.by, "on": gone.on.isoformat(), "why": gone.why}
            for gone in found.erased
        ],
        "signed": [
            {
                "position": mark.position,
                "made_at": moment_text(mark.made_at),
                "key": mark.key,
                "known": mark.known,
                "outside": mark.outside,
            }
            for mark in found.signed
        ],
        "signed_to": found.signed_to,
        "anchored_to": found.anchored_to,
        "opened": found.opened,
        "letters": found.letters,
        "signatures": found.signatures,
        "papers": found.papers,
        "breaks": [
            {
                "fault": item.fault.value,
                "positions": list(item.positions),
                "line": item.line,
                "where": item.where,
                "what": item.what,
            }
            for item in found.breaks
        ],
        "proves": list(proves(found)),
        "leaves_open": list(leaves_open(found)),
    }
