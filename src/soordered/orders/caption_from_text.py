"""A case number as a court prints it, in any of its forms, read into its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from soordered.orders.federal_districts import DISTRICTS
from soordered.orders.patterns import Pattern
from soordered.provenance.problems import BadInputError
from soordered.provenance.spans import Span

_CENTURY_TURN = (
    50  # a two-digit year from here on belongs to the 1900s; the oldest civil numbers so written are of the 1950s
)

_TYPES = {
    "cv": "cv", "civ": "cv", "civil": "cv", "c": "cv", "ca": "cv",
    "mc": "mc", "misc": "mc", "ms": "mc",
    "md": "md", "mdl": "md", "ml": "md",
    "cr": "cr", "crim": "cr", "mj": "mj", "mag": "mj", "mg": "mj",
    "bk": "bk", "ap": "ap", "adv": "ap", "po": "po", "sw": "sw", "pt": "pt", "dp": "dp", "vv": "vv",
}  # fmt: skip
_CACD_DIVISIONS = {"ED": "5", "SA": "8", "LA": "2"}  # C.D. Cal. prints its division before the type: EDCV, SACV, LACV
_PLACES = frozenset({"PHX", "TUC", "PCT"})  # divisions that D. Ariz. prints where others print a judge
_NO_INITIALS = frozenset(
    {"RE", "AND", "FOR", "THE", "OF", "TO", "IN", "V", "VS", "ET", "AL", "INC", "LLC", "LLP", "LP", "CO", "USA", "DKT",
     "ECF", "MDL", "ADR", "PAGE", "PG", "DATE", "NO", "NOS", "ON", "AT", "BY", "WL", "CASE", "ORDER", "PRO", "SE", "A", "OR",
     "AS", "IS", "IT", "JURY", "DEPT", "TIME", "CTRM", "DISC"}
)  # fmt: skip

_NO_JUDGE_IN_BRACKETS = frozenset({"ECF", "CA", "MDL", "ADR", "USA", "DOE", "JURY"})

_TYPE_WORDS = r"cv|ca|civil|civ\.?|misc\.?|mc|mdl|md|ml|crim\.?|cr\.?|mj|mag\.?|bk|ap|po|sw"
_DASH = r"[-–—‑]"
_WITH_TYPE = Pattern(
    rf"""(?:\b(?P<jpml>[A-Z]{{2,3}})/|(?<![\w/:-])(?<!\d\.)(?-i:(?P<city>[A-Z]{{1,2}})-(?=\d\d-))?|(?<=\b(?-i:[Cc]ase))(?=\d:))
    (?:(?P<office>\d|[A-Z]|\d\d(?=:)):[ ]?)?
    (?P<year>\d{{4}}|\d{{2}}) [ ]{{0,2}}(?:{_DASH}|[ ])?[ ]?
    (?P<type>{_TYPE_WORDS}) \.?[ ]{{0,2}}(?:{_DASH}|[ ])?[ ]?
    (?P<serial>\d{{1,6}})(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_TYPE_FIRST = Pattern(
    rf"""(?<![\w/:-])(?<!\d\.) (?P<division>ED|SA|LA)?[ ]?
    (?P<type>CV|CIV\.?|C\.?A\.?|C|CR|MISC\.?|MC|MDL|MD|MJ)
    (?:[ ]?(?:No\.?|NO\.?))?[ ]{{0,2}}[:.]?[ ]?(?:{_DASH}|[ ])?[ ]?
    (?:(?P<place>[A-Z]){_DASH})?
    (?P<year>\d{{2}}|(?:19|20)\d{{2}}) (?:[ ]?{_DASH}[ ]?|[ ])
    (?P<serial>\d{{1,6}})(?!\d)""",
    re.VERBOSE,
)
_LETTER_BETWEEN = Pattern(r"(?<![\w/:-])(?<!\d\.)(?P<year>\d{2})[ ](?P<type>C|CV)[ ](?P<serial>\d{1,6})(?!\d)")
_BARE = Pattern(
    rf"""(?P<lead>civil[ ]action|civ(?:il|\.)?(?:[ ]a(?:ction|\.))?|c\.[ ]?a\.|misc(?:ellaneous|\.)?(?:[ ]action)?|adv(?:ersary|\.)?[ ]proc(?:eeding|\.)?|case|crim(?:inal|\.)?)?[ ]{{0,2}}
    (?:no(?:s)?\.?|number|\#)[ ]{{0,3}}:?[ ]{{0,3}}
    (?:(?P<office>\d):)?(?:(?P<place>[A-Z]){_DASH})?
    (?P<year>\d{{2}}|(?:19|20)\d{{2}}){_DASH}(?P<serial>\d{{2,6}})(?![\w/]|-\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE_JUDGES = Pattern(  # nothing but year and serial, known by the initials that follow
    rf"(?<![\w/:.-])(?P<year>\d{{2}}){_DASH}(?P<serial>\d{{3,5}})(?= ?[A-Z]{{1,4}} ?\([A-Z]{{2,4}}x?\))"
)
_FORMS = (_WITH_TYPE, _TYPE_FIRST, _LETTER_BETWEEN, _BARE, _BEFORE_JUDGES)

_TOKEN = r"[A-Z]{1,4}"  # noqa: S105  a judge's initials
_INITIALS = Pattern(
    rf"""(?: [ ]{{0,2}}{_DASH}[ ]{{0,2}}(?P<dashed>{_TOKEN}|[a-z]{{2,4}})(?=$|[^A-Za-z]|[A-Z][a-z])
      | \s{{0,6}}\([ ]?(?P<bracketed>{_TOKEN}|[A-Z]{{1,2}}[a-z][A-Z]?)(?:x)?(?:[/,][ ]?(?P<second>{_TOKEN})x?)?[ ]?\)
      | /(?P<slashed>{_TOKEN})(?=$|[^A-Za-z])
      | (?P<fused>(?<=\d){_TOKEN})(?=$|[^A-Za-z]|[A-Z][a-z])
      | [ ]{{1,3}}(?P<spaced>[A-Z]{{2,4}})(?=$|[^A-Za-z'’.&]|[A-Z][a-z]|\.(?:\s|$)) )""",
    re.VERBOSE,
)
_JUDGE_BY_NUMBER = Pattern(r"[-:](?:T|J|Orl|Oc|FtM)-\d{1,2}(?P<initials>[A-Z]{2,4})?(?![A-Za-z0-9])")  # M.D. Fla.
_X_BRACKET = Pattern(r"\(\s?[A-Z]{2,4}x\s?\)")


class CaptionError(BadInputError):
    """A text holds no case number that can be read."""

    def __init__(self, text: str) -> None:
        shown = " ".join(text[:80].split())
        super().__init__(
            f"No case number was found in {shown!r}.",
            expected="a number such as '3:06-cv-03891-SC (JCS)' or 'No. C 06-3891 SC'.",
            remedy="Give the number as the court prints it: year, kind of case, serial number.",
        )


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A case number in its parts.

    Args:
        year: the year of filing, four digits.
        type: ``cv``, ``mc``, ``md``, ``cr`` …, as CM/ECF codes it.
        type_stated: whether the number says so; ``False`` means a civil case was assumed.
        serial: the number in that year, without padding.
        office: the division's digit or letter, empty where not printed.
        assigned: initials of the judge who has the case.
        referred: initials of the magistrate judge beside, to whom it or a motion in it is referred.
        court: CM/ECF id, only where the number itself shows it; else empty.
        printed: the number as printed.
        span: where in the text given.
    """

    year: int
    type: str
    type_stated: bool
    serial: int
    office: str = ""
    assigned: str = ""
    referred: str = ""
    court: str = ""
    printed: str = ""
    span: Span = _NOWHERE

    def number(self) -> str:
        """Return the number in CM/ECF's form, e.g. ``"3:06-cv-03891"``; without the office where it is not known."""
        office = f"{self.office}:" if self.office else ""
        return f"{office}{self.year % 100:02d}-{self.type}-{self.serial:05d}"

    def same_case(self, other: Caption) -> bool:
        """Say whether two numbers can name one case: year, kind and serial agree, and the offices where both print one."""
        return (self.year, self.type, self.serial) == (other.year, other.type, other.serial) and (
            not self.office or not other.office or self.office == other.office
        )


def parse_caption(text: str, *, court: str = "") -> Caption:
    """Read the first case number in a text.

    ``parse_caption("No. C-06-03891 SC (JCS)")`` is case 3891 of 2006, assigned to SC, referred to JCS.

    Args:
        text: a number as printed, with whatever stands around it.
        court: CM/ECF id of the court if known from elsewhere; taken where the number does not show one.

    Raises:
        CaptionError: the text holds no case number.
    """
    for caption in captions(text, court=court):
        return caption
    raise CaptionError(text)


def captions(text: str, *, court: str = "") -> Iterator[Caption]:
    """Give every case number in a text, in its order.

    Args:
        text: any text.
        court: CM/ECF id of the court if known from elsewhere.
    """
    taken = 0
    matches = sorted(
        ((match.start(), rank, match) for rank, form in enumerate(_FORMS) for match in form.finditer(text)),
        key=lambda found: (found[0], found[1]),
    )
    for index, (begin, rank, match) in enumerate(matches):
        if begin < taken:
            continue
        if any(
            other_rank < rank and other.start() < match.end() for _, other_rank, other in matches[index + 1 : index + 4]
        ):
            continue  # "C 07-CV-5634": the fuller form inside says more
        parts = match.groupdict()
        serial = int(parts["serial"])
        start = _number_start(match)
        if serial == 0:
            continue
        assigned, referred, end, marked_court = _judges(text, match.end())
        division = parts.get("division")
        printed_court = _jpml_court(parts.get("jpml")) or ("cacd" if division else marked_court)
        kind = _kind(parts)
        yield Caption(
            year=_year(parts["year"]),
            type=kind or "cv",
            type_stated=bool(kind) and parts.get("type") != "C",
            serial=serial,
            office=parts.get("office") or (_CACD_DIVISIONS[division] if division else ""),
            assigned=assigned,
            referred=referred,
            court=printed_court or court,
            printed=text[start:end],
            span=Span(start, end),
        )
        taken = end


def _number_start(match: re.Match[str]) -> int:
    """Return where the number itself begins, after "Case No." and blanks."""
    if match.re is _BARE.compiled():
        return min(match.start(name) for name in ("office", "place", "year") if match.start(name) >= 0)
    start = match.start()
    return start + len(match.group()) - len(match.group().lstrip())


def _year(printed: str) -> int:
    year = int(printed)
    if len(printed) > 2:
        return year
    return year + (1900 if year >= _CENTURY_TURN else 2000)


def _kind(parts: dict[str, str | None]) -> str:
    printed = (parts.get("type") or "").lower().replace(".", "")
    if printed:
        return _TYPES[printed]
    lead = (parts.get("lead") or "").lower().replace(" ", "")
    if lead.startswith(("civ", "c.a")):
        return "cv"
    if lead.startswith("misc"):
        return "mc"
    if lead.startswith("adv"):
        return "ap"
    return "cr" if lead.startswith("crim") else ""


def _judges(text: str, place: int) -> tuple[str, str, int, str]:
    """Read the initials after a serial number: the assigned judge, the one referred to, where they end, and the court they mark."""
    numbered = _JUDGE_BY_NUMBER.match(text, place)
    if numbered is not None:
        return "", numbered["initials"] or "", numbered.end(), "flmd"
    found: list[str] = []
    court = ""
    spaced_allowed = True
    while len(found) < 2:
        match = _INITIALS.match(text, place)
        if match is None:
            break
        here = [
            match.group(name)
            for name in ("dashed", "bracketed", "second", "slashed", "fused", "spaced")
            if match.group(name)
        ]
        if match.group("spaced") and not (spaced_allowed and _is_spaced_initials(text, match)):
            break
        if match.group("bracketed") in _NO_JUDGE_IN_BRACKETS:
            break
        court = "cacd" if court or _X_BRACKET.search(match.group()) is not None else ""
        place = match.end()
        spaced_allowed = match.group("bracketed") is None
        found.extend(initials.upper() for initials in here if initials.upper() not in _PLACES)
    assigned = found[0] if found else ""
    referred = found[1] if len(found) > 1 else ""
    return assigned, referred, place, court


def _is_spaced_initials(text: str, match: re.Match[str]) -> bool:
    """Say whether capitals after a blank are initials: no common word, and no run of capitals goes on behind them."""
    if match.group("spaced") in _NO_INITIALS:
        return False
    rest = text[match.end() : match.end() + 24].split("\n", 1)[0]
    following = rest.split()
    if not following or rest.startswith(("  ", "\t")):
        return True
    word = following[0]
    if match.group("spaced") == "DOC" and word[0].isdigit():
        return False
    return word.startswith(("(", "/", "-")) or not word.isupper() or _all_initials(following)


def _all_initials(words: list[str]) -> bool:
    """Say whether what is left of a line is one or two more pairs of initials ("LJO JLT", and P for a prisoner's case)."""
    return len(words) <= 2 and all(len(word) <= 4 and word.isupper() and word not in _NO_INITIALS for word in words)


def _jpml_court(code: str | None) -> str:
    """Turn the Judicial Panel's code of a district ("CAN") into CM/ECF's id."""
    if code is None:
        return ""
    found = code.lower() + "d"
    return found if found in DISTRICTS else ""
