"""The numbers and bullets that a word processor prints before the paragraphs of a list, counted as it counts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of a DOCX's own elements, in braces."""

_DEEPEST = 9
_MOST = 100_000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is numbered.

    Args:
        form: the format's code, e.g. ``"decimal"``.
        text: the pattern, e.g. ``"%1.%2"``; the bullet itself for a bullet.
        start: the first number.
        restarts: the level, from 0, whose next item begins the count anew; -1 for never.
        legal: whether all its numbers are written in figures.
    """

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restarts: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted.

    Args:
        levels: by list and level.
        abstract: the list's pattern, which several lists may share and count on together.
        styles: list and level that a paragraph style brings.
    """

    levels: Mapping[str, Mapping[int, Level]]
    abstract: Mapping[str, str]
    styles: Mapping[str, tuple[str, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def label(self, list_id: str, depth: int) -> str:
        """Count one item on and return what is printed before it; empty for none.

        Args:
            list_id: the list.
            depth: the level, from 0.
        """
        levels = self.levels.get(list_id)
        if levels is None or list_id == "0":
            return ""
        depth = min(max(depth, 0), _DEEPEST - 1)
        level = levels.get(depth, Level())
        counts = self._counts.setdefault(self.abstract.get(list_id, list_id), {})
        if list_id not in self._started:
            self._started.add(list_id)
            if any(self.abstract.get(other) == self.abstract.get(list_id) for other in self._started - {list_id}):
                for place, one in levels.items():
                    if one.restarts == -2:  # the list overrides the start of a pattern that another list counted
                        counts.pop(place, None)
        counts[depth] = min(counts.get(depth, level.start - 1) + 1, _MOST)
        for deeper in [place for place in counts if place > depth]:
            restarts = levels.get(deeper, Level()).restarts
            if restarts != -1 and (restarts is None or restarts < 0 or depth <= restarts):
                counts.pop(deeper)
        if level.form == "bullet":
            return level.text if level.text.strip() and not "\ue000" <= level.text[0] <= "\uf8ff" else "•"
        if level.form == "none":
            return level.text.split("%")[0].strip()
        written = level.text
        for place in range(depth + 1):
            other = levels.get(place, Level())
            number = counts.get(place, other.start)
            form = "decimal" if level.legal else other.form
            written = written.replace(f"%{place + 1}", number_in_form(number, form))
        return written.strip()


def number_in_form(number: int, form: str) -> str:
    """Write a number in a format of a word processor.

    Args:
        number: from 0.
        form: the format's code, e.g. ``"lowerRoman"``; an unknown one is written in figures.
    """
    match form:
        case "lowerLetter" | "upperLetter":
            if number < 1:
                return ""
            letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 8)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.upper() if form == "upperRoman" else roman
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{ending}"
        case "none":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value and len(written) < 40:
            written += letters
            number -= value
    return written


def numbering_from_docx(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Read the lists of a document.

    Args:
        numbering: the root of its part of numbering; ``None`` where it has none.
        styles: the root of its part of styles.
    """
    patterns: dict[str, dict[int, Level]] = {}
    levels: dict[str, dict[int, Level]] = {}
    abstract: dict[str, str] = {}
    if numbering is not None:
        for pattern in numbering.iterfind(f"{W}abstractNum"):
            patterns[_value(pattern, "abstractNumId")] = {
                whole_number(_value(level, "ilvl"), 0): _level(level) for level in pattern.iterfind(f"{W}lvl")
            }
        for one in numbering.iterfind(f"{W}num"):
            list_id = _value(one, "numId")
            named = one.find(f"{W}abstractNumId")
            abstract[list_id] = "" if named is None else _value(named, "val")
            held = dict(patterns.get(abstract[list_id], {}))
            for override in one.iterfind(f"{W}lvlOverride"):
                depth = whole_number(_value(override, "ilvl"), 0)
                level = override.find(f"{W}lvl")
                made = held.get(depth, Level()) if level is None else _level(level)
                start = override.find(f"{W}startOverride")
                if start is not None:
                    made = Level(
                        form=made.form, text=made.text, legal=made.legal, restarts=-2,
                        start=whole_number(_value(start, "val"), 1),
                    )  # fmt: skip
                held[depth] = made
            levels[list_id] = held
    return Numbering(levels=levels, abstract=abstract, styles=_styles(styles))


def _level(level: etree._Element) -> Level:
    restart = level.find(f"{W}lvlRestart")
    return Level(
        form=_child(level, "numFmt", "decimal"),
        text=_child(level, "lvlText", ""),
        start=whole_number(_child(level, "start", "1"), 1),
        restarts=None if restart is None else whole_number(_value(restart, "val"), 0) - 1,
        legal=level.find(f"{W}isLgl") is not None,
    )


def _styles(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    if styles is None:
        return {}
    own: dict[str, tuple[str | None, int | None]] = {}
    based: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style"):
        name = _value(style, "styleId")
        found = style.find(f"{W}pPr/{W}numPr")
        if found is not None:
            held_id, held_depth = found.find(f"{W}numId"), found.find(f"{W}ilvl")
            own[name] = (
                None if held_id is None else _value(held_id, "val"),
                None if held_depth is None else whole_number(_value(held_depth, "val"), 0),
            )
        based[name] = _child(style, "basedOn", "")
    resolved: dict[str, tuple[str, int]] = {}
    for name in based:
        list_id: str | None = None
        depth: int | None = None
        place, seen = name, set[str]()
        while place and place not in seen:
            seen.add(place)
            held = own.get(place, (None, None))
            list_id = list_id if list_id is not None else held[0]
            depth = depth if depth is not None else held[1]
            place = based.get(place, "")
        if list_id is not None:
            resolved[name] = (list_id, depth or 0)
    return resolved


def _child(element: etree._Element, name: str, otherwise: str) -> str:
    child = element.find(f"{W}{name}")
    return otherwise if child is None else child.get(f"{W}val", otherwise)


def _value(element: etree._Element, name: str) -> str:
    return element.get(f"{W}{name}", "")


def whole_number(text: str, otherwise: int) -> int:
    """Return a whole number as an attribute writes it, another where it writes none.

    Args:
        text: the attribute.
        otherwise: what to return for anything that is no number.
    """
    return int(text) if text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 8 else otherwise
