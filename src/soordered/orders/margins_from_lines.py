"""Which numbers in a text are line numbers of pleading paper: proved by their sequence, never by one alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from soordered.orders.lines_from_text import Line, LineKind, is_shredded
from soordered.orders.patterns import Pattern

LAST_LINE = 32  # pleading paper has 25, 26, 28 or 32 lines
_FEWEST_LINES = 22
_SHORTEST_RUN = 4
_SHORTEST_INLINE_RUN = 8
_FARTHEST = 400  # characters from one line number to the next inside a flattened line
_NEAREST = 25

_AT_START = Pattern(r"[ \t\xa0]{0,200}(\d{1,2})(?=\s|$|[|│¦‖])")
_FUSED_AT_START = Pattern(r"[ \t\xa0]{0,200}(\d{1,2})(?=[A-Z][a-z])")
_FIGURES = Pattern(r"\d+")
_DIGIT = Pattern(r"\d")
_UNIT = Pattern(
    r"\s{1,10}(?:\(|calendar|business|court|working|days?\b|weeks?\b|months?\b|years?\b|hours?\b|minutes?\b|pages?\b|"
    r"words?\b|lines?\b|copies\b|a\.?m\b|p\.?m\b|o'clock|u\.?s\.?c|c\.?f\.?r|f\.|percent|jan|feb|mar|apr|may\b|jun|jul|aug|sep|"
    r"oct|nov|dec|of\b|and\s+\d)",
    re.IGNORECASE,
)
_NAMES_NUMBER = Pattern(
    r"(?:rules?|nos?\.?|no|number|section|sections|§|dkt\.?|ecf|exhibits?|line|lines|page|pages|courtroom|room|floor|paragraph|"
    r"chapter|title|order|within|than|least|jan\w*\.?|feb\w*\.?|mar\w*\.?|apr\w*\.?|may|june?\.?|july?\.?|aug\w*\.?|sep\w*\.?|"
    r"oct\w*\.?|nov\w*\.?|dec\w*\.?)[ \t]+$",
    re.IGNORECASE,
)


class _Strength(IntEnum):
    INLINE = 0
    FUSED = 1
    START = 2


class _Candidate(NamedTuple):
    value: int
    start: int
    end: int
    strength: _Strength
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """One line number printed in the margin.

    Args:
        number: what it says.
        start: offset of its first digit.
        end: offset after its last digit.
        line: index of the physical line that holds it.
        leads: whether it stands at the start of its line.
    """

    number: int
    start: int
    end: int
    line: int
    leads: bool


def margins_from_lines(text: str, lines: list[Line]) -> tuple[Margin, ...]:
    """Find the line numbers of pleading paper.

    A number counts as one only when it stands in a rising sequence (… 26, 27, 28): at least four at line starts, or
    eight inside a flattened line; a number fused to a word ("parties28") and one inside a line need both neighbours.
    Once a text is proved to be pleading paper, two in step are enough, and a number that opens a paragraph before a capital letter is one too.

    Args:
        text: the decoded file.
        lines: its physical lines.
    """
    if is_shredded(text, lines):
        return ()
    candidates = _candidates(text, lines)
    found: list[_Candidate] = []
    short: list[list[_Candidate]] = []
    for run in _runs(candidates):
        starts = sum(candidate.strength is _Strength.START for candidate in run)
        if starts >= _SHORTEST_RUN or (starts >= 2 and len(run) >= _SHORTEST_RUN) or len(run) >= _SHORTEST_INLINE_RUN:
            found.extend(run)
        elif starts >= 2 and not any(_UNIT.match(text, c.end, c.end + 24) for c in run):
            short.append(run)
    if found:  # the last page may hold three lines
        found.extend(candidate for run in short for candidate in run)
    if found:
        taken = {candidate.start for candidate in found}
        numbers = {candidate.line: candidate.value for candidate in found}
        found.extend(
            candidate
            for candidate in candidates
            if candidate.start not in taken
            and (_opens_paragraph(text, lines, candidate) or _opens_page(text, numbers, candidate))
        )
    found.sort(key=lambda candidate: candidate.start)
    return tuple(
        Margin(number=c.value, start=c.start, end=c.end, line=c.line, leads=c.strength is _Strength.START)
        for c in found
    )


def _candidates(text: str, lines: list[Line]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for index, line in enumerate(lines):
        if line.kind is not LineKind.BODY or _DIGIT.search(text, line.start, line.end) is None:
            continue
        here: list[_Candidate] = []
        lead = _AT_START.match(text, line.start, line.end) or _FUSED_AT_START.match(text, line.start, line.end)
        if lead is not None:
            here.append(_Candidate(int(lead.group(1)), *lead.span(1), _Strength.START, index))
        for match in _FIGURES.finditer(text, line.start, line.end):
            start, end = match.span()
            if end - start > 2 or (lead is not None and start == lead.start(1)):
                continue
            strength = _strength(text, start, end, line.end)
            if strength is None or (
                strength is _Strength.INLINE
                and (
                    _UNIT.match(text, end, min(line.end, end + 24))
                    or _NAMES_NUMBER.search(text[max(line.start, start - 14) : start])
                )
            ):
                continue
            here.append(_Candidate(int(match.group()), start, end, strength, index))
        found.extend(candidate for candidate in here if 1 <= candidate.value <= LAST_LINE)
    return found


def _strength(text: str, start: int, end: int, line_end: int) -> _Strength | None:
    """Say how a number that does not lead its line may be a line number: fused to the word before, or between blanks."""
    before = text[start - 1] if start else ""
    if before in ("\t", " "):
        after = end
        while after < line_end and text[after] in " \t":
            after += 1
        word = end < after < line_end and (text[after].isalnum() or text[after] == "_") and not text[after].isdecimal()
        return _Strength.INLINE if word else None
    if end < line_end and not text[end].isspace():
        return None
    if "a" <= before <= "z" or before in (",", ";"):
        return _Strength.FUSED
    return (
        _Strength.INLINE if "A" <= before <= "Z" or before in (".", ")") else None
    )  # the latter needs both neighbours


def _runs(candidates: list[_Candidate]) -> list[list[_Candidate]]:
    """Chain the candidates into rising runs in one pass; a weak one joins only when the next number follows it."""
    runs: list[list[_Candidate]] = []
    run: list[_Candidate] = []
    for index, candidate in enumerate(candidates):
        last = run[-1] if run else None
        if last is not None and _extends(candidates, index, run):
            run.append(candidate)
        elif candidate.strength is _Strength.START or _followed(candidates, index):
            if candidate.strength is not _Strength.START and last is not None and candidate.value != 1:
                continue  # an ordinary number in a numbered line does not break the run
            if last is not None and candidate.strength is _Strength.START and _resumes(candidates, index, last):
                continue  # a wrapped line that begins with a number of its own
            if run:
                runs.append(run)
            run = [candidate]
    if run:
        runs.append(run)
    return runs


def _extends(candidates: list[_Candidate], index: int, run: list[_Candidate]) -> bool:
    candidate, last = candidates[index], run[-1]
    step = candidate.value - last.value
    if candidate.strength is _Strength.START:
        return step == 1 or (step in (2, 3) and candidate.line != last.line and _followed(candidates, index))
    distance = candidate.start - last.end
    nearest = _NEAREST if candidate.strength is _Strength.INLINE else _NEAREST // 4
    if step != 1 or not nearest <= distance <= _FARTHEST:
        return False
    return candidate.strength is _Strength.FUSED or _followed(candidates, index) or _in_step(run, distance)


def _in_step(run: list[_Candidate], distance: int) -> bool:
    """Say whether a number stands as far from the last as the others of a run inside one line do: its end."""
    if len(run) < _SHORTEST_RUN or run[-1].line != run[0].line:
        return False
    step = (run[-1].start - run[0].start) / (len(run) - 1)
    return 0.6 * step <= distance <= 1.6 * step


def _followed(candidates: list[_Candidate], index: int) -> bool:
    """Say whether the next number of the sequence comes soon."""
    candidate = candidates[index]
    for other in candidates[index + 1 : index + 7]:
        if other.start - candidate.end > 2 * _FARTHEST:
            return False
        if other.value == candidate.value + 1 and (other.strength is _Strength.START or candidate.value < LAST_LINE):
            return True
    return False


def _resumes(candidates: list[_Candidate], index: int, last: _Candidate) -> bool:
    """Say whether the run goes on after this candidate as if it were not there."""
    for other in candidates[index + 1 : index + 3]:
        if other.strength is _Strength.START and other.value == last.value + 1:
            return candidates[index].value != 1 or other.value != 2
    return False


def _opens_page(text: str, numbers: dict[int, int], candidate: _Candidate) -> bool:
    """Say whether a lone 1 stands right under the last number of a page: a page of one line follows."""
    return (
        candidate.strength is _Strength.START
        and candidate.value == 1
        and numbers.get(candidate.line - 1, 0) >= _FEWEST_LINES
        and _UNIT.match(text, candidate.end, candidate.end + 24) is None
    )


def _opens_paragraph(text: str, lines: list[Line], candidate: _Candidate) -> bool:
    line = lines[candidate.line]
    if candidate.strength is not _Strength.START:
        return False
    if candidate.line and lines[candidate.line - 1].kind is LineKind.BODY:
        return False
    if _UNIT.match(text, candidate.end, line.end):
        return False
    rest = text[candidate.end : line.end].lstrip()
    return rest[:1].isupper()
