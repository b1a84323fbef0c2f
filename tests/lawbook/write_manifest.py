"""Write the lawbook's manifest anew: ``python -m tests.lawbook.write_manifest``, after the data or its version changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from soordered.lawbook.version import LAWBOOK_VERSION

DATA = Path(__file__).resolve().parents[2] / "src" / "soordered" / "lawbook" / "data"


def digests() -> dict[str, str]:
    """Return the sha256 of every file of the lawbook but the manifest."""
    paths = {path.relative_to(DATA).with_suffix("").as_posix(): path for path in DATA.rglob("*.toml")}
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in sorted(paths.items()) if name != "manifest"}


def manifest_text() -> str:
    """Return the manifest's text."""
    lines = [
        "# The digests of the lawbook's files, written by `python -m tests.lawbook.write_manifest`.",
        f'version = "{LAWBOOK_VERSION}"',
        "",
        "[files]",
        *(f'"{name}" = "{digest}"' for name, digest in digests().items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (DATA / "manifest.toml").write_text(manifest_text(), encoding="utf-8")
