"""The header of an order: court, judge, dates, number, parties, kind, and what the text held does not show."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import StrEnum

from soordered.orders.caption_from_text import Caption, captions
from soordered.orders.caption_page_from_text import CaptionPage, Party, caption_page_from_text
from soordered.orders.court_from_text import CourtEvidence, CourtFound, court_from_text
from soordered.orders.order_text import OrderText
from soordered.orders.patterns import Pattern, signal_text
from soordered.orders.signatures_from_text import Signature, signature_from_text
from soordered.provenance.problems import Problem

_HEAD_CHARACTERS = 6_000
_MOST_NUMBERS = 12


class OrderKind(StrEnum):
    """What kind of text it is."""

    NOTICE_OF_REFERENCE = "notice_of_reference"
    STANDING_ORDER = "standing_order"
    CASE_ORDER = "case_order"
    DOCKET_TEXT = "docket_text"
    GUIDELINE = "guideline"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderHeader:
    """What an order says of itself.

    Args:
        court: CM/ECF id of the court, empty when the text does not show it.
        division: the court's division as printed.
        title: as printed, or the first words of a docket text.
        judge: name of the judge who made it; empty when not printed.
        office: ``magistrate``, ``district``, ``bankruptcy`` or empty.
        initials: that judge's initials.
        district_initials: initials of the district judge who has the case, where another made the order.
        captions: the case numbers, read.
        signed: the day of signing.
        filed: the day of filing.
        entered: the day of entry.
        held: the day of the hearing that a minute entry records.
        revised: the day of the version, from the head of a standing order or a guideline, or a letter's date.
        kind: what kind of text it is.
        parties: in the order of the caption.
        motion: the motion referred, as printed; empty where none is.
        reference_scope: the rest of what is referred, e.g. ``"all future discovery matters"``.
        relates_to: docket entries the caption names.
        partial: whether the text begins in the middle of the order.
        attached: whether a docket text says that the order itself is attached.
        problems: what is missing or doubtful, each with a remedy.
    """

    court: str = ""
    division: str = ""
    title: str = ""
    judge: str = ""
    office: str = ""
    initials: str = ""
    district_initials: str = ""
    captions: tuple[Caption, ...] = ()
    signed: dt.date | None = None
    filed: dt.date | None = None
    entered: dt.date | None = None
    held: dt.date | None = None
    revised: dt.date | None = None
    kind: OrderKind = OrderKind.CASE_ORDER
    parties: tuple[Party, ...] = ()
    motion: str = ""
    reference_scope: str = ""
    relates_to: str = ""
    partial: bool = False
    attached: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def dated(self) -> dt.date | None:
        """The order's date: of signing, else of filing, of entry, of the hearing it records, of the version."""
        return self.signed or self.filed or self.entered or self.held or self.revised

    @property
    def case_numbers(self) -> tuple[str, ...]:
        """The case numbers as printed."""
        return tuple(caption.printed for caption in self.captions)


_CLERKS_TAIL = 160
_DOCKET = Pattern(
    r"\((?:entered|filed(?: on)?):? \d|\bcourt staff\)|\bmailed notice\b|\bsigned by (?:[a-z]+ ){0,2}judge\b|text[- ]only (?:entry|order)|"
    r"^(?:amended )?minute (?:entry|order)\b|^[A-Z][A-Za-z ]{3,60} by (?:magistrate )?judge\b|\bordered by (?:[a-z]+ ){0,2}judge\b|\(\w{2,4}, ?\)\s*$|\bmodified on \d|\bsigned on \d|\([A-Z][\w'’-]+, [A-Z][\w'’-]+\)\s*$|(?:electronic|paperless|endorsed|text) order\b|\bjudge [a-z.' -]{3,50} on \d{1,2}/\d{1,2}/\d{2,4}",
    re.IGNORECASE,
)
_REFERENCE = Pattern(
    r"\b(?:ha(?:s|ve)[ ](?:been[ ])?|is[ ](?:hereby[ ])?|are[ ](?:hereby[ ])?|was[ ]|were[ ])?refer(?:red|s)[ ]"
    r"(?:(?:this|the)[ ][^.;]{1,60}?[ ])?to[ ](?P<whom>the[ ]undersigned|(?:chief[ ])?(?:united[ ]states[ ])?magistrate[ ]judge(?:[ ][^.;,]{2,40})?|judge[ ][^.;,]{2,40}|the[ ]honorable[ ][^.;,]{2,40})"
    r"[^.;]{0,40}?[ ]for[ ](?:(?:the[ ])?purposes?[ ]of[ ])?(?:(?:the[ ])?(?:resolution|determination|decision|hearing(?:[ ]and[ ]determination)?|ruling|disposition|consideration|a[ ]report[ ]and[ ]recommendation)[ ](?:of|on)[ ])?"
    r"(?P<what>[^.;]{3,400})",
    re.IGNORECASE,
)
_REFERS = Pattern(
    r"\b(?:refers?|ha(?:s|ve)[ ](?:hereby[ ]|also[ ])?referred|hereby[ ]referred)[ ](?P<what>(?:[^.;]|\.(?=\S)){3,400}?)[ ]to[ ](?:the[ ]undersigned|(?:chief[ ])?(?:united[ ]states[ ])?magistrate[ ]judge|judge[ ])",
    re.IGNORECASE,
)
_REFERRED_TO = Pattern(
    r"\breferred[ ]to[ ](?:the[ ]undersigned|(?:chief[ ])?(?:united[ ]states[ ])?magistrate[ ]judge[ ][^.;,]{2,40}?)[ ]"
    r"(?P<what>(?:plaintiffs?['’]?s?|defendants?['’]?s?|the|all|any|every|each|a|an)[ ](?:[^.;]|\.(?=\S)){3,400})",
    re.IGNORECASE,
)
_ALL_FUTURE = Pattern(
    r"(?:,?[ ](?:and(?:[ ]also)?|with|together[ ]with|along[ ]with|as[ ]well[ ]as)[ ]|^)(?P<scope>(?:for[ ])?(?:all|any|every|each)[ ]"
    r"(?:(?:other|further|future|later|new|pending|remaining|subsequent)[ ])*(?:discovery|pretrial|non-?dispositive)[^.;()]{0,80})",
    re.IGNORECASE,
)
_DESIGNATION = Pattern(
    r"\b(?:designat(?:ion|ed)|initials?)\b[^.\n]{0,60}?[\"“”'‘’(]{1,3}(?P<initials>[A-Z]{2,4})[)\"“”'‘’]{1,3}"
)
_BEAR_INITIALS = Pattern(r"\binitials[ ](?:of[ ][^.\n]{0,40}?[ ])?[\"“(]{0,2}(?P<initials>[A-Z]{2,4})\b")
_MARK = Pattern(r"[\"“”](?P<initials>[A-Z]{2,4})['’]S?[ ](?:CHAMBERS|COURTESY|COPY|Chambers|Courtesy)")
_ATTACHED = Pattern(
    r"\b(?:see|refer[ ]to)[ ](?:the[ ])?(?:attached|order|pdf)\b|\bstated[ ]in[ ]the[ ]order\b|\bset[ ]forth[ ](?:in[ ]the[ ]order|herein)\b|\battached[ ](?:order|hereto|pdf)\b|\border[ ](?:is[ ])?attached\b",
    re.IGNORECASE,
)
_DOCKET_TITLE = Pattern(
    r"^\W{0,3}(?P<title>(?i:(?:amended )?minute (?:entry|order))|(?:(?:[A-Z][A-Z0-9&'’/\-]+|re|RE|and|of|to|for|the|on)(?:[ ,;]+|(?=[:.(\[\-])|$)){1,24})"
)
_JUDGE_FIRST = Pattern(r"^(?:[A-Z][a-z]+ ){0,2}Judge [^:\n]{3,60}:\s*")
_SMALL_LAST = Pattern(r"(?:\s(?:re|and|of|to|for|the|on))+$")
_FIRST_WORDS = Pattern(r"^[^.:;(\n]{3,120}")
_TITLE_PARAGRAPH = Pattern(
    r"\b(?:ORDERS?|NOTICE|GUIDELINES?|PROCEDURES?|MINUTES?|JUDGMENT|STIPULATION|MEMORANDUM|RULES?|PRACTICES?|STANDARDS?|REQUIREMENTS?|INSTRUCTIONS?|PROTOCOLS?|POLICIES)\b"
)
_STANDING = Pattern(
    r"\bstanding[ ]order|\bgeneral[ ](?:standing[ ])?order\b|\bcivil[ ]pretrial[ ]order|\b(?:practices|procedures)[ ](?:of|for|before)[ ](?:judge|magistrate|the[ ]hon)",
    re.IGNORECASE,
)


_RULES = Pattern(
    r"\b(?:IT IS|it is) (?:(?:THEREFORE|HEREBY|FURTHER|therefore|hereby|further),? ){0,2}(?:ORDERED|ordered)\b|\b(?:is|are|GRANTS?|DENIES) (?:hereby )?(?:GRANTED|DENIED|DIRECTED|ORDERED)\b"
    r"|\b(?:is|are) granted in part\b|\bmotion (?:\S+ ){0,6}is (?:hereby )?(?:granted|denied)\b"
)
_PROCEDURE = Pattern(r"(?i)\b(?:procedures?|practices?|guidelines?|rules|requirements)\b")


def header(text: OrderText) -> OrderHeader:
    """Read what an order says of itself; what is not printed stays empty and becomes a problem, never a guess.

    Args:
        text: the order's text with the map to its original.
    """
    clean, original = signal_text(text.clean, ()), text.original
    docket = _is_docket_text(replace(text, clean=clean))
    page = CaptionPage() if docket else caption_page_from_text(original)
    signature = signature_from_text(clean, original, docket=docket)
    court = court_from_text(original, clean)
    numbers = _case_numbers(clean, original, court.court, docket=docket)
    court = _court_of_number(court, numbers)
    title = page.title or _title(clean, docket=docket)
    motion, scope = _reference(clean)
    partial = not docket and not title and _begins_inside(clean)
    initials, district = _initials(clean, numbers, signature)
    kind = _kind(clean, title, numbers, signature, docket=docket, reference=bool(motion or scope), partial=partial)
    found = OrderHeader(
        court=court.court,
        division=page.division,
        title=title,
        judge=signature.name,
        office=signature.office,
        initials=initials,
        district_initials=district,
        captions=numbers,
        signed=signature.signed,
        filed=signature.filed,
        entered=signature.entered,
        held=signature.held if docket else None,
        revised=signature.revised,
        kind=kind,
        parties=page.parties,
        motion=motion,
        reference_scope=scope,
        relates_to=page.relates_to,
        partial=partial,
        attached=docket and _ATTACHED.search(clean) is not None,
    )
    return _with_problems(found, court, signature)


def _is_docket_text(text: OrderText) -> bool:
    """Say whether it is an entry of a docket: one or two paragraphs with a clerk's tail, on no caption page."""
    if text.numbered or text.pages or len(text.clean) > 20_000:
        return False
    paragraphs = text.clean.count("\n\n") + 1
    if paragraphs > 6:
        return False
    tail = max(0, len(text.clean) - _CLERKS_TAIL)  # where it mostly stands
    return _DOCKET.search(text.clean, tail) is not None or _DOCKET.search(text.clean) is not None


def _case_numbers(clean: str, original: str, court: str, *, docket: bool) -> tuple[Caption, ...]:
    """Read the numbers of this case: those of the caption, else of the page heads; numbers in citations are others' cases."""
    zone = clean[:1_500] if not docket else ""
    first = re.search(
        r"(?i)\n\n(?:to all parties|it is |the (?:above|court|parties)|this (?:action|case|matter)|[^\n]{200})", zone
    )
    if first is not None:
        zone = zone[: first.start()]
    found = list(captions(zone, court=court))
    if not found and not docket:
        stamp = re.match(r"\s{0,400}(?i:case):?\s[^\n]{5,80}", original)
        found = list(captions(stamp.group(), court=court)) if stamp is not None else []
    unique: list[Caption] = []
    for caption in found:
        if not any(caption.same_case(other) for other in unique):
            unique.append(caption)
    return tuple(unique[:_MOST_NUMBERS])


def _court_of_number(court: CourtFound, numbers: tuple[Caption, ...]) -> CourtFound:
    if court.court:
        return court
    printed = {caption.court for caption in numbers if caption.court}
    if len(printed) == 1:
        return CourtFound(court=printed.pop(), evidence=CourtEvidence.TITLE, words=numbers[0].printed)
    return court


_BUTTONS = ("print", "you are here", "skip to")  # what a web page puts above its text


def _title(clean: str, *, docket: bool) -> str:
    """Take a title from the first paragraphs in capitals, or a docket text's first words."""
    if docket:
        clean = _JUDGE_FIRST.sub("", clean[:_HEAD_CHARACTERS])
        match = _DOCKET_TITLE.match(clean)
        if match is not None and len(match["title"].strip()) > 4:
            return _SMALL_LAST.sub("", match["title"].strip(" ,;:-."))
        first = _FIRST_WORDS.match(clean)
        return first.group().strip(" -,") if first is not None else ""
    for paragraph in clean[:_HEAD_CHARACTERS].split("\n\n")[:14]:
        words = " ".join(paragraph.split())
        if 5 < len(words) < 300 and words.isupper() and _TITLE_PARAGRAPH.search(words):
            if re.match(r"\W*(?:IT IS|SO ORDERED|TO ALL|BEFORE)\b", words) or "DISTRICT COURT" in words:
                continue
            return words.strip(" ;,")
        if len(words) > 200:
            break
    for paragraph in clean[:1_500].split("\n\n")[:6]:
        words = " ".join(paragraph.split())
        if (
            (
                5 < len(words) < 120
                and "»" not in words
                and not words.lower().startswith(_BUTTONS)
                and re.search(r"(?i)\b(?:order|guidelines?|procedures?|notice|rules|information|documents)\b", words)
            )
            and not re.search(r"[.;]$", words)
            and not re.match(r"\(?\d|[a-z]", words)
        ):
            return words
    return ""


def _reference(clean: str) -> tuple[str, str]:
    """Read what was referred to the judge: the motion, and the matters beside it."""
    for pattern in (_REFERENCE, _REFERS, _REFERRED_TO):
        match = pattern.search(clean)
        if match is None:
            continue
        what = " ".join(match["what"].split())
        scope_match = _ALL_FUTURE.search(what)
        scope = ""
        if scope_match is not None:
            scope = scope_match["scope"].strip(" ,").removeprefix("for ")
            what = what[: scope_match.start()]
        motion = re.split(r"[ ]\((?:the |hereinafter |“|\")", what)[0].strip(" ,")
        if not re.search(r"(?i)\b(?:motions?|applications?|requests?|letters?|briefs?)\b", motion):
            scope = scope or motion
            motion = ""
        return motion, scope
    return "", ""


def _begins_inside(clean: str) -> bool:
    """Say whether the text begins in the middle of an order: at a numbered item or in a sentence, with no opening before."""
    for start, end in _first_paragraphs(clean):
        words = clean[start:end]
        if re.search(r"(?i)\bdistrict court\b|\bdistrict of\b", words) and len(words) < 160:
            continue
        return re.match(r"(?:\d{1,2}|[a-z]|\(\w{1,3}\))[.)]?\s|[a-z]", words) is not None
    return False


def _first_paragraphs(clean: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for _ in range(4):
        end = clean.find("\n\n", start)
        found.append((start, len(clean) if end < 0 else end))
        if end < 0:
            break
        start = end + 2
    return found


def _initials(clean: str, numbers: tuple[Caption, ...], signature: Signature) -> tuple[str, str]:
    """Find the judge's initials and, where another judge has the case, that judge's."""
    told = ""
    for pattern in (_DESIGNATION, _MARK):
        match = pattern.search(clean)
        if match is not None:
            told = match["initials"]
            break
    assigned = next((caption.assigned for caption in numbers if caption.assigned), "")
    referred = next((caption.referred for caption in numbers if caption.referred), "")
    if told:
        return told, assigned if assigned != told else ""
    if signature.office == "district" or not referred:
        bears = _BEAR_INITIALS.search(clean)
        if bears is not None and bears["initials"] == _initials_of(signature.name):
            return bears["initials"], ""
        return assigned, ""
    return referred, assigned


def _initials_of(name: str) -> str:
    return "".join(
        word[0] for word in re.findall(r"[A-Za-z][\w'’.-]*", name) if word.strip(".") not in {"Jr", "Sr", "II", "III"}
    )


def _kind(
    clean: str,
    title: str,
    numbers: tuple[Caption, ...],
    signature: Signature,
    *,
    docket: bool,
    reference: bool,
    partial: bool,
) -> OrderKind:
    if docket:
        return OrderKind.DOCKET_TEXT
    if re.search(r"(?i)\b(?:notice|order) of (?:reference|referral)\b|\border referring\b", title):
        return OrderKind.NOTICE_OF_REFERENCE
    if _STANDING.search(title):
        return OrderKind.STANDING_ORDER
    if numbers:
        return (
            OrderKind.NOTICE_OF_REFERENCE
            if reference and "undersigned" in clean[:_HEAD_CHARACTERS]
            else OrderKind.CASE_ORDER
        )
    if _RULES.search(clean) or (re.search(r"\bORDER\b", title) and _PROCEDURE.search(title) is None):
        return OrderKind.CASE_ORDER
    if _STANDING.search(clean[:_HEAD_CHARACTERS]) or partial or signature.name or signature.title_without_name:
        return OrderKind.STANDING_ORDER
    return OrderKind.GUIDELINE


def _with_problems(found: OrderHeader, court: CourtFound, signature: Signature) -> OrderHeader:
    problems: list[Problem] = []

    def note(what: str, remedy: str) -> None:
        problems.append(Problem(what=what, where="header", remedy=remedy))

    if not found.court:
        rivals = f" It could be any of {', '.join(court.rivals)}." if court.rivals else ""
        note(
            f"The text does not show which court it comes from.{rivals}",
            "Name the court when you use it, e.g. --court cand.",
        )
    elif court.evidence is CourtEvidence.ADDRESS:
        note(f"Only the address {court.words!r} names the court.", f"Confirm that the order comes from {found.court}.")
    elif court.rivals:
        note(
            f"The text names more than one court: {found.court}, {', '.join(court.rivals)}.",
            f"Confirm that it comes from {found.court}.",
        )
    if found.kind is not OrderKind.GUIDELINE:
        if not found.judge and signature.title_without_name:
            note(
                "A judge's title is printed without a name.",
                "Take the name from the docket; it is not in the text held.",
            )
        elif not found.judge:
            note("No judge's name is printed.", "Take the name from the docket; it is not in the text held.")
        if found.dated is None:
            blank = "The date of signing is left blank." if signature.blank_date else "No date of the order is printed."
            note(
                blank,
                "Take the date of entry from the docket; periods from the order's date cannot be counted without it.",
            )
        elif found.signed is None and found.filed is None and found.entered is None and found.held is not None:
            note(
                f"No date of entry is printed; {found.held} is the day of the hearing that the entry records.",
                "Confirm the date of entry on the docket.",
            )
    if found.partial:
        note(
            "The text held begins in the middle of the order: caption, case number and opening are not in it.",
            "Get the whole order; what is missing here was not necessarily removed.",
        )
    if found.attached:
        note("The docket text points to an order that says more.", "Read the attached order as well.")
    return replace(found, problems=tuple(problems))
