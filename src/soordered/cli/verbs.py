"""The verbs of the command line: which file holds each, and what its line in the help says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One verb.

    Args:
        name: as typed.
        module: the file of this room that holds it; it defines ``command``.
        says: its line in the help.
    """

    name: str
    module: str
    says: str


VERBS: tuple[Verb, ...] = (
    Verb(name="due", module="due", says="Count one period and show every reading with its reasons."),
)
