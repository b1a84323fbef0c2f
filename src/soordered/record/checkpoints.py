"""Checkpoints: the end of a chain, signed, so that who keeps one can later prove what stood before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.provenance.problems import BadInputError
from soordered.record.canonical import JsonValue, canonical_bytes, object_from_canonical
from soordered.record.chain import moment_from_text, moment_text
from soordered.record.entry import Digest, MatterId
from soordered.record.signatures import fingerprint_of_private, is_signed, sign

CHECKPOINT_FORMAT = "soordered-checkpoint/1"


class CheckpointError(BadInputError):
    """A file that is no checkpoint.

    Args:
        name: the file.
        why: what is wrong.
    """

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name} is no checkpoint: {why}.",
            expected=f"one line of JSON in the form {CHECKPOINT_FORMAT}, as `soordered export --checkpoint` writes it.",
            remedy="Give the checkpoint as it was kept.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """Where a chain stood at a moment, signed.

    Args:
        matter: the matter.
        position: the last entry it covers.
        link: the link of that entry, and so of all before it.
        made_at: when it was signed, an aware moment.
        key: fingerprint of the signing key.
        signature: Ed25519 over the fields above.
    """

    matter: MatterId
    position: int
    link: Digest
    made_at: dt.datetime
    key: str
    signature: bytes


def signed_checkpoint(
    *, matter: MatterId, position: int, link: Digest, made_at: dt.datetime, private: bytes, name: str
) -> Checkpoint:
    """Sign where a chain stands.

    Args:
        matter: the matter.
        position: its last entry.
        link: the link of that entry.
        made_at: now, an aware moment.
        private: the signing key, in PEM.
        name: where the key came from, for messages.

    Raises:
        KeyFileError: the key cannot be used.
    """
    key = fingerprint_of_private(private, name=name)
    unsigned = Checkpoint(matter=matter, position=position, link=link, made_at=made_at, key=key, signature=b"")
    signature = sign(_message(unsigned), private, name=name)
    return Checkpoint(matter=matter, position=position, link=link, made_at=made_at, key=key, signature=signature)


def is_genuine(checkpoint: Checkpoint, public: bytes, *, name: str) -> bool:
    """Say whether a checkpoint was signed by the holder of a key, and says what was signed.

    Args:
        checkpoint: the checkpoint.
        public: the public key, in PEM.
        name: where the key came from, for messages.

    Raises:
        KeyFileError: the key cannot be used.
    """
    return is_signed(_message(checkpoint), checkpoint.signature, public, name=name)


def checkpoint_bytes(checkpoint: Checkpoint) -> bytes:
    """Write a checkpoint as one line, to be kept somewhere else."""
    return canonical_bytes(checkpoint_fields(checkpoint)) + b"\n"


def checkpoint_fields(checkpoint: Checkpoint) -> dict[str, object]:
    """Return a checkpoint as JSON-ready fields."""
    return {**_signed_fields(checkpoint), "signature": checkpoint.signature.hex()}


def checkpoint_from_bytes(data: bytes, *, name: str) -> Checkpoint:
    """Read a checkpoint that was kept.

    Args:
        data: the file's bytes.
        name: the file's name, for messages.

    Raises:
        CheckpointError: it is none.
        NotCanonicalError: it is no JSON in the canonical form.
    """
    try:
        return checkpoint_from_fields(object_from_canonical(data.removesuffix(b"\n"), where=name))
    except ValueError as error:
        raise CheckpointError(name, str(error)) from None


def checkpoint_from_fields(fields: dict[str, JsonValue]) -> Checkpoint:
    """Read a checkpoint from its fields.

    Raises:
        ValueError: a field is missing, unknown or of another form.
    """
    match fields:
        case {
            "format": str(form),
            "matter": str(matter),
            "position": int(position),
            "link": str(link),
            "made_at": str(made_at),
            "key": str(key),
            "signature": str(signature),
            **rest,
        } if not rest and form == CHECKPOINT_FORMAT:
            return Checkpoint(
                matter=MatterId(matter),
                position=position,
                link=Digest(bytes.fromhex(link)),
                made_at=moment_from_text(made_at),
                key=key,
                signature=bytes.fromhex(signature),
            )
        case _:
            msg = f"it has the fields {', '.join(sorted(fields)) or 'none'}"
            raise ValueError(msg)


def _signed_fields(checkpoint: Checkpoint) -> dict[str, object]:
    return {
        "format": CHECKPOINT_FORMAT,
        "matter": checkpoint.matter,
        "position": checkpoint.position,
        "link": checkpoint.link.hex(),
        "made_at": moment_text(checkpoint.made_at),
        "key": checkpoint.key,
    }


def _message(checkpoint: Checkpoint) -> bytes:
    return canonical_bytes(_signed_fields(checkpoint))
