"""Keys and values written as TOML that a person can read and edit: plain keys first, then tables, in the order given."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from soordered.rules.checked_fields import FieldValue

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPED_IN_LINES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\\]|\"(?=\"\"|\Z)")
_WIDTH = 110


def toml_from_fields(fields: Mapping[str, FieldValue], *, prefix: tuple[str, ...] = ()) -> str:
    """Write a table's keys, then the tables in it.

    Args:
        fields: keys and values; no value may be ``None``.
        prefix: the keys that lead to the table, for the headers of the tables in it.

    Returns:
        TOML text that ends with a line break, empty for an empty table.
    """
    plain: list[str] = []
    tables: list[str] = []
    for key, value in fields.items():
        path = (*prefix, key)
        if isinstance(value, Mapping):
            tables.append(f"\n[{_header(path)}]\n{toml_from_fields(value, prefix=path)}")
        elif inside := _tables_in(value):
            tables.extend(f"\n[[{_header(path)}]]\n{toml_from_fields(item, prefix=path)}" for item in inside)
        else:
            plain.append(f"{_key(key)} = {toml_value(value)}\n")
    return "".join(plain + tables)


def toml_value(value: FieldValue) -> str:
    """Write one value that is no table.

    Args:
        value: a text, number, truth value, date, hour, or list of such.

    Returns:
        the value as TOML writes it; a text with line breaks, and a long list, take several lines.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case int() | float():
            return repr(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case Mapping():
            inside = ", ".join(f"{_key(key)} = {toml_value(item)}" for key, item in value.items())
            return f"{{ {inside} }}"
        case _:
            items = [_one_line(item) if isinstance(item, str) else toml_value(item) for item in value]
            line = f"[{', '.join(items)}]"
            return line if len(line) <= _WIDTH else "[\n" + "".join(f"  {item},\n" for item in items) + "]"


def toml_comment(words: str) -> str:
    """Write words as comment lines no longer than a reader's eye likes.

    Args:
        words: any text; white space and control characters become single spaces.
    """
    import textwrap  # noqa: PLC0415  reading a rulebook needs no wrapping

    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return "".join(f"# {line}\n" for line in textwrap.wrap(plain, width=_WIDTH, break_on_hyphens=False))


def _tables_in(value: FieldValue) -> list[Mapping[str, FieldValue]]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return []
    return [item for item in value if isinstance(item, Mapping)]


def _header(path: tuple[str, ...]) -> str:
    return ".".join(_key(key) for key in path)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _one_line(key)


def _text(value: str) -> str:
    if "\n" not in value:
        return _one_line(value)
    return '"""\n' + _ESCAPED_IN_LINES.sub(_escape, value) + '"""'


def _one_line(value: str) -> str:
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    return _SHORT.get(letter) or f"\\u{ord(letter):04x}"
