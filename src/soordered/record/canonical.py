"""The one byte form of JSON that the record signs, commits to and compares: RFC 8785."""

from __future__ import annotations

import json
from collections.abc import Mapping

import rfc8785

from soordered.provenance.problems import BadInputError

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]


class CanonicalFormError(BadInputError):
    """A value that has no canonical form; nothing was recorded.

    Args:
        why: what is wrong with it.
    """

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This cannot be written down so that everybody reads the same bytes: {why}.",
            expected="text that is valid Unicode, and whole numbers below 2^53.",
            remedy="Correct the value and record it again.",
        )


class NotCanonicalError(BadInputError):
    """Bytes that are not the canonical form of what they say, so that their digest proves nothing.

    Args:
        where: what was being read.
        why: what is wrong.
    """

    def __init__(self, where: str, why: str) -> None:
        super().__init__(
            f"{where}: {why}.",
            expected="JSON in the canonical form of RFC 8785, as So Ordered writes it.",
            remedy="Ask for the file again from whoever made it; do not repair it by hand.",
        )


def canonical_bytes(value: Mapping[str, object]) -> bytes:
    """Write a JSON object in its canonical form: sorted keys, no spaces, UTF-8.

    Args:
        value: texts, whole numbers, truth values, ``None``, lists and mappings of such.

    Raises:
        CanonicalFormError: a lone surrogate, a number beyond 2^53, or a value that JSON does not have.
    """
    try:
        return rfc8785.dumps(dict(value))  # type: ignore[arg-type]  # the writer checks every value itself
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as error:
        raise CanonicalFormError(str(error)) from None


def object_from_canonical(data: bytes, *, where: str) -> dict[str, JsonValue]:
    """Read a JSON object, and refuse any but its canonical form.

    Args:
        data: the bytes.
        where: what is being read, for the message.

    Raises:
        NotCanonicalError: no JSON, no object, or another form of it.
    """
    value = object_from_json(data, where=where)
    try:
        again = canonical_bytes(value)
    except CanonicalFormError:
        again = b""
    if again != data:
        raise NotCanonicalError(where, "the bytes are not the canonical form of what they say")
    return value


def object_from_json(data: bytes, *, where: str) -> dict[str, JsonValue]:
    """Read a JSON object.

    Args:
        data: the bytes.
        where: what is being read, for the message.

    Raises:
        NotCanonicalError: no JSON, or no object.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise NotCanonicalError(where, "this is no JSON") from None
    if not isinstance(value, dict):
        raise NotCanonicalError(where, "this is no JSON object")
    return value
