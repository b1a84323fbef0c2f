"""The version of the shipped law, printed with every date computed from it."""

from __future__ import annotations

LAWBOOK_VERSION = "2026.11.1"
