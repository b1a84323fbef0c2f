"""Which court an order comes from, by the name or the address that its paper prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from soordered.orders.federal_districts import DISTRICTS
from soordered.orders.patterns import Pattern

_HEAD_CHARACTERS = 6_000
_SHORT_LINE = 160

_BY_NAME = {district.name.lower(): court for court, district in DISTRICTS.items()}
_BY_NAME |= {name.replace("district of the ", "district of "): court for name, court in _BY_NAME.items()}
_BY_NAME["district of the district of columbia"] = "dcd"
_BY_SHELF_NAME = {
    f"{district.state} {district.direction}".strip().lower(): court for court, district in DISTRICTS.items()
}
_STATES = sorted({district.state.removeprefix("the ") for district in DISTRICTS.values()}, key=len, reverse=True)
_STATE = "|".join(state.replace(" ", r"\s{1,4}") for state in _STATES)
_NAME = Pattern(
    rf"(?:(?P<direction>northern|southern|eastern|western|central|middle)\s{{1,4}})?distri[ck]t\s{{1,4}}of\s{{1,4}}(?:the\s{{1,4}})?(?P<state>{_STATE})\b",
    re.IGNORECASE,
)
_DISTRICT = Pattern(r"distri[ck]t", re.IGNORECASE)
_LONGEST_DIRECTION = 12  # "northern" and four blanks
_LONGEST_STATE = 80  # "of the Northern Mariana Islands", and blanks
_BODY_CHARACTERS = 200_000
_DAMAGED = Pattern(
    rf"\b(?P<rest>[A-Za-z]{{0,12}}ict|[A-Za-z]{{0,12}}ern\s{{1,4}}\S{{1,10}})\s{{1,4}}of\s{{1,4}}(?:the\s{{1,4}})?(?P<state>{_STATE})\b",
    re.IGNORECASE,
)
_FIGURES_IN_LETTERS = str.maketrans({"0": "o", "1": "i", "5": "s", "|": "i"})
_ADDRESS = Pattern(r"(?<![\w])(?:www\.|ecf\.|@|//)?(?P<court>[a-z]{2,4})\.uscourts\.gov", re.IGNORECASE)
_TRANSFER = Pattern(
    r"\[\s{0,2}transferred from (?:(?P<code>[a-z]{3,4})|(?P<name>[a-z ]{4,40}?)) on \d[^\]]{0,40}\]", re.IGNORECASE
)


class CourtEvidence(Enum):
    """How an order shows its court."""

    TITLE = "title"  # the name stands as a title or "for the … District of …"
    TRANSFER = "transfer"  # a docket's note that the entry was made in the court that sent the case
    BODY = "body"  # the name stands in a sentence, and no other court's does
    ADDRESS = "address"  # only an address on the network names it
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtFound:
    """A court and what shows it.

    Args:
        court: CM/ECF id, empty when the text does not show one court.
        evidence: what shows it.
        words: the words that show it.
        rivals: other courts that the same kind of evidence would give.
    """

    court: str = ""
    evidence: CourtEvidence = CourtEvidence.NONE
    words: str = ""
    rivals: tuple[str, ...] = ()


def court_from_text(original: str, clean: str) -> CourtFound:
    """Find the court: a title before a sentence, a sentence before an address; damaged print only where nothing else speaks.

    Args:
        original: the text as printed (side text and page heads may name the court).
        clean: the text without its layout.
    """
    head = original[:_HEAD_CHARACTERS]
    for place in (head, clean[:_HEAD_CHARACTERS]):
        titles = [found for line in place.splitlines() if (found := _title(line))]
        if not titles:
            titles = _two_line_titles(place)
        if titles:
            return _one(titles, CourtEvidence.TITLE)
    sent = _transferred(clean)
    if sent:
        return CourtFound(court=sent, evidence=CourtEvidence.TRANSFER, words=sent)
    body = _body_names(clean)
    if len({court for court, _ in body}) == 1:
        return _one(body, CourtEvidence.BODY)
    addresses = _addresses(clean)
    if addresses:
        return _one(addresses, CourtEvidence.ADDRESS)
    if body:
        return CourtFound(rivals=tuple(dict.fromkeys(court for court, _ in body)))
    return _damaged(head)


def _title(line: str) -> tuple[str, str] | None:
    """Read a line that holds a court's name and nothing a sentence would."""
    if "tr" not in line.lower():
        return None  # no "district"
    words = " ".join(line.split())
    if not words or len(words) > _SHORT_LINE:
        return None
    words = re.sub(r"^\d{1,2}\s+", "", words)
    match = _NAME.search(words.translate(_FIGURES_IN_LETTERS) if re.search(r"D[I1|]STR", words) else words)
    if match is None:
        return None
    around = (words[: match.start()] + words[match.end() :]).strip(" ,.").lower()
    around = re.sub(
        r"\b(?:in the|for the|united states|u\.?s\.?|district|bankruptcy|court|of america|\w+ division|division)\b|[,.]",
        " ",
        around,
    )
    if around.split():
        return None
    court = _id(match)
    return (court, match.group()) if court else None


def _two_line_titles(head: str) -> list[tuple[str, str]]:
    """Read a court's name broken over lines, right after the words "district court"."""
    match = re.search(r"(?i)district\s+court\s+(?:for\s+the\s+)?", head)
    if match is None:
        return []
    name = _NAME.match(head, match.end())
    court = _id(name) if name is not None else ""
    return [(court, name.group())] if name is not None and court else []


def _body_names(clean: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    done = 0
    for begins in _DISTRICT.finditer(clean, 0, _BODY_CHARACTERS):
        if begins.start() < done:
            continue
        start = max(done, begins.start() - _LONGEST_DIRECTION)
        match = _NAME.search(clean, start, min(begins.end() + _LONGEST_STATE, _BODY_CHARACTERS))
        if match is None:
            continue
        done = match.end()
        court = _id(match)
        if court:
            found.append((court, match.group()))
    return found


def _transferred(clean: str) -> str:
    match = _TRANSFER.search(clean)
    if match is None:
        return ""
    if match["code"] and match["code"].lower() in DISTRICTS:
        return match["code"].lower()
    return _BY_SHELF_NAME.get(" ".join((match["name"] or match["code"] or "").lower().split()), "")


def _addresses(clean: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for match in _ADDRESS.finditer(clean, 0, 200_000):
        code = match["court"].lower()
        for court in (code, code + "d"):
            if court in DISTRICTS:
                found.append((court, match.group()))
                break
    return found


def _damaged(head: str) -> CourtFound:
    """Read a state from a title that print or scanning damaged; a state of one district is enough."""
    for line in head.splitlines()[:40]:
        match = _DAMAGED.search(line)
        if match is None or len(line) > _SHORT_LINE:
            continue
        state = " ".join(match["state"].lower().split())
        courts = tuple(
            court for court, district in DISTRICTS.items() if district.state.lower().removeprefix("the ") == state
        )
        if len(courts) == 1:
            return CourtFound(court=courts[0], evidence=CourtEvidence.TITLE, words=match.group())
        return CourtFound(words=match.group(), rivals=courts)
    return CourtFound()


def _id(match: re.Match[str]) -> str:
    direction = (match["direction"] or "").lower()
    state = " ".join(match["state"].lower().split())
    return _BY_NAME.get(f"{direction} district of {state}".strip(), "")


def _one(found: list[tuple[str, str]], evidence: CourtEvidence) -> CourtFound:
    courts = list(dict.fromkeys(court for court, _ in found))
    return CourtFound(court=courts[0], evidence=evidence, words=" ".join(found[0][1].split()), rivals=tuple(courts[1:]))
