"""Changed copies of the two seed orders: other terms, other people, other paper, with their labels moved along.

A copy is made in two steps. First the words: numbers, units, hours, weekdays, judges, initials, parties, rooms, dates.
Each change that touches a label's value says what the label must now hold. Then the paper: line numbers, page heads, bare
numbers in a sentence, other line ends; every character remembers where it came from, so that a label's place is known by
construction. Nothing here uses the reader.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Label = dict[str, Any]

SEEDS = ("seed_spero_2007-07-30", "seed_spero_2010-07-07")

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}
_UNITS = {
    "business_day": "business day",
    "calendar_day": "calendar day",
    "court_day": "court day",
    "day": "day",
    "week": "week",
    "hour": "hour",
}
_HOURS = {
    "week": (1, 2, 3, 4),
    "hour": (24, 36, 48, 72),
}
_CLOCKS = [
    ("10:00 a.m.", "10:00"),
    ("2:15 p.m.", "14:15"),
    ("3:00 p.m.", "15:00"),
    ("11:30 a.m.", "11:30"),
    ("5:00 p.m.", "17:00"),
    ("1:30 p.m.", "13:30"),
    ("8:45 a.m.", "08:45"),
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
_JUDGES = [
    ("LAUREN BEAUMONT", "LB"),
    ("QUENTIN R. VARGA", "QRV"),
    ("ADA NKEMELU", "AN"),
    ("MARIA-ELENA J. TREMAINE", "MEJ"),
    ("DONALD K. WESTERVELT", "DKW"),
]
_DISTRICT_JUDGES = ["VRX", "PJM", "CRD", "WHO", "LHN", "EMD"]
_PLAINTIFFS = ["ORLANDO FERRIES, LLC", "HANNAH OKONJO-REYES", "NORTHGATE TILE & STONE, INC.", "THE CITY OF WEST POINT"]
_DEFENDANTS = [
    "PUGET PILOTS ASSN., ET AL.",
    "JOHN SMITHERS",
    "BLUE HERON BANCORP, N.A.",
    "UNITED STATES FOREST SERVICE",
]
_ROOMS = [
    "the Attorney Lounge next to Courtroom F",
    "the Jury Assembly Room on the 4th Floor",
    "Conference Room B across from Courtroom 7",
]
_PLACES = [
    "Courtroom 4, 5th Floor, United States Courthouse, 280 South First Street, San Jose, California",
    "Courtroom F, 3rd Floor, Ronald V. Dellums Federal Building, 1301 Clay Street, Oakland, California",
    "Courtroom 12, 19th Floor, United States Courthouse, 700 Stewart Street, Seattle, Washington",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the header of a copy must say, as far as the copy prints it."""

    initials: str
    dated: dt.date
    judge: str = ""
    district_initials: str = ""
    case_number: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A changed copy with its labels."""

    name: str
    text: str
    labels: tuple[Label, ...]
    expected: Expected
    plain: str  # the same words before they were put on paper


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    new: str
    label: int | None = None
    values: tuple[tuple[str, Any], ...] = ()


def in_words(number: int) -> str:
    """Write a number below 100 in words."""
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def copies(corpus: Path, *, seed: int, count: int) -> Iterator[Copy]:
    """Make changed copies, the two seeds in turn, each with its own terms and paper."""
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")  # noqa: S311  repeatable, not secret
        yield changed_copy(corpus, SEEDS[number % 2], rng, name=f"copy-{number:03d}")


def changed_copy(corpus: Path, seed_name: str, rng: random.Random, *, name: str) -> Copy:
    """Make one changed copy of one seed."""
    text = (corpus / f"{seed_name}.txt").read_bytes().decode("utf-8")
    labels = json.loads((corpus / f"{seed_name}.gold.json").read_text(encoding="utf-8"))["provisions"]
    text, labels = _plain(text, labels)
    changes, expected = _terms(text, labels, rng)
    text, labels = _apply(text, labels, changes)
    plain = text
    text, labels = _on_paper(text, labels, rng)
    for label in labels:
        assert label["quote"] == text[label["start"] : label["end"]]
        assert not label["quote"][0].isspace()
    return Copy(name=f"{name}-{seed_name[-10:]}", text=text, labels=tuple(labels), expected=expected, plain=plain)


# --- the seeds without their own damage -----------------------------------------------------------------------------


def _plain(text: str, labels: list[Label]) -> tuple[str, list[Label]]:
    """Take the two seeds' own line numbers out, by where they are known to stand."""
    cuts = [_Change(*match.span(), " ") for match in re.finditer(r"\n\n(?:\d{1,2}\n\n){28}", text)]
    cuts += [_Change(*match.span(1), "") for match in re.finditer(r"(?m)^(\d{1,2}\t)\d\.\t", text)]
    cuts += [
        _Change(match.start(1) - 1, match.end(1), " ")
        for match in re.finditer(r"(?<=\n)(\d{1,2}\t\t?)(?!\d\.\t)", text)
        if match.start()
    ]
    cuts += [_Change(*match.span(1), "") for match in re.finditer(r"(?:^|(?<=\n\n))(\d{2} )(?=[A-Z])", text)]
    cuts += [_Change(*match.span(1), "") for match in re.finditer(r"(?<=parties)(28)(?= and)", text)]
    cuts += [
        _Change(*match.span(), " ")
        for match in re.finditer(r"(?<=Civil L\.)\n\n(?=R\. )|(?<=of the)\n(?=date for service)", text)
    ]
    return _apply(text, labels, cuts)


# --- the words ------------------------------------------------------------------------------------------------------


def _terms(text: str, labels: list[Label], rng: random.Random) -> tuple[list[_Change], Expected]:
    changes: list[_Change] = []
    for index, label in enumerate(labels):
        changes.extend(_label_terms(text, index, label, rng))
    judge, initials = rng.choice(_JUDGES)
    assigned = rng.choice(_DISTRICT_JUDGES)
    dated = dt.date(rng.randint(1999, 2027), rng.randint(1, 12), rng.randint(1, 28))
    changes += [_Change(*match.span(1), initials) for match in re.finditer(r"\b(JCS)\b", text)]
    changes += [_Change(*match.span(), judge) for match in re.finditer(r"JOSEPH C\. SPERO", text)]
    changes += [
        _Change(*match.span(1), f"{dated:%B} {dated.day}, {dated.year}")
        for match in re.finditer(r"(?<=Dated: )(\w+ \d+, \d{4})", text)
    ]
    case_number = ""
    parties: tuple[str, ...] = ()
    number = re.search(r"C-06-03891 SC", text)
    if number is not None:
        printed = f"C-{dated.year % 100:02d}-{rng.randint(1, 6000):05d} {assigned}"
        changes.append(_Change(*number.span(), printed))
        case_number = f"{printed} ({initials})"
        plaintiff, defendant = rng.choice(_PLAINTIFFS), rng.choice(_DEFENDANTS)
        for old, new in (("LEADCLICK MEDIA, INC.", plaintiff), ("RERLATIONSERVE MEDIA, INC., ET AL.", defendant)):
            place = text.index(old)
            changes.append(_Change(place, place + len(old), new))
        parties = (plaintiff, defendant)
    for old, choices in (("the Juror Conference Room adjacent to Courtroom A", _ROOMS), (_hearing_room(text), _PLACES)):
        if old and old in text:
            place = text.index(old)
            changes.append(_Change(place, place + len(old), rng.choice(choices)))
    name = (
        ""
        if case_number
        else " ".join(
            word.capitalize() if len(word) > 2 else word for word in judge.replace("-", "- ").split()
        ).replace("- ", "-")
    )
    return changes, Expected(
        initials=initials,
        dated=dated,
        judge=name,
        district_initials=assigned if case_number else "",
        case_number=case_number,
        parties=parties,
    )


def _hearing_room(text: str) -> str:
    match = re.search(r"Courtroom A, 15th Floor.*?California", text)
    return match.group() if match else ""


def _label_terms(text: str, index: int, label: Label, rng: random.Random) -> Iterator[_Change]:
    start, quote = label["start"], text[label["start"] : label["end"]]
    words = re.search(
        r"(?P<lead>[Ww]ithin) (?P<count>\w+ \(\d+\)) (?P<unit>(?:calendar |business )?days)(?P<after> (?:of|from))?",
        quote,
    )
    if words is not None and label["period"]:
        unit = rng.choice(list(_UNITS))
        number = rng.choice(_HOURS.get(unit, (1, 2, 3, 4, 6, 8, 9, 12, 14, 15, 21, 28, 30)))
        period = {**label["period"], "n": number, "unit": unit}
        lead, after = words["lead"], words["after"] or ""
        if rng.random() < 0.3 and after:
            lead = "No later than" if lead[0] == "W" else "no later than"
            after = " after"
            period["bound"] = "no_later_than"
        said = f"{lead} {_counted(number, unit, rng)}{after}"
        yield _Change(start + words.start(), start + words.end(), said, index, (("period", period),))
        return
    next_day = re.search(r"NOON ON THE NEXT BUSINESS DAY", quote)
    if next_day is not None:
        clock, value = rng.choice([("NOON", "12:00"), *[(said.upper(), hour) for said, hour in _CLOCKS]])
        nth, number = rng.choice([("NEXT", 1), ("SECOND", 2), ("THIRD", 3)])
        unit = rng.choice(["business_day", "court_day", "calendar_day"])
        said = f"{clock} ON THE {nth} {_UNITS[unit].upper()}"
        values = (("period", {**label["period"], "n": number, "unit": unit}), ("clock", value))
        yield _Change(start + next_day.start(), start + next_day.end(), said, index, values)
        return
    sitting = re.search(r"Friday mornings, at 9:30 a\.m\.", quote)
    if sitting is not None:
        clock, value = rng.choice(_CLOCKS)
        day = rng.choice(_WEEKDAYS)
        half = "mornings" if value < "12" else "afternoons"
        yield _Change(
            start + sitting.start(),
            start + sitting.end(),
            f"{day} {half}, at {clock}",
            index,
            (("clock", value), ("weekday", [day])),
        )
        return
    before = re.search(r"4:30 p\.m\. the day before", quote)
    if before is not None:
        clock, value = rng.choice(_CLOCKS)
        if rng.random() < 0.5:
            said, period = f"{clock} the day before", label["period"]
        else:
            number, unit = rng.choice([2, 3, 5]), rng.choice(["court_day", "business_day", "calendar_day"])
            said, period = (
                f"{clock} {_counted(number, unit, rng)} before",
                {**label["period"], "n": number, "unit": unit},
            )
        yield _Change(start + before.start(), start + before.end(), said, index, (("clock", value), ("period", period)))


def _counted(number: int, unit: str, rng: random.Random) -> str:
    form = rng.random()
    count = f"{in_words(number)} ({number})" if form < 0.7 else str(number) if form < 0.85 else in_words(number)
    return f"{count} {_UNITS[unit]}{'' if number == 1 else 's'}"


def _apply(text: str, labels: list[Label], changes: list[_Change]) -> tuple[str, list[Label]]:
    """Make all changes at once and move every label; a change may lie inside a label or outside, never across its edge."""
    changes = sorted(changes, key=lambda change: change.start)
    pieces: list[str] = []
    place = 0
    for change in changes:
        assert change.start >= place, f"two changes overlap at {change.start}: {text[change.start : change.end]!r}"
        pieces += [text[place : change.start], change.new]
        place = change.end
    pieces.append(text[place:])
    changed = "".join(pieces)

    def moved(offset: int, *, end: bool) -> int:
        shift = 0
        for change in changes:
            if change.end <= offset and not (not end and change.end == offset and change.start == offset):
                shift += len(change.new) - (change.end - change.start)
            else:
                assert change.start >= offset, f"a change crosses a label's edge at {offset}"
        return offset + shift

    values: dict[int, dict[str, Any]] = {}
    for change in changes:
        if change.label is not None:
            values.setdefault(change.label, {}).update(change.values)
    result = []
    for index, label in enumerate(labels):
        start, end = moved(label["start"], end=False), moved(label["end"], end=True)
        result.append({**label, **values.get(index, {}), "start": start, "end": end, "quote": changed[start:end]})
    return changed, result


# --- the paper ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """How a copy is printed."""

    width: int = 0  # characters a line; 0 leaves the paragraphs on one line
    numbers: str = ""  # "tab", "columns" or "" for none
    lines: int = 28
    double: bool = False  # an empty line between numbered lines
    head: str = ""
    side: bool = False
    foot: bool = False
    feed: bool = False
    run: bool = False  # a run of bare numbers inside a sentence
    fused: bool = False  # two numbers flattened into one line, the second fused to a word
    end: str = "\n"


def _on_paper(text: str, labels: list[Label], rng: random.Random) -> tuple[str, list[Label]]:
    head = f"Case {rng.randint(1, 5)}:{rng.randint(7, 26):02d}-cv-{rng.randint(1, 9999):05d}-XYZ   Document {rng.randint(2, 90)}   Filed 0{rng.randint(1, 9)}/1{rng.randint(0, 9)}/{rng.randint(10, 24)}"
    papers = [
        _Paper(),
        _Paper(run=True),
        _Paper(width=rng.randint(70, 100)),
        _Paper(width=rng.randint(70, 100), numbers="tab"),
        _Paper(width=rng.randint(70, 100), numbers="tab", fused=True),
        _Paper(width=rng.randint(80, 100), numbers="columns", head=head, foot=True),
        _Paper(width=rng.randint(80, 100), numbers="columns", head=head, double=True, side=True),
        _Paper(width=rng.randint(70, 100), numbers="columns", lines=rng.choice([25, 26]), feed=True),
    ]
    paper = replace(rng.choice(papers), end=rng.choice(["\n", "\n", "\r\n"]))
    out = _Printer(paper)
    for paragraph in re.finditer(r"[^\n]+", text):
        out.paragraph(text, paragraph.start(), paragraph.end(), rng)
    printed, place = out.finish()
    moved = []
    for label in labels:
        start, end = place[label["start"]], place[label["end"] - 1] + 1
        moved.append({**label, "start": start, "end": end, "quote": printed[start:end]})
    return printed, moved


class _Printer:
    """Puts words on paper and remembers where every character went."""

    def __init__(self, paper: _Paper) -> None:
        self.paper = paper
        self.parts: list[str] = []
        self.length = 0
        self.place: dict[int, int] = {}
        self.line = 0
        self.page = 0
        self.ran = False

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _new_line(self) -> None:
        """End the line, and begin the next with its number."""
        paper = self.paper
        if self.length:
            self._put(paper.end)
        if not paper.numbers:
            return
        if self.line % paper.lines == 0:
            self.page += 1
            if self.page > 1 and paper.foot:
                self._put(f"{paper.end}{' ' * 45}{self.page - 1}{paper.end}")
            if self.page > 1 and paper.feed:
                self._put("\f")
            if paper.head:
                self._put(f"{paper.head}   Page {self.page} of 9{paper.end * 2}")
        elif paper.double:
            self._put(paper.end)
        if paper.side and self.line % paper.lines == 12:
            self._put(f"Northern District of California{paper.end} United States District Court{paper.end * 4}")
        self.line += 1
        number = (self.line - 1) % paper.lines + 1
        self._put(f"{number}\t" if paper.numbers == "tab" else f"{' ' * 18}{number:>2}   ")

    def paragraph(self, text: str, start: int, end: int, rng: random.Random) -> None:
        """Print one paragraph, wrapped if the paper is."""
        paper = self.paper
        if not paper.width:
            if self.length:
                self._put(paper.end * 2)
            cut = self._cut(text, start, end, rng)
            self._words(text, start, cut)
            if cut < end:
                self._put((paper.end * 2) + "".join(f"{number}{paper.end * 2}" for number in range(1, 29)))
                self._words(text, cut + 1, end)
                self.ran = True
            return
        if not paper.numbers and self.length:
            self._put(paper.end)
        lines = list(_wrapped(text, start, end, paper.width))
        for index, (first, last) in enumerate(lines):
            if self._fuses(index, lines):
                self._words(text, first - 1, first - 1)
                self.line += 1
                self._put(f"{(self.line - 1) % paper.lines + 1} ")
                self.ran = True
            else:
                self._new_line()
                if index == 0 and paper.numbers == "columns":
                    self._put(" " * 8)
            self._words(text, first, last)

    def _fuses(self, index: int, lines: list[tuple[int, int]]) -> bool:
        """Say whether this line is flattened into the one before, its number fused to that one's last word."""
        ends_in_letter = bool(self.parts) and self.parts[-1][-1:].isalpha()
        inside = 0 < index < len(lines) and self.line % self.paper.lines not in (0, 1, 2, 3)
        return self.paper.fused and not self.ran and self.line > 12 and inside and ends_in_letter

    def _cut(self, text: str, start: int, end: int, rng: random.Random) -> int:
        """Choose a blank inside a long paragraph where the run of bare numbers falls."""
        if not self.paper.run or self.ran or end - start < 400 or rng.random() < 0.5:
            return end
        blanks = [
            place
            for place in range(start + 100, end - 100)
            if text[place] == " " and text[place + 1].islower() and text[place - 1].islower()
        ]
        return rng.choice(blanks) if blanks else end

    def _words(self, text: str, start: int, end: int) -> None:
        for offset in range(start, end):
            self.place[offset] = self.length + offset - start
        self._put(text[start:end])

    def finish(self) -> tuple[str, dict[int, int]]:
        """Return the printed text and where each character went."""
        self._put(self.paper.end)
        return "".join(self.parts), self.place


def _wrapped(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph into lines at its blanks."""
    first = start
    while end - first > width:
        cut = text.rfind(" ", first, first + width)
        if cut <= first:
            break
        yield first, cut
        first = cut + 1
    yield first, end
