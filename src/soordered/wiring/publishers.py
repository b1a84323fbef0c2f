"""Who may publish a lawbook here: the public keys in a folder of the user's, and what is signed by one of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from soordered.provenance.problems import BadInputError
from soordered.record.signatures import fingerprint, is_signed
from soordered.rulefiles.lawbook_pack_from_toml import PackFile, signed_message
from soordered.wiring.lawbook_folders import KEYS, keys_folder

_LARGEST_KEY = 10_000


class UntrustedPackError(BadInputError):
    """A pack that no trusted publisher signed.

    Args:
        name: the pack.
        key: the fingerprint of the key that signed it, empty for an unsigned pack.
        keys: the folder of trusted keys, ``None`` if there is none.
    """

    def __init__(self, name: str, *, key: str, keys: Path | None) -> None:
        got = f"{name} is signed with the key {key}, which is not trusted here." if key else f"{name} is not signed."
        trust = (
            "Compare the key's fingerprint with the one its publisher gives elsewhere, then put the publisher's .pem file there"
            if key
            else "Ask its publisher for a signed one"
        )
        where = f"the folder {keys}" if keys is not None else f"a folder that {KEYS} names"
        super().__init__(
            got,
            expected=f"the signature of a publisher whose public key lies in {where}.",
            remedy=f"{trust}; or accept this pack as it is with --unsigned, which every output will say.",
        )


class ForgedPackError(BadInputError):
    """A pack whose signature does not fit it."""

    def __init__(self, name: str, *, publisher: str) -> None:
        super().__init__(
            f"{name} bears the key of {publisher}, and its signature does not fit: it was changed after it was signed.",
            expected="the pack as its publisher signed it.",
            remedy="Get it again from its publisher; nothing was counted or changed.",
        )


class PublisherKeyUnreadableError(BadInputError):
    """A file in the folder of trusted keys that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} cannot be read: {why}.",
            expected="a public key in PEM.",
            remedy="Mend it or take it out of the folder; nothing was counted or changed.",
        )


@dataclass(frozen=True, slots=True)
class Publisher:
    """Somebody whose packs are trusted here.

    Args:
        name: as the key's file is called, without its ending.
        public: the public key, in PEM.
    """

    name: str
    public: bytes


def publishers() -> dict[str, Publisher]:
    """Return the trusted publishers by the fingerprints of their keys.

    Raises:
        PublisherKeyUnreadableError: a file cannot be read.
        KeyFileError: a file ending in ``.pem`` holds no public key.
    """
    place = keys_folder()
    found: dict[str, Publisher] = {}
    if place is None or not place.is_dir():
        return found
    for path in sorted(place.glob("*.pem")):
        try:
            with path.open("rb") as file:
                public = file.read(_LARGEST_KEY)
        except OSError as error:
            raise PublisherKeyUnreadableError(path, error.strerror or "no reason given") from None
        found[fingerprint(public, name=str(path))] = Publisher(path.stem.removesuffix(".pub"), public)
    return found


def publisher_of(read: PackFile, *, name: str) -> str:
    """Return the name of the trusted publisher who signed a pack.

    Args:
        read: the pack.
        name: its file, for messages.

    Raises:
        UntrustedPackError: it is not signed, or with a key that is not trusted.
        ForgedPackError: the signature does not fit.
        PublisherKeyUnreadableError, KeyFileError: a trusted key cannot be used.
    """
    signature = read.signature
    publisher = None if signature is None else publishers().get(signature.key)
    if signature is None or publisher is None:
        raise UntrustedPackError(name, key="" if signature is None else signature.key, keys=keys_folder())
    message = signed_message(read.pack, follows=read.follows)
    if not is_signed(message, signature.value, publisher.public, name=publisher.name):
        raise ForgedPackError(name, publisher=publisher.name)
    return publisher.name
