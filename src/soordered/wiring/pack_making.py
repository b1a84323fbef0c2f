"""The publisher's side of a lawbook pack: a key, a pack made of files, and the signature under it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from soordered.lawbook.shipped_files import LawbookDataError, LawbookPack, shipped_bytes
from soordered.provenance.problems import BadInputError
from soordered.record.signatures import fingerprint, fingerprint_of_private, new_key, sign
from soordered.rulefiles.lawbook_pack_from_toml import (
    PackSignature,
    lawbook_pack_from_toml,
    signed_message,
    toml_from_lawbook_pack,
)
from soordered.wiring.accepted_lawbook import accepted_lawbook, pack_text, put_on
from soordered.wiring.lawbook_packs import check_pack
from soordered.wiring.whole_files import write_whole

PASSPHRASE = "SOORDERED_KEY_PASSPHRASE"  # noqa: S105  the name of a setting, no passphrase
"""The environment variable that locks a new key and unlocks one that signs; unset, keys are not locked."""

_LARGEST_KEY = 10_000


class KeyThereError(BadInputError):
    """A key file that would be written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already.",
            expected="a name without files of its own.",
            remedy="Name another: a key that signed something must not be lost.",
        )


class KeyUnreadableError(BadInputError):
    """A private key that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be read: {why}.", expected="a private key in PEM.", remedy="Check the path.")


class NothingInPackError(BadInputError):
    """A folder with nothing in it that differs from the lawbook in use."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no file that differs from the lawbook in use.",
            expected="changed files under it, laid out as in the lawbook: time/states/CA.toml, rules/cand.toml …",
            remedy="Check the folder; nothing was written.",
        )


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was made.

    Args:
        private: the file of its private half.
        public: the file of its public half.
        fingerprint: the name by which it is known.
        locked: whether the private half needs a passphrase.
    """

    private: Path
    public: Path
    fingerprint: str
    locked: bool


def make_key(path: Path) -> NewKey:
    """Make a publisher's key: ``PATH.key.pem``, which only its owner may read, and ``PATH.pub.pem`` to give away.

    Args:
        path: the two files' name without their endings.

    Raises:
        KeyThereError: one of them is there.
        CannotWriteError: they cannot be written.
    """
    private, public = path.with_name(f"{path.name}.key.pem"), path.with_name(f"{path.name}.pub.pem")
    for file in (private, public):
        if file.exists():
            raise KeyThereError(file)
    passphrase = _passphrase()
    pair = new_key(passphrase)
    before = os.umask(0o077)  # the private half is never readable by others, not for a moment
    try:
        write_whole(private, pair.private)
    finally:
        os.umask(before)
    write_whole(public, pair.public)
    return NewKey(private, public, fingerprint(pair.public, name=str(public)), locked=bool(passphrase))


@dataclass(frozen=True, slots=True)
class SignedPack:
    """A pack that was signed.

    Args:
        path: where it stands.
        version: of the lawbook it makes.
        key: the fingerprint of the key.
    """

    path: Path
    version: str
    key: str


def sign_pack(path: Path, key: Path, *, out: Path | None = None) -> SignedPack:
    """Sign a pack; a signature it had is replaced.

    Args:
        path: the pack.
        key: the private key, in PEM.
        out: where the signed pack goes; in the place of the pack without it.

    Raises:
        PackUnreadableError, LawbookPackError: the pack cannot be used.
        KeyUnreadableError, KeyFileError: the key cannot be used.
        CannotWriteError: the signed pack cannot be written.
    """
    read = lawbook_pack_from_toml(pack_text(path), name=str(path))
    try:
        with key.open("rb") as file:
            private = file.read(_LARGEST_KEY)
    except OSError as error:
        raise KeyUnreadableError(key, error.strerror or "no reason given") from None
    passphrase = _passphrase()
    message = signed_message(read.pack, follows=read.follows)
    value = sign(message, private, name=str(key), passphrase=passphrase)
    known = fingerprint_of_private(private, name=str(key), passphrase=passphrase)
    text = toml_from_lawbook_pack(read.pack, follows=read.follows, signature=PackSignature(known, value))
    target = path if out is None else out
    write_whole(target, text.encode())
    return SignedPack(target, read.pack.version, known)


def make_pack(folder: Path, out: Path, *, version: str, words: str) -> LawbookPack:
    """Make an unsigned pack of the files in a folder that differ from the lawbook in use, to be put on it.

    Args:
        folder: files laid out as in the lawbook, each ending in ``.toml``.
        out: where the pack goes.
        version: of the lawbook it makes.
        words: what it changes, for people.

    Raises:
        NothingInPackError: nothing differs.
        PackUnreadableError, LawbookPackError: a file cannot be used.
        CannotWriteError: the pack cannot be written.
    """
    held = accepted_lawbook()
    texts = {
        path.relative_to(folder).with_suffix("").as_posix(): pack_text(path) for path in sorted(folder.rglob("*.toml"))
    }
    files = {name: text for name, text in texts.items() if text != _held(name, held)}
    if not files:
        raise NothingInPackError(folder)
    text = toml_from_lawbook_pack(LawbookPack(version, files, words), follows=held.version)
    pack = lawbook_pack_from_toml(text, name=str(out)).pack
    check_pack(put_on(held, pack, publisher=""), name=str(out))
    write_whole(out, text.encode())
    return pack


def _held(name: str, pack: LawbookPack) -> str:
    """Return a file of the lawbook in use, empty if it has none of that name."""
    try:
        return pack.files[name] if name in pack.files else shipped_bytes(name).decode()
    except LawbookDataError:
        return ""


def _passphrase() -> bytes:
    return os.environ.get(PASSPHRASE, "").encode()
