"""Whether a page tells how to use a service of the clerk's office, which commands nobody, or what a court requires."""

from __future__ import annotations

from soordered.orders.patterns import Pattern

_SERVICE = Pattern(
    r"\b(?:you|your|click|links?|web ?site|log ?in|upload|account|password|filers?|users?|clerk's office|zoom|webinar|smartphone|help desk|portal|screen|menu)\b"
)
_COURT = Pattern(
    r"\b(?:counsel|part(?:y|ies)|plaintiffs?|defendants?|movant|briefs?|the court|judge|ordered|discovery|conference|opposition|hearing)\b"
)
_TIMES_AS_OFTEN = 6


def is_service_page(folded: str) -> bool:
    """Say whether a page without an order speaks to users of a service rather than to parties before a court.

    Example: "Click the link in your e-mail to open an account" does; "Counsel must confer before any motion" does not.

    Args:
        folded: the clean text, folded.
    """
    service = sum(1 for _ in _SERVICE.finditer(folded))
    court = sum(1 for _ in _COURT.finditer(folded))
    return _TIMES_AS_OFTEN * service >= court
