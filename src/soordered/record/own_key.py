"""Own-key mode: a side locks and binds its text on its own machine, and the host holds what it cannot read.

Two small files, each one line of canonical JSON:

- the *locked part* goes to the host: ciphertext and commitment;
- the *release* stays with the side until the exchange: the key and the salt.

Whoever holds both can read the text and check that it is the text that was bound.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from soordered.provenance.problems import BadInputError
from soordered.record.canonical import canonical_bytes, object_from_canonical
from soordered.record.commitments import commitment, opens
from soordered.record.entry import SALT_BYTES, Digest, MatterId, Salt
from soordered.record.private_texts import KEY_BYTES, Chance

LOCKED_FORMAT = "soordered-own-key/1"
RELEASE_FORMAT = "soordered-release/1"
_NONCE_BYTES = 12


class OwnKeyError(BadInputError):
    """A locked part or a release that cannot be used.

    Args:
        what: what is wrong.
        remedy: what to do next.
    """

    def __init__(self, what: str, *, remedy: str) -> None:
        super().__init__(what, expected="the two files as `soordered private lock` wrote them.", remedy=remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLocked:
    """What the host is given: it says that a text is bound, and nothing of what it says.

    Args:
        matter: the matter.
        stream: the side's stream.
        key: which text.
        commitment: what the text is bound by.
        body: the ciphertext, its nonce first.
    """

    matter: MatterId
    stream: str
    key: str
    commitment: Digest
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What the side keeps until the exchange.

    Args:
        commitment: of the text it releases.
        secret: the key of that text alone.
        salt: the salt of its commitment.
    """

    commitment: Digest
    secret: bytes
    salt: Salt


def own_locked(text: bytes, *, matter: MatterId, stream: str, key: str, chance: Chance) -> tuple[OwnLocked, Release]:
    """Lock and bind a text on the side's own machine.

    Args:
        text: the text.
        matter: the matter.
        stream: the side's stream.
        key: which text.
        chance: where random bytes come from.
    """
    secret, salt, nonce = chance(KEY_BYTES), Salt(chance(SALT_BYTES)), chance(_NONCE_BYTES)
    bound = commitment(salt, text)
    aside = _aside(matter, stream, key, bound)
    body = nonce + AESGCM(secret).encrypt(nonce, text, aside)
    return (
        OwnLocked(matter=matter, stream=stream, key=key, commitment=bound, body=body),
        Release(commitment=bound, secret=secret, salt=salt),
    )


def released(part: OwnLocked, release: Release) -> bytes:
    """Open a locked part with its release, and check it against its commitment.

    Raises:
        OwnKeyError: the release is another text's, or the text is not the one that was bound.
    """
    if part.commitment != release.commitment:
        raise OwnKeyError(
            f"The release is for the text bound by {release.commitment.hex()[:16]}, the locked part holds "
            f"{part.commitment.hex()[:16]}.",
            remedy="Give the release that was written with this part.",
        )
    try:
        text = AESGCM(release.secret).decrypt(
            part.body[:_NONCE_BYTES],
            part.body[_NONCE_BYTES:],
            _aside(part.matter, part.stream, part.key, part.commitment),
        )
    except (InvalidTag, ValueError):
        raise OwnKeyError(
            "The locked part does not open with this release.", remedy="Send both files again, unchanged."
        ) from None
    if not opens(part.commitment, salt=release.salt, text=text):
        raise OwnKeyError(
            "The text is not the one that was bound.", remedy="Tell the other side; the exchange cannot go on with it."
        )
    return text


def locked_bytes(part: OwnLocked) -> bytes:
    """Write the part that the host is given."""
    return (
        canonical_bytes(
            {
                "format": LOCKED_FORMAT,
                "matter": part.matter,
                "stream": part.stream,
                "key": part.key,
                "commitment": part.commitment.hex(),
                "body": part.body.hex(),
            }
        )
        + b"\n"
    )


def release_bytes(release: Release) -> bytes:
    """Write what the side keeps."""
    return (
        canonical_bytes(
            {
                "format": RELEASE_FORMAT,
                "commitment": release.commitment.hex(),
                "secret": release.secret.hex(),
                "salt": release.salt.hex(),
            }
        )
        + b"\n"
    )


def locked_from_bytes(data: bytes, *, name: str) -> OwnLocked:
    """Read a locked part.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        OwnKeyError: it is none.
        NotCanonicalError: it is no JSON in the canonical form.
    """
    match object_from_canonical(data.removesuffix(b"\n"), where=name):
        case {
            "format": "soordered-own-key/1",
            "matter": str(matter),
            "stream": str(stream),
            "key": str(key),
            "commitment": str(bound),
            "body": str(body),
            **rest,
        } if not rest:
            return OwnLocked(
                matter=MatterId(matter),
                stream=stream,
                key=key,
                commitment=Digest(_hex(bound, SALT_BYTES, name)),
                body=_hex(body, None, name),
            )
        case _:
            raise OwnKeyError(f"{name} is no locked part.", remedy="Give the file that was made for the host.")


def release_from_bytes(data: bytes, *, name: str) -> Release:
    """Read a release.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        OwnKeyError: it is none.
        NotCanonicalError: it is no JSON in the canonical form.
    """
    match object_from_canonical(data.removesuffix(b"\n"), where=name):
        case {
            "format": "soordered-release/1",
            "commitment": str(bound),
            "secret": str(secret),
            "salt": str(salt),
            **rest,
        } if not rest:
            return Release(
                commitment=Digest(_hex(bound, SALT_BYTES, name)),
                secret=_hex(secret, KEY_BYTES, name),
                salt=Salt(_hex(salt, SALT_BYTES, name)),
            )
        case _:
            raise OwnKeyError(f"{name} is no release.", remedy="Give the file that the side kept.")


def _hex(text: str, size: int | None, name: str) -> bytes:
    try:
        data = bytes.fromhex(text)
    except ValueError:
        data = b""
    if not data or (size is not None and len(data) != size):
        raise OwnKeyError(
            f"{name} holds {text[:20]!r}, which is no key of ours.", remedy="Send the file again, unchanged."
        )
    return data


def _aside(matter: MatterId, stream: str, key: str, bound: Digest) -> bytes:
    return canonical_bytes({"matter": matter, "stream": stream, "key": key, "commitment": bound.hex()})
