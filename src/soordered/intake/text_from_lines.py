"""Lines become text: where a paragraph ends is told from distances, indents and whether the next word would have fitted."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from soordered.intake.lines_from_rows import Line
from soordered.intake.rows_from_words import LABEL
from soordered.intake.words_on_pages import Word
from soordered.provenance.printed_pages import Page, PrintedLine, PrintedPages

_STOPPED = re.compile(r"[.?!:;][\"'”’)\]]{0,3}$")
_BROKEN = re.compile(r"([^\W\d_]{1,30})[-\xad]$")
_FIRST_PART = re.compile(r"[^\W\d_]{1,30}")
_KEPT_PREFIXES = frozenset(
    {
        "attorney",
        "court",
        "cross",
        "face",
        "fact",
        "follow",
        "good",
        "joint",
        "meet",
        "one",
        "page",
        "party",
        "self",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "well",
    }
)
_FUSED_PREFIXES = frozenset(
    {
        "anti",
        "by",
        "co",
        "ex",
        "in",
        "inter",
        "multi",
        "non",
        "on",
        "per",
        "post",
        "pre",
        "re",
        "semi",
        "sub",
    }
)  # joined to most words without a hyphen
_AFTER_IN = frozenset({"camera", "chambers", "court", "depth", "house", "person"})
_LETTERS = re.compile(r"[^\W\d_]{2,40}")
_INDENT = 0.7  # of the print's height: what counts as an indent
_APART = 1.28  # times the usual distance: from there on a line stands apart
_LEAST_APART = 1.0
_RUN = 4
_RAGGED = 3.0  # times the print's height, by which a full line may fall short where lines end where they end
_MOST = 0.6  # of a block's lines are full, where it is set narrower than its column
_TAB = 4.0  # times the print's height: from there on a gap in a line is a tab


@dataclass(slots=True, kw_only=True)
class _Written:
    """The text as far as it is written, and where its characters stand."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    lefts: array[float] = field(default_factory=lambda: array("f"))
    rights: array[float] = field(default_factory=lambda: array("f"))
    lines: list[PrintedLine] = field(default_factory=list)

    def put(self, text: str, lefts: Sequence[float], rights: Sequence[float]) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.lefts.extend(lefts)
        self.rights.extend(rights)

    def put_blank(self, text: str) -> None:
        self.put(text, [0.0] * len(text), [0.0] * len(text))

    def drop_last(self) -> None:
        last = self.parts.pop()
        self.parts.append(last[:-1])
        self.length -= 1
        self.lefts.pop()
        self.rights.pop()
        held = self.lines[-1]
        self.lines[-1] = PrintedLine(
            start=held.start, end=held.end - 1, page=held.page, number=held.number, top=held.top, bottom=held.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What holds for all lines: their usual distances by size of print, how far each may reach, first lines' indents."""

    usual: dict[int, float]
    limits: Sequence[float]
    indents: Sequence[float]

    def begins_paragraph(self, line: Line) -> bool:
        """Say whether a line stands where the first lines of paragraphs do."""
        return any(abs(line.left - indent) < 2.0 for indent in self.indents)


def text_from_lines(lines: Sequence[Line], pages: Sequence[Page], *, numbered: bool) -> tuple[str, PrintedPages]:
    """Write lines as text, one paragraph a line, an empty line between two paragraphs.

    Args:
        lines: in the order of reading, footnotes after the body of their page.
        pages: all pages of the file.
        numbered: whether the paper bears line numbers.

    Returns:
        the text, and where each of its characters stands.
    """
    words = _words_of(lines)
    joints = _joints(_with_notes_moved(lines))
    written = _Written()
    for line, glue in joints:
        joined = glue == " " and (_joined_at_hyphen(written, line, words) or _joined_in_address(written, line))
        if glue and not joined:
            written.put_blank(glue)
        _write(written, line)
    text = "".join(written.parts)
    return text, PrintedPages(
        pages=tuple(pages),
        lines=tuple(line for line in written.lines if line.end > line.start),
        lefts=written.lefts,
        rights=written.rights,
        numbered=numbered,
    )


def _write(written: _Written, line: Line) -> None:
    start = written.length
    parts: list[str] = []
    lefts: list[float] = []
    rights: list[float] = []
    wide = _TAB * line.size
    end = 0.0
    for word in _kept_words(line):
        if parts:
            begin = word.lefts[0]
            parts.append("\t" if begin - end > wide else " ")
            lefts.append(end)
            rights.append(begin)
        if not parts and line.before == "note":
            parts.append(f"[{word.text}]")
            lefts += [word.left, *word.lefts, word.right]
            rights += [word.left, *word.rights, word.right]
        else:
            parts.append(word.text)
            lefts += word.lefts
            rights += word.rights
        end = word.rights[-1]
    written.put("".join(parts), lefts, rights)
    written.lines.append(
        PrintedLine(
            start=start, end=written.length, page=line.page, number=line.number,
            top=min(word.top for word in line.words), bottom=max(word.bottom for word in line.words),
        )
    )  # fmt: skip


def _kept_words(line: Line) -> list[Word]:
    """Return a line's words without the marks that call footnotes."""
    if line.note or not any(word.raised for word in line.words):
        return line.words
    return [word for word in line.words if not word.raised] or line.words


def _joined_at_hyphen(written: _Written, line: Line, words: frozenset[str]) -> bool:
    """Say whether a line goes on with the word that the hyphen before it parts; take out a hyphen that only parts it."""
    tail = written.parts[-1]
    if not tail.endswith(("-", "\xad")) or len(tail) < 2 or not tail[-2].isalnum():
        return False
    broken, right = _BROKEN.search(tail), _FIRST_PART.match(line.words[0].text)
    capitals = broken is not None and right is not None and broken.group(1).isupper() and right.group().isupper()
    if broken is None or right is None or not (right.group()[0].islower() or capitals):
        if tail.endswith("\xad"):
            written.drop_last()
        return True
    left = broken.group(1).lower()
    chained = tail[: broken.start()].endswith("-")
    whole = (left + right.group().lower()) in words
    known = right.group().lower() in words and (left in words or left in _FUSED_PREFIXES)
    known = known or (left == "in" and right.group().lower() in _AFTER_IN)
    if tail.endswith("\xad") or whole or not (chained or len(left) < 2 or left in _KEPT_PREFIXES or known):
        written.drop_last()
    return True


def _joined_in_address(written: _Written, line: Line) -> bool:
    """Say whether a line goes on with an address of the web that the end of the line before broke off."""
    last = written.parts[-1].rsplit(" ", 1)[-1]
    begun = "://" in last or last.startswith("www.")
    return begun and last.endswith(("/", ".", "_", "=", "&", "?", "%")) and line.words[0].text[0].islower()


def _words_of(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that stand whole inside a line, lower case."""
    held: set[str] = set()
    broken = False
    for line in lines:
        whole = line.words[1:-1] if broken else line.words[:-1]
        broken = line.words[-1].text.endswith(("-", "\xad"))
        held.update(_LETTERS.findall(" ".join([word.text for word in whole]).lower()))
    return frozenset(held)


def _with_notes_moved(lines: Sequence[Line]) -> list[Line]:
    """Let a page's footnotes follow the paragraph that goes on over them; the joints decide where that ends."""
    body = [line for line in lines if not line.note]
    notes: dict[int, list[Line]] = {}
    for line in lines:
        if line.note:
            notes.setdefault(line.page, []).append(line)
    if not notes:
        return body
    ordered: list[Line] = []
    glues = [glue for _, glue in _joints(body)]
    waiting: list[Line] = []
    page = body[0].page if body else 0
    for line, glue in zip(body, glues, strict=True):
        if line.page != page:
            for number in [number for number in sorted(notes) if number < line.page]:
                waiting += _marked(notes.pop(number))
            page = line.page
        if waiting and "\n" in glue:
            ordered += waiting
            waiting = []
            line.before = line.before or "\n\n"
        ordered.append(line)
    ordered += waiting
    for number in sorted(notes):
        ordered += _marked(notes[number])
    return ordered


def _marked(notes: list[Line]) -> list[Line]:
    """Let each footnote begin a paragraph."""
    for place, line in enumerate(notes):
        first = line.words[0]
        begins = first.raised or re.fullmatch(r"\d{1,3}|[*†‡]{1,3}", first.text) is not None
        line.before = "note" if begins and len(line.words) > 1 else ("" if place else "\n\n")
    return notes


def _joints(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Give each line with what parts it from the one before."""
    layout = _Layout(usual=_usual_distances(lines), limits=_limits(lines), indents=_first_line_indents(lines))
    joints: list[tuple[Line, str]] = []
    for place, line in enumerate(lines):
        if not place:
            joints.append((line, ""))
            continue
        before = lines[place - 1]
        if line.before == "note":
            glue = "\n\n"
        elif line.before:
            glue = line.before
        elif line.region != before.region or line.note != before.note:
            glue = _over_a_break(lines, place, layout) if line.page != before.page else "\n\n"
        elif line.page != before.page:
            glue = _over_a_break(lines, place, layout)
        else:
            glue = _inside_a_column(lines, place, joints[-1][1], layout)
        joints.append((line, glue))
    return joints


def _inside_a_column(lines: Sequence[Line], place: int, glue_before: str, layout: _Layout) -> str:
    before, line = lines[place - 1], lines[place]
    size = min(before.size, line.size)
    step = line.level - before.level
    if step < 0 or max(before.size, line.size) > 1.2 * size:
        return "\n\n"
    begun = glue_before != " "  # the line before is the first of its paragraph
    if _stands_apart(lines, place, step, layout.usual, begun=begun):
        return "\n\n"
    stopped = _STOPPED.search(before.words[-1].text) is not None
    hard = _would_have_fitted(lines, place, layout.limits)
    aligned = abs(line.left - before.left) < 2.0
    centred, centred_before = _is_centred(line) and not aligned, _is_centred(before) and not aligned
    if centred != centred_before and (hard or centred):
        return "\n\n" if stopped or hard else "\n"
    if centred and centred_before:
        return "\n"
    label = LABEL.fullmatch(line.words[0].text) is not None and len(line.words) > 1
    label_before = LABEL.fullmatch(before.words[0].text) is not None and len(before.words) > 1
    moved = line.left - before.left
    outdented = moved < -_INDENT * size and not begun
    if label and (hard or (stopped and (outdented or (label_before and abs(moved) < 0.3 * size)))):
        return "\n\n"
    if moved > _INDENT * size and not (label_before and begun):
        return "\n\n" if stopped or hard else " "
    if moved < -_INDENT * size and not begun and (hard or stopped):
        return "\n\n"
    if begun and abs(moved) < 2.0 and layout.begins_paragraph(line):
        return "\n\n" if hard or stopped else " " if line.words[0].text[0].islower() else "\n"
    if hard:
        return "\n\n" if stopped else " " if _goes_on(before, line) else "\n"
    return " "


def _goes_on(before: Line, line: Line) -> bool:
    """Say whether a line that was ended early goes on all the same: a small letter follows, and little was left free."""
    left, right = before.column
    nearly = before.right > right - 0.3 * (right - left)
    return nearly and line.words[0].text[0].islower() and line.words[0].text not in ("v.", "vs.")


def _over_a_break(lines: Sequence[Line], place: int, layout: _Layout) -> str:
    """Say what parts the last line of a page or column from the first of the next."""
    before, line = lines[place - 1], lines[place]
    stopped = _STOPPED.search(before.words[-1].text) is not None
    if max(before.size, line.size) > 1.2 * min(before.size, line.size) or _is_centred(line):
        return "\n\n"
    hard = _would_have_fitted(lines, place, layout.limits)
    if LABEL.fullmatch(line.words[0].text) and len(line.words) > 1 and (stopped or hard):
        return "\n\n"
    following = lines[place + 1] if place + 1 < len(lines) else None
    indented = (
        following is not None
        and following.page == line.page
        and following.region == line.region
        and line.left - following.left > _INDENT * line.size
    )
    if (indented or layout.begins_paragraph(line)) and (stopped or hard):
        return "\n\n"
    if hard:
        return "\n\n" if stopped else "\n"
    return " "


def _usual_distances(lines: Sequence[Line]) -> dict[int, float]:
    """Return the usual distance of two lines for each height of print, rounded to a point."""
    steps: dict[int, Counter[float]] = {}
    for before, line in pairwise(lines):
        step = line.level - before.level
        if line.page == before.page and line.region == before.region and 0.5 * line.size < step < 4 * line.size:
            steps.setdefault(round(line.size), Counter())[round(step * 2) / 2] += 1
    return {size: counts.most_common(1)[0][0] for size, counts in steps.items()}


def _first_line_indents(lines: Sequence[Line]) -> list[float]:
    """Return the places where first lines of paragraphs begin: indented, and the next line stands at the column's edge."""
    firsts, others = Counter[int](), Counter[int]()
    for line, following in pairwise(lines):
        indent = line.left - line.column[0]
        if _INDENT * line.size < indent < 6 * line.size and _beside(line, following):
            if abs(following.left - line.column[0]) < 2.0:
                firsts[round(line.left)] += 1
            elif abs(following.left - line.left) < 2.0:
                others[round(line.left)] += 1
    return [float(place) for place, count in firsts.items() if count >= 2 and 2 * count >= others[place]]


def _stands_apart(lines: Sequence[Line], place: int, step: float, usual: dict[int, float], *, begun: bool) -> bool:
    before, line = lines[place - 1], lines[place]
    if not begun and place >= 2 and _beside(lines[place - 2], before):
        return step > _APART * (before.level - lines[place - 2].level)
    common = usual.get(round(line.size), step)
    following = lines[place + 1] if place + 1 < len(lines) else None
    after = following.level - line.level if following is not None and _beside(line, following) else common
    if step <= _APART * common and step <= _APART * max(after, common):
        return False
    return step > _APART * min(common, max(after, _LEAST_APART * line.size))


def _beside(before: Line, line: Line) -> bool:
    return before.page == line.page and before.region == line.region and line.level > before.level


def _limits(lines: Sequence[Line]) -> list[float]:
    """Return the right edge that each line may reach: its column's, or its own block's where one is set narrower."""
    limits: list[float] = []
    first = 0
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following is not None and _same_block(following, line):
            continue
        block = lines[first : place + 1]
        first = place + 1
        reach = max(one.right for one in block)
        full = sum(one.right > reach - _RAGGED * line.size for one in block)
        narrow = len(block) >= _RUN and full >= _MOST * len(block) and reach < line.column[1] - 1.5 * line.size
        limits += [reach if narrow else one.column[1] for one in block]
    return limits


def _same_block(one: Line, line: Line) -> bool:
    return one.page == line.page and one.region == line.region and abs(one.left - line.left) < 2.5


def _would_have_fitted(lines: Sequence[Line], place: int, limits: Sequence[float]) -> bool:
    """Say whether the first word of a line would have stood at the end of the line before: then that one was ended."""
    before, line = lines[place - 1], lines[place]
    word = line.words[0]
    blank = 0.3 * line.size
    return before.right + blank + (word.right - word.left) < limits[place - 1] - 0.15 * line.size


def _is_centred(line: Line) -> bool:
    left, right = line.column
    inset = line.left - left
    return inset > 1.5 * line.size and abs(inset - (right - line.right)) < max(4.0, 0.06 * (right - left))
