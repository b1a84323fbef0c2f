"""The caption page in its two columns: parties on the left, number and title on the right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from soordered.orders.caption_from_text import captions
from soordered.orders.lines_from_text import LineKind, lines_from_text
from soordered.orders.margins_from_lines import margins_from_lines
from soordered.orders.patterns import Pattern

_CAPTION_LINES = 120
_HEAD_CHARACTERS = 12_000
_PART = Pattern(r"\S+(?:[ \xa0]{1,2}\S+)*")
_RULES = Pattern(r"^[\s|)(_\-=+§:*]+|[\s|(_=+§*]+$")
_ROLE = Pattern(
    r"\b(?P<role>(?:plaintiffs?|defendants?|petitioners?|respondents?|claimants?|debtors?|movants?|intervenors?|appellants?|appellees?|"
    r"relators?|counter-?claimants?|cross-?claimants?|third-?party\s+(?:plaintiffs?|defendants?))(?:\([sS]\))?)(?![A-Za-z])[.,;]{0,2}",
    re.IGNORECASE,
)
_VERSUS = Pattern(r"(?:^|\s)(?:vs?\.?|-v-|(?-i:-against-))(?=\s|$)")
_VERSUS_ALONE = Pattern(r"\W*(?:vs?\.?|against|versus)\W*|vs?\.\s.*", re.IGNORECASE)
_SUBJECT = Pattern(r"\bR[Ee]:\s+(?P<names>[^:]{3,300}?\sv\.\s.{3,300})")
_NUMBER_FOLLOWS = Pattern(r"\s(?:Civil|Case|Civ\.|C\.A\.|Docket|No\.|Nos\.|Dear)\b")
_IN_RE = Pattern(r"in\s+(?:re|the\s+matter\s+of)\b", re.IGNORECASE)
_LONGEST_NAME = 400
_RELATES = Pattern(r"^\s*(?:[\[(]?re(?::|garding:)|[\[(]re\b|[\[(]?(?:docket|dkt|ecf|doc)\b)", re.IGNORECASE)
_ENUMERATOR = Pattern(r"(?!v\.)\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)]")
_TITLE_WORD = Pattern(
    r"\b(?:orders?|notice|minute|minutes|judgment|guidelines?|procedures?|stipulation|report|memorandum|entry|opinion|instructions?|schedule)\b",
    re.IGNORECASE,
)
_BODY_BEGINS = Pattern(
    r"^\s*(?:to\s+all\s+parties|to\s+counsel|it\s+is\s+|this\s+(?:action|case|matter)|the\s+(?:above|court|parties|following)|pursuant\s+to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a caption.

    Args:
        name: as printed, its errors included.
        role: as printed, e.g. ``"Plaintiff(s)"``; empty where not printed.
    """

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionPage:
    """What a caption page says.

    Args:
        title: the order's title, empty where none was found.
        parties: in the order of the caption.
        relates_to: the line "Re: Dkt. No. 12", if any.
        division: the court's division as printed.
    """

    title: str = ""
    parties: tuple[Party, ...] = ()
    relates_to: str = ""
    division: str = ""


def caption_page_from_text(original: str) -> CaptionPage:
    """Read the caption page: the lines between the court's name and the first sentence of the order.

    Args:
        original: the text as printed: its columns are in its blanks and tabs.
    """
    rows = _rows(original[:_HEAD_CHARACTERS])
    left, right, division = _columns(rows)
    title = _joined(words for words in right if not _RELATES.match(words) and not _is_number_only(words))
    relates = next((words.strip("[]()") for words in right if _RELATES.match(words)), "")
    if not _TITLE_WORD.search(title):
        title = ""
    return CaptionPage(title=title, parties=_parties(left), relates_to=relates, division=division)


def _rows(head: str) -> list[list[tuple[int, str]]]:
    """Cut each line before the order's first sentence into its parts with their columns."""
    lines = lines_from_text(head)
    margins = {margin.line: margin.end for margin in margins_from_lines(head, lines) if margin.leads}
    rows: list[list[tuple[int, str]]] = []
    seen = 0
    for index, line in enumerate(lines[:_CAPTION_LINES]):
        if line.kind is not LineKind.BODY:
            continue
        start = margins.get(index, line.start)
        laid = (" " * (start - line.start) + head[start : line.end]).expandtabs(8)
        tabbed = "\t" in head[start : line.end].strip()
        parts = [(match.start(), match.group()) for match in _PART.finditer(laid)]
        if tabbed:
            parts = [
                (column, cell.strip()) for column, cell in enumerate(head[start : line.end].split("\t")) if cell.strip()
            ]
            parts = [(column * 60, cell) for column, cell in parts]
        parts = [(column, trimmed) for column, words in parts if (trimmed := _RULES.sub("", words))]
        if not parts:
            continue
        if len(parts) > 1 and _ENUMERATOR.fullmatch(parts[0][1]):
            break
        if seen > 2 and len(parts) == 1 and (_BODY_BEGINS.match(parts[0][1]) or _is_sentence(parts[0][1])):
            break
        seen += 1
        rows.append(parts)
    return rows


def _is_sentence(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    lower = sum(character.islower() for character in letters)
    return len(words) > 60 and lower > 0.6 * len(letters)


def _columns(rows: list[list[tuple[int, str]]]) -> tuple[list[str], list[str], str]:
    """Tell the left column from the right one by where the second parts begin; without two columns all is title."""
    seconds = sorted(parts[1][0] for parts in rows if len(parts) > 1)
    division = next(
        (words for parts in rows for _, words in parts if re.fullmatch(r"(?i)[a-z. ]{3,40}\sdivision", words)), ""
    )
    if not seconds:
        capitals = [words for parts in rows for _, words in parts if words.isupper() and _TITLE_WORD.search(words)]
        alone = any(_VERSUS_ALONE.fullmatch(words) for parts in rows for _, words in parts)
        return [words for parts in rows for _, words in parts if alone and words not in capitals], capitals, division
    edge = seconds[len(seconds) // 2] - 8
    first = next((index for index, parts in enumerate(rows) if len(parts) > 1), 0)
    left: list[str] = []
    right: list[str] = []
    for index, parts in enumerate(rows):
        for column, words in parts:
            if index < first and (_is_court_name(words) or not (words.isupper() or "," in words)):
                continue
            if (column >= edge and (len(parts) > 1 or index >= first)) or _runs_on(left, right, rows[index - 1], parts):
                right.append(words)
            else:
                left.append(words)
    return left, right, division


def _runs_on(left: list[str], right: list[str], before: list[tuple[int, str]], parts: list[tuple[int, str]]) -> bool:
    """Say whether a line alone goes on with the title: in capitals, under a title, beside a party whose name is complete."""
    words = parts[0][1]
    return (
        len(parts) == 1
        and len(before) > 1
        and bool(left)
        and bool(right)
        and left[-1].endswith(",")
        and _TITLE_WORD.search(right[-1]) is not None
        and words.isupper()
        and not words.endswith(",")
        and not _ROLE.search(words)
        and not _VERSUS.search(words)
    )


def _is_court_name(words: str) -> bool:
    return re.search(r"(?i)\bdistrict\b|\bcourt\b|\bdivision\b|^\W*at\s+[a-z .]{3,30}$", words) is not None


def _is_number_only(words: str) -> bool:
    """Say whether a part is the case number with its lead words and nothing more."""
    rest = words
    for caption in captions(words):
        rest = rest.replace(caption.printed, " ")
    rest = re.sub(
        r"(?i)\b(?:case|civil|action|related|lead|nos?\.?|number|c\.?a\.?)(?=\W|$)|[:.,#\s()&]|\band\b", "", rest
    )
    return rest == "" and any(character.isdigit() for character in words)


def _joined(parts: Iterable[str]) -> str:
    return " ".join(" ".join(parts).split()).strip(" ;,")


def _parties(left: list[str]) -> tuple[Party, ...]:
    words = " ".join(" ".join(part.split()) for part in left if not _is_court_name(part))
    words = re.sub(r"(?<=\s)(?:V|VS)\.(?=\s)(?![^,]*[A-Z][a-z])", "v.", " ".join(words.split()), count=1)
    letter = _SUBJECT.search(words)
    if letter is not None:
        words = _NUMBER_FOLLOWS.split(letter["names"])[0]
    versus = _VERSUS.search(words)
    if versus is None:
        return (Party(name=words.strip(" ,;:-")),) if _IN_RE.match(words) and len(words) < _LONGEST_NAME else ()
    sides = (words[: versus.start()], words[versus.end() :])
    return tuple(party for side in sides if (party := _party(side)) is not None)


def _party(side: str) -> Party | None:
    role = _ROLE.search(side)
    name = side[: role.start()] if role is not None else side
    name = re.sub(r"(?i)^.*\b(?:for the|in the)\s*$", "", name).strip(" ,;:-")
    if not name or len(name) > _LONGEST_NAME:
        return None
    return Party(name=name, role=role["role"] if role is not None else "")
