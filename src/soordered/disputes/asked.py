"""What every command says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every command says.

    Args:
        id: the id its event will bear.
        by: who acts.
        about: the dispute, motion, hearing or order concerned.
    """

    id: str
    by: str
    about: str = ""
