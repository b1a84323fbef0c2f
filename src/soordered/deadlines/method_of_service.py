"""How a paper was served, as the versions of the counting rule name it."""

from __future__ import annotations

from collections.abc import Iterable

from soordered.calendars.time_law import TimeLaw
from soordered.provenance.problems import BadInputError

_NO_EXTRA = frozenset({"hand", "left_at_office", "left_at_home"})
_SAME_METHOD = {"ecf": "electronic", "email": "electronic", "e-mail": "electronic", "personal": "hand"}


class UnknownServiceError(BadInputError):
    """A way of service that the rule does not know.

    Args:
        service: what was named.
        methods: those that are known.
    """

    def __init__(self, service: str, *, methods: Iterable[str]) -> None:
        super().__init__(
            f"{service!r} is no way of service.",
            expected=f"one of {', '.join(sorted(methods))}.",
            remedy="Leave it out if the period does not run from service.",
        )


def extra_method(service: str, law: TimeLaw) -> str:
    """Return the method of service as the versions of the rule name it; empty when none is named.

    Raises:
        UnknownServiceError: no version knows it.
    """
    if not service:
        return ""
    method = _SAME_METHOD.get(service, service)
    methods = frozenset().union(*(regime.extra_days_methods for regime in law.regimes))
    if method not in methods and method not in _NO_EXTRA:
        raise UnknownServiceError(service, methods=methods | _NO_EXTRA | _SAME_METHOD.keys())
    return method
