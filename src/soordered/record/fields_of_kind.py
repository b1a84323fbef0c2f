"""How each field of an event is written in a payload and read back, worked out once from the types it declares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import partial
from types import UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from soordered.record.canonical import JsonValue
from soordered.rules.vocabulary import Act, Other, Trigger, code_from_text

Write = Callable[[object], object]
Read = Callable[[JsonValue], object]
_Made = TypeVar("_Made")
_FORMS: dict[type, tuple[FieldForm, ...]] = {}


class UnreadableFieldError(ValueError):
    """A field that does not hold what its kind declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldForm:
    """How one field is written and read.

    Args:
        name: the field.
        write: from the value to JSON.
        read: from JSON to the value; raises ``UnreadableFieldError``.
        default: what holds where an older payload has no such field; ``MISSING`` if it must be there.
    """

    name: str
    write: Write
    read: Read
    default: object


def forms_of(cls: type) -> tuple[FieldForm, ...]:
    """Return the forms of a kind's fields, in their order.

    Raises:
        TypeError: a field declares a type the record has no form for; add it here.
    """
    found = _FORMS.get(cls)
    if found is None:
        hints = get_type_hints(cls)
        found = _FORMS[cls] = tuple(
            FieldForm(
                name=item.name, write=_writer(hints[item.name]), read=_reader(hints[item.name]), default=item.default
            )
            for item in fields(cls)
        )
    return found


def written(value: object) -> dict[str, object]:
    """Write a value's fields as JSON has them, every field, defaults too."""
    return {form.name: form.write(getattr(value, form.name)) for form in forms_of(type(value))}


def read_as(cls: type[_Made], given: Mapping[str, JsonValue]) -> _Made:
    """Make a value of its fields as JSON has them.

    Args:
        cls: the kind.
        given: its fields; one that was added since, and has a default, may be missing.

    Raises:
        UnreadableFieldError: a field is missing, unknown, or holds something else.
    """
    found: dict[str, object] = {}
    for form in forms_of(cls):
        if form.name in given:
            try:
                found[form.name] = form.read(given[form.name])
            except ValueError as error:
                msg = f"{form.name} = {_short(given[form.name])}: {error}"
                raise UnreadableFieldError(msg) from None
        elif form.default is MISSING:
            msg = f"{form.name} is missing"
            raise UnreadableFieldError(msg)
    if len(found) != len(given) and (unknown := sorted(given.keys() - {form.name for form in forms_of(cls)})):
        msg = f"{', '.join(unknown)} is no field of it"
        raise UnreadableFieldError(msg)
    make: Callable[..., _Made] = cls
    return make(**found)


def _short(value: JsonValue) -> str:
    words = repr(value)
    return words if len(words) <= 60 else words[:57] + "..."


def _writer(hint: object) -> Write:
    inner, optional = _without_none(hint)
    if get_origin(inner) is tuple:
        item = _writer(_item_of(inner))
        return lambda value: [item(one) for one in _sequence(value)]
    write: Write
    if inner in (str, int, bool):
        return _same
    if inner in (dt.date, dt.time):
        write = _iso
    elif (isinstance(inner, type) and issubclass(inner, StrEnum)) or inner in (Act | Other, Trigger | Other):
        write = str
    elif isinstance(inner, type) and is_dataclass(inner):
        write = written
    else:
        msg = f"the record has no form for {hint}"
        raise TypeError(msg)
    return partial(_or_none, write) if optional else write


def _reader(hint: object) -> Read:
    inner, optional = _without_none(hint)
    read: Read
    if get_origin(inner) is tuple:
        read = partial(_read_list, _reader(_item_of(inner)))
    elif inner is str:
        read = _read_text
    elif inner is int:
        read = _read_whole
    elif inner is bool:
        read = _read_flag
    elif inner is dt.date:
        read = partial(_read_iso, dt.date.fromisoformat)
    elif inner is dt.time:
        read = partial(_read_iso, dt.time.fromisoformat)
    elif inner == Act | Other:
        read = partial(_read_iso, partial(code_from_text, Act))
    elif inner == Trigger | Other:
        read = partial(_read_iso, partial(code_from_text, Trigger))
    elif isinstance(inner, type) and issubclass(inner, StrEnum):
        read = partial(_read_choice, {str(one): one for one in inner})
    elif isinstance(inner, type) and is_dataclass(inner):
        read = partial(_read_table, inner)
    else:
        msg = f"the record has no form for {hint}"
        raise TypeError(msg)
    return partial(_read_or_none, read) if optional else read


def _without_none(hint: object) -> tuple[object, bool]:
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    rest = [arm for arm in get_args(hint) if arm is not type(None)]
    if len(rest) == 1:
        return rest[0], len(rest) < len(get_args(hint))
    joined = rest[0]
    for arm in rest[1:]:
        joined = joined | arm
    return joined, len(rest) < len(get_args(hint))


def _item_of(hint: object) -> object:
    arms = get_args(hint)
    if len(arms) != 2 or arms[1] is not Ellipsis:
        msg = f"the record has no form for {hint}"
        raise TypeError(msg)
    return arms[0]


def _same(value: object) -> object:
    return value


def _iso(value: object) -> object:
    match value:
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            msg = f"{value!r} is no day and no hour"
            raise TypeError(msg)


def _or_none(write: Write, value: object) -> object:
    return None if value is None else write(value)


def _sequence(value: object) -> tuple[object, ...]:
    if not isinstance(value, tuple):
        msg = f"{value!r} is no tuple"
        raise TypeError(msg)
    return value


def _read_text(value: JsonValue) -> str:
    if type(value) is not str:
        msg = "expected a text"
        raise UnreadableFieldError(msg)
    return value


def _read_whole(value: JsonValue) -> int:
    if type(value) is not int:
        msg = "expected a whole number"
        raise UnreadableFieldError(msg)
    return value


def _read_flag(value: JsonValue) -> bool:
    if type(value) is not bool:
        msg = "expected true or false"
        raise UnreadableFieldError(msg)
    return value


def _read_iso(parse: Callable[[str], object], value: JsonValue) -> object:
    text = _read_text(value)
    found = parse(text)
    if (found.isoformat() if isinstance(found, dt.date | dt.time) else str(found)) != text:
        msg = "it is not written in its usual form"
        raise UnreadableFieldError(msg)
    return found


def _read_choice(choices: Mapping[str, StrEnum], value: JsonValue) -> StrEnum:
    found = choices.get(_read_text(value))
    if found is None:
        msg = f"expected one of {', '.join(choices)}"
        raise UnreadableFieldError(msg)
    return found


def _read_list(read: Read, value: JsonValue) -> tuple[object, ...]:
    if not isinstance(value, list):
        msg = "expected a list"
        raise UnreadableFieldError(msg)
    return tuple(read(one) for one in value)


def _read_table(cls: type, value: JsonValue) -> object:
    if not isinstance(value, dict):
        msg = "expected an object"
        raise UnreadableFieldError(msg)
    return read_as(cls, value)


def _read_or_none(read: Read, value: JsonValue) -> object:
    return None if value is None else read(value)
