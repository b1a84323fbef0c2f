"""What a check of a record proves and what it does not, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from soordered.record.verification import Signed, Verification

_NAMED = 12


def proves(found: Verification) -> tuple[str, ...]:
    """Say what the check proves; nothing, when something is wrong.

    Args:
        found: what the check found.
    """
    if not found.holds:
        return ()
    follows = (
        f"Each of the {found.entries} entries follows the one before it: within this file none was changed, taken "
        "out, added or moved after the later ones were made."
    )
    said = [
        follows,
        f"What {len(found.shown)} entries say is, byte for byte, what was committed to when each was recorded.",
    ]
    if found.opened:
        said.append(
            f"{_times(found.opened, 'side opened its texts', 'sides opened their texts')}: they are the texts that "
            "were bound before either side saw the other's."
        )
    if found.letters:
        said.append(f"The text of {_times(found.letters, 'letter', 'letters')} is the text that was signed.")
    if found.signatures:
        said.append(
            f"{_times(found.signatures, 'signature under a letter is', 'signatures under letters are')} of the keys that "
            "the installation keeps for those who signed."
        )
    if found.papers:
        said.append(f"{_times(found.papers, 'kept paper has', 'kept papers have')} the bytes that were recorded.")
    said.extend(
        f"The holder of the key {mark.key[:16]} signed the record up to entry {mark.position} on "
        f"{mark.made_at:%Y-%m-%d at %H:%M} UTC{_where(mark)}: nothing up to there was changed since."
        for mark in found.signed
        if mark.known
    )
    return tuple(said)


def leaves_open(found: Verification) -> tuple[str, ...]:
    """Say what the check does not prove.

    Args:
        found: what the check found.
    """
    truth = (
        "It does not prove that what an entry says is true; it proves what was recorded, by which account, and in "
        "which order."
    )
    said = [truth]
    signed_to = found.signed_to
    if not signed_to:
        strangers = sorted({mark.key[:16] for mark in found.signed if not mark.known})
        brought = f" (the file brings the key {', '.join(strangers)}, and so could anybody)" if strangers else ""
        said.append(
            f"No signature by a key you gave covers this file{brought}: whoever made it could have made the whole of it "
            "anew. Get the server's public key from its operator and give it with --key."
        )
    elif signed_to < found.entries:
        said.append(
            f"Entries {signed_to + 1} to {found.entries} came after the last signature: whoever holds this file could "
            "have written them anew."
        )
    if not found.anchored_to:
        said.append(
            "It does not prove that nothing came after the last entry: a file cut off at its end, signatures and all, "
            "looks like this one. Give a checkpoint that was kept elsewhere with --anchor."
        )
    elif found.anchored_to < found.entries or signed_to:
        said.append(
            f"The checkpoint kept elsewhere covers entry {found.anchored_to}; whether entries after "
            f"{found.entries} were cut off, it cannot tell."
        )
    if found.signatures:
        said.append(
            "The keys of those who signed letters come from this file: the installation alone vouches for them."
        )
    if found.withheld:
        for_whom = ", ".join(found.audience or ()) or "its readers"
        said.append(
            f"{_times(len(found.withheld), 'entry is', 'entries are')} withheld from {for_whom} "
            f"({_places(found.withheld)}): that something stands there is proved, what it says is not shown."
        )
    said.extend(
        f"What entry {gone.position} ({gone.kind}) said was erased by entry {gone.by} on {gone.on}"
        f"{': ' + gone.why if gone.why else ''}. That it was recorded is proved, its words can never be."
        for gone in found.erased
    )
    return tuple(said)


def _where(mark: Signed) -> str:
    return ", in a checkpoint kept outside this file" if mark.outside else ""


def _times(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"


def _places(positions: Sequence[int]) -> str:
    shown = ", ".join(str(position) for position in positions[:_NAMED])
    return f"{shown}, …" if len(positions) > _NAMED else shown
