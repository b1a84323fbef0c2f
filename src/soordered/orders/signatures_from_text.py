"""Who made an order and when: signature blocks, docket entries, stamps."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from soordered.orders.patterns import Pattern
from soordered.orders.printed_dates import PRINTED_DATE, date_from_print
from soordered.orders.signals_from_text import SignalText

_HEAD_CHARACTERS = 20_000
_TAIL_CHARACTERS = 20_000
_TOP_CHARACTERS = 800
_BYLINE_CHARACTERS = 3_000

_NAME = (
    r"(?:(?!(?:ON|IN|FOR|AND|ET|BY|AT)\b)(?:[A-Z]\.?(?:-[A-Z]\.)?|[A-Z](?:[a-z]+|[A-Z]+)?(?:['’\-][A-Z]?[A-Za-z]+|[A-Z][a-z]+){0,2}|van|von|de|del|la|di|le)[ \t]+){1,4}"
    r"(?!(?:ON|IN|FOR|AND|ET|BY|AT)\b)[A-Z](?:[a-z]+|[A-Z]+|['’][A-Z][A-Za-z]+)(?:['’\-][A-Z][A-Za-z]+|[A-Z][a-z]+){0,2}(?:,?[ ](?:Jr|Sr|JR|SR|II|III|IV)\b\.?)?"
)
_RANK = r"(?:chief|senior|presiding|visiting)"
_OFFICE = r"(?:magistrate|district|bankruptcy|circuit|mag\.)"
_TITLE = Pattern(
    rf"(?:\b(?:{_RANK}[ ])?(?:united[ ]states|u\.?[ ]?s\.?)[ ](?:{_RANK}[ ])?(?P<office>{_OFFICE})[ ](?:court[ ])?judge\b"
    r"|\b(?P<short>U\.?S\.?(?:D|M)\.?J\b\.?))",
    re.IGNORECASE,
)
_BEFORE_TITLE = Pattern(
    rf"(?:^|[\n:/]|\d{{4}}[ ]|(?:hon(?:orable|\.)|judge|by|s/)[ ]*)\s*(?:(?:Hon\.|HON\.|Honorable|The Honorable)[ ])?(?P<name>{_NAME})[,\s]*$"
)
_SIGNED = Pattern(
    rf"\b(?:signed|ordered|entered|issued|electronically[ ]signed)[ ]by[ ]?:?[ ](?:the[ ])?(?:hon(?:orable|\.)[ ])?(?:{_RANK}[ ])?"
    rf"(?:(?:u\.?s\.?[ ]|united[ ]states[ ])?(?P<office>{_OFFICE})?[ ]?judge[ ])?(?-i:(?P<name>{_NAME}))"
    rf"(?:[^()\n]{{0,60}}?[ ]on[ ](?P<date>{PRINTED_DATE}))?",
    re.IGNORECASE,
)
_BEFORE = Pattern(
    rf"\b(?:before|to|by)[ ](?:the[ ])?(?:(?P<honor>hon(?:orable|\.))[ ])?(?:{_RANK}[ ])?(?P<judge>(?P<office>{_OFFICE}[ ])?judge[ ])?(?:hon\.[ ])?"
    rf"(?-i:(?P<name>{_NAME}))(?P<after>,[ ]united[ ]states[ ](?P<office2>{_OFFICE})[ ]judge)?",
    re.IGNORECASE,
)
_DATED = Pattern(
    rf"(?:(?:^|\n|[.;:)_]\s{{1,4}}|so[ ]ordered,?[ ])(?-i:D)ated?\b[ ]*(?::|at[ ][^\n:]{{2,40}}?,|this|on|and[ ]entered)?[ :\t\n]{{0,6}}|\bso[ ]ordered[,.]?[ ](?:this|on)?[ ]?|\bordered[ ]this[ ]|\bsigned[ ]on[ ]|"
    rf"\bdone(?:[ ]and[ ]ordered)?[^\n]{{0,60}}?(?:,|this|on)[ ])(?:this[ ])?(?P<date>{PRINTED_DATE})",
    re.IGNORECASE,
)
_JUDGE_ON = Pattern(
    rf"(?<!before )(?<!before the )\b(?:(?:hon(?:orable|\.))[ ])?(?:{_RANK}[ ])?(?:(?P<office>{_OFFICE})[ ])?judge[ ](?-i:(?P<name>{_NAME}))[ ]on[ ]"
    rf"(?P<date>{PRINTED_DATE})(?![ ]at[ ]\d)",
    re.IGNORECASE,
)
_HEADED = Pattern(
    rf"(?:^|[\n»])[ ]*(?:chambers[ ]of\s{{1,3}})?(?:the[ ])?(?:hon(?:orable|\.)[ ])?(?:{_RANK}[ ])?(?:(?P<office>{_OFFICE})[ ])?(?:judge[ ])?(?-i:(?P<name>{_NAME}))",
    re.IGNORECASE,
)
_WHOSE = Pattern(
    rf"\b(?:practices|procedures|rules|requirements|guidelines|standards|preferences|order|orders)[ ](?:in[ ]civil[ ]cases[ ])?(?:of|for|before)[ ](?:the[ ])?(?:hon(?:orable|\.)[ ])?"
    rf"(?:{_RANK}[ ])?(?:(?:united[ ]states|u\.?s\.?)[ ])?(?:(?P<office>{_OFFICE})[ ])?(?:judge[ ])(?-i:(?P<name>{_NAME}))",
    re.IGNORECASE,
)
_BYLINE = Pattern(
    rf"(?:^|\n)[ ]*(?:present:?[ ])?(?:the[ ])?(?:hon(?:orable|\.)[ ])?(?-i:(?P<name>{_NAME})),?[ ]{{0,2}}"
    rf"(?:(?:(?:{_RANK}|united[ ]states|u\.?[ ]?s\.?)[ ]){{0,3}}(?:(?P<office>{_OFFICE})[ ])?(?:court[ ])?judge|u\.?s\.?(?P<short>[dm])\.?j\.?)[ ]?[.:]?[ ]*(?=\n|$)",
    re.IGNORECASE,
)
_TITLED = Pattern(r"(?i)\bhon(?:orable|\.)|\bjudge\b|\bchambers of\b")
_REVISED = Pattern(
    rf"(?:\b(?:rev\.?|revised|updated|reviewed|amended|modified)(?:[ ]on|:)?|\beffective(?:[ ]date:?)?|\bin[ ](?:use|effect|force)(?:[ ]from|[ ]since|[ ]as[ ]of)?|"
    rf"\bas[ ]of|\bversion[ ][\d.]{{1,6}}|^|\n|\bjudge)[ ,:]{{0,3}}\(?(?P<date>{PRINTED_DATE})(?=[\s).,;]|$)",
    re.IGNORECASE,
)
_FILED = Pattern(rf"\bfiled(?:[ ]on|:)?[ ](?P<date>{PRINTED_DATE})", re.IGNORECASE)
_ENTERED = Pattern(rf"\(?\bentered(?:[ ]on)?[: ][ ]?(?P<date>{PRINTED_DATE})", re.IGNORECASE)
_HELD = Pattern(rf"\b(?:(?<!be )held[ ]on|proceedings[ ]of)[ ](?P<date>{PRINTED_DATE})", re.IGNORECASE)
_COPIES_TO = Pattern(r"(?m)(?:^|\s)cc:\s")
_UNDATED = Pattern(r"\bdated?:[ \t]*_{2,}", re.IGNORECASE)
_NO_NAME = frozenset(
    [
        "on",
        "in",
        "for",
        "at",
        "re",
        "standing",
        "civil",
        "last",
        "effective",
        "version",
        "procedures",
        "practices",
        "guidelines",
        "letter",
        "information",
        "updated",
        "revised",
        "united",
        "states",
        "district",
        "court",
        "judge",
        "magistrate",
        "clerk",
        "deputy",
        "case",
        "status",
        "order",
        "hearing",
        "conference",
        "motion",
        "jury",
        "trial",
        "plaintiff",
        "defendant",
        "counsel",
        "office",
        "notice",
        "so",
        "ordered",
        "dated",
        "it",
        "is",
        "the",
        "this",
        "chambers",
        "courtroom",
        "court",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who made an order and when, as far as its text says.

    Args:
        name: the judge's name, capitals lowered ("JOSEPH C. SPERO" is "Joseph C. Spero"); empty when not printed.
        office: ``magistrate``, ``district``, ``bankruptcy``, ``circuit`` or empty.
        signed: the day of signing.
        filed: the day of filing, from a docket entry or a CM/ECF stamp.
        entered: the day of entry on the docket.
        held: the day of the hearing that a minute entry records.
        revised: the day of a version, from the head of standing orders and guidelines, or a letter's date.
        title_without_name: whether a judge's title is printed where the name would stand, without it.
        blank_date: whether the date of signing was left blank.
    """

    name: str = ""
    office: str = ""
    signed: dt.date | None = None
    filed: dt.date | None = None
    entered: dt.date | None = None
    held: dt.date | None = None
    revised: dt.date | None = None
    title_without_name: bool = False
    blank_date: bool = False


def signature_from_text(clean: SignalText, original: str, *, docket: bool) -> Signature:
    """Find the judge's name and office and the dates of an order.

    The signature block at the end speaks first, then the byline of a reported order, a docket entry's "Signed by", "before Judge".

    Args:
        clean: the order's text without its layout.
        original: the text as printed, whose page heads hold the filing date.
        docket: whether it is an entry of a docket, which has no version.
    """
    head = clean.part(0, _HEAD_CHARACTERS)
    tail = clean.part(len(clean) - _TAIL_CHARACTERS, len(clean))
    block_name, block_office, bare = _block(tail)
    if not block_name:
        block_name, block_office = _byline(clean.part(0, _BYLINE_CHARACTERS)) or ("", block_office)
    signed_by = _last(_SIGNED, tail)
    name, office = block_name, block_office
    signed = None
    if signed_by is None or not _name(signed_by["name"]):
        signed_by = _last(_JUDGE_ON, clean)
    if signed_by is not None and _name(signed_by["name"]):
        signed = date_from_print(signed_by["date"]) if signed_by["date"] else None
        if not name:
            name = _name(signed_by["name"])
            office = (signed_by["office"] or office or "").lower()
    if not name:
        name, office = _headed(clean.part(0, _TOP_CHARACTERS), office) or ("", office)
    if not name:
        name, office = _practices_of(clean[:_TOP_CHARACTERS], office)
    if not name and not bare:
        name, office = _heard_before(head, office)
    if signed is None and (dated := _last(_DATED, tail)) is not None:
        signed = date_from_print(dated["date"])
    return Signature(
        name=_as_name(name),
        office={"mag.": "magistrate"}.get(office.strip(), office.strip()),
        signed=signed,
        filed=_date(_last(_FILED, tail)) or _date(_FILED.search(original, 0, 2000)),
        entered=_date(_last(_ENTERED, tail)),
        held=_date(_HELD.search(head)),
        revised=None if docket else _date(_REVISED.search(clean.part(0, _TOP_CHARACTERS))),
        title_without_name=bare and not name,
        blank_date=signed is None and _UNDATED.search(tail) is not None,
    )


def _block(tail: str) -> tuple[str, str, bool]:
    """Read the last printed title of a judge that ends its line, and the name before it; say whether the title stands alone."""
    tail = _COPIES_TO.split(tail)[0]
    name, office, bare = "", "", False
    for match in _TITLE.finditer(tail):
        after = tail[match.end() : match.end() + 40].lstrip(" .,")
        if after and after[0] not in "\n(" and len(tail) - match.end() >= 120:
            continue
        before = _BEFORE_TITLE.search(tail[max(0, match.start() - 80) : match.start()])
        if before is not None and _name(before["name"]):
            name, office, bare = _name(before["name"]), _office_of(match), False
        elif tail[: match.start()].rstrip(" _/s-").endswith("\n") or not tail[: match.start()].strip():
            name, office, bare = "", _office_of(match), True
    return name, office, bare


def _byline(top: str) -> tuple[str, str] | None:
    """Read the line that names who speaks, as reports print it under the caption: "ADA QUILL, Magistrate Judge."."""
    for match in _BYLINE.finditer(top):
        if _name(match["name"]) == match["name"].rstrip(","):
            short = match["short"]
            office = match["office"] or ("" if not short else "magistrate" if short in "mM" else "district")
            return _name(match["name"]), office.lower()
    return None


def _office_of(match: re.Match[str]) -> str:
    if match["office"]:
        return match["office"].lower()
    return "magistrate" if "M" in match["short"].upper() else "district"


def _heard_before(head: str, office: str) -> tuple[str, str]:
    for match in _BEFORE.finditer(head):
        if not (match["honor"] or match["judge"] or match["after"]) or not _name(match["name"]):
            continue
        return _name(match["name"]), (match["office"] or match["office2"] or office or "").lower()
    return "", office


def _headed(top: str, office: str) -> tuple[str, str] | None:
    """Read the judge named at the top of a page: "Judge …", "The Honorable …", "Chambers of …"."""
    for match in _HEADED.finditer(top):
        words = match.group()
        goes_on = re.match(r"\s+[a-z]", top[match.end() : match.end() + 4]) is not None
        if goes_on and _name(match["name"]) == match["name"]:
            continue  # "The Honorable … has referred": a sentence about another judge
        if _TITLED.search(words[: len(words) - len(match["name"])]) and _name(match["name"]):
            return _name(match["name"]), (match["office"] or office or "").lower()
    return None


def _practices_of(top: str, office: str) -> tuple[str, str]:
    """Read whose practices a page tells: "CHAMBERS PROCEDURES OF JUDGE ADA QUILL"."""
    match = _WHOSE.search(top)
    if match is None or not _name(match["name"]):
        return "", office
    return _name(match["name"]), (match["office"] or office or "").lower()


def _name(words: str) -> str:
    """Cut a run of capitalised words where they stop being a name; empty when nothing like a name is left."""
    kept: list[str] = []
    for word in re.sub(r"(?i)^chambers\s+of\s+", "", words).split():
        if word.strip(".,").lower().removesuffix("'s").removesuffix("’s") in _NO_NAME:
            break
        kept.append(word)
    return " ".join(kept).rstrip(",") if len(kept) > 1 and len(kept[-1].strip(".,")) > 1 else ""


def _as_name(printed: str) -> str:
    """Lower a name printed in capitals, initials and the like left as they are."""
    words = " ".join(printed.split())
    if not re.sub(r",? (?:Jr|Sr)\.?$", "", words).isupper():
        return words
    return re.sub(r"[A-Z]+", lambda match: match.group().capitalize(), words).replace("Iii", "III").replace("Ii", "II")


def _last(pattern: Pattern, text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _date(match: re.Match[str] | None) -> dt.date | None:
    return None if match is None else date_from_print(match["date"])
