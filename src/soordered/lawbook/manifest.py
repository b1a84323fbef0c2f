"""The digests with which the lawbook was shipped: one for each file, one for the whole, and the version they make up.

One version of the lawbook is one set of bytes: a date that names its version can be computed again. The manifest is
written by ``python -m tests.lawbook.write_manifest`` when the data changes, and a test holds it to the files.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from soordered.lawbook.shipped_files import LawbookDataError, shipped_bytes, shipped_table


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was shipped.

    Args:
        version: the lawbook's version.
        files: sha256 of each file, by its name as ``shipped_bytes`` takes it.
    """

    version: str
    files: dict[str, str]

    @property
    def digest(self) -> str:
        """The sha256 of the whole: over version, names and digests, one a line, in the order of the names."""
        lines = [self.version, *(f"{digest}  {name}" for name, digest in sorted(self.files.items()))]
        return sha256("\n".join(lines).encode()).hexdigest()


def manifest() -> Manifest:
    """Return the manifest that shipped.

    Raises:
        LawbookDataError: it is missing or broken.
    """
    table = shipped_table("manifest")
    version, files = table.get("version"), table.get("files")
    if not isinstance(version, str) or not isinstance(files, dict):
        msg = "the lawbook's manifest is broken; install the package again"
        raise LawbookDataError(msg)
    return Manifest(version, {str(name): str(digest) for name, digest in files.items()})


def differences() -> tuple[str, ...]:
    """Say which files are not as shipped; none when all are.

    Raises:
        LawbookDataError: the manifest is missing or broken.
    """
    found: list[str] = []
    for name, digest in manifest().files.items():
        try:
            held = sha256(shipped_bytes(name)).hexdigest()
        except LawbookDataError:
            found.append(f"{name} is missing; install the package again.")
            continue
        if held != digest:
            found.append(f"{name} is not as shipped: sha256 {held}, expected {digest}. Install the package again.")
    return tuple(found)
