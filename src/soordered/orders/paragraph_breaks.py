"""Where a paragraph ends: told from indents, short lines, empty lines, items, headings and how a line stops."""

from __future__ import annotations

import re
from collections.abc import Sequence

from soordered.orders.patterns import Pattern
from soordered.orders.pieces_from_lines import COURT_NAME, Piece

_ITEM = Pattern(
    r"(?:[-*+•▪●○◦‣][ \t]|cc:[ \t]|(?:\d{1,3}|[A-Z]|[a-z]|[ivx]{2,5}|[IVX]{2,6})[.)][ \t]|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)[ \t])"
)
_LETTER_ITEM = Pattern(r"(?!v)[a-z]\.[ \t]+[A-Z]")
_TERMINAL = Pattern(r"[.?!:;][\"'”’)\]]{0,3}$")
_OPEN_END = Pattern(
    r"(?:,|\b(?:of|the|to|a|an|and|or|by|in|on|at|for|with|from|that|shall|must|be|no|than))$", re.IGNORECASE
)
_STOPPED = Pattern(r"[.?!][\"'”’)\]]{0,3}$")
_COLUMNS = Pattern(r"\S(?: {4,}|\t+)\S")
_ABBREVIATED = Pattern(
    r"(?:(?<![\w.])[A-Z]|\b(?![AP]\.M\.)(?:[A-Z]\.){1,4}[A-Z]|\b(?:Nos?|Dkts?|Fed|Civ|Crim|Evid|App|Bankr|Proc|Mr|Mrs|Ms|Dr|Hon|vs?|Exs?|"
    r"Decls?|Mot|Sec|Arts?|Par|Cal|Dist|Doc|Ct|Stat|Rev|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|St|Ave|Rm|Supp|Id|cf|e\.g|i\.e))\.$"
)
_BROKEN_WORD = Pattern(r"([^\W\d_]{2,30})-$")
_FIRST_PART = Pattern(r"[^\W\d_]{2,30}")
_KEPT_PREFIXES = frozenset(
    {
        "and",
        "anti",
        "attorney",
        "by",
        "check",
        "co",
        "cost",
        "court",
        "cross",
        "day",
        "early",
        "eight",
        "ex",
        "face",
        "fact",
        "fifty",
        "first",
        "five",
        "follow",
        "forty",
        "four",
        "full",
        "good",
        "high",
        "hour",
        "in",
        "inter",
        "joint",
        "late",
        "long",
        "low",
        "meet",
        "month",
        "multi",
        "nine",
        "non",
        "on",
        "one",
        "page",
        "part",
        "party",
        "per",
        "post",
        "pre",
        "re",
        "second",
        "self",
        "semi",
        "seven",
        "short",
        "six",
        "sub",
        "ten",
        "third",
        "thirty",
        "three",
        "to",
        "twenty",
        "two",
        "week",
        "well",
        "year",
    }
)
_LONGEST_COURT_NAME = 200
_WRAPPED_AT_LEAST = 50
_WRAPPED_AT_MOST = 160  # a text whose long lines pass this is not wrapped: each line is a paragraph


def width_of(pieces: Sequence[Piece]) -> int:
    """Return the length that nine lines in ten keep within: how wide the text is set."""
    lengths = sorted(piece.end - piece.start for piece in pieces)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def ends_paragraph(text: str, previous: Piece, piece: Piece, width: int) -> bool:
    """Say whether a paragraph ends between two body lines."""
    head, tail = _head(text, piece), _tail(text, previous)
    if (
        tail[-1] == "."
        and _ABBREVIATED.search(tail, max(0, len(tail) - 12))
        and not _blank_and_item(text, previous, piece, head)
    ):
        return False
    last = max(0, len(tail) - 5)  # what ends a line is told by its last five characters
    ended = _TERMINAL.search(tail, last) is not None
    item = _ITEM.match(head) is not None
    length = previous.end - previous.start
    if not item and (head[:1].islower() or _OPEN_END.search(tail, last)) and not _STOPPED.search(tail, last):
        return False
    if width > _WRAPPED_AT_MOST and piece.number is None:
        return True
    blank = _blank_between(text, previous, piece)
    full = length >= 0.75 * width and not _COLUMNS.search(text, previous.start, previous.end)
    indented = piece.indent >= previous.indent + 4
    if item and (blank or (ended and (head[0] != "(" or indented or not full))):
        return True
    if _LETTER_ITEM.match(head):
        return True
    if length < _LONGEST_COURT_NAME and COURT_NAME.fullmatch(text, previous.start, previous.end):
        return not COURT_NAME.fullmatch(text, piece.start, min(piece.end, piece.start + _LONGEST_COURT_NAME))
    if ended and head.isupper() != tail.isupper() and (head.isupper() or not full):
        return True
    if piece.number is not None and previous.number is not None and not blank:
        return (indented and ended) or (not full and (ended or item or head[:1].isupper() or not head[:1].isalnum()))
    if blank:
        return ended or not full or width < _WRAPPED_AT_LEAST or indented or head[:40].isupper() != tail[-40:].isupper()
    return not full and (ended or head[:1].isupper())


def is_broken_word(text: str, previous: Piece, piece: Piece) -> bool:
    """Say whether a hyphen at a line's end is followed by a small letter: it parts or joins one word."""
    return (
        text[previous.end - 1] == "-"
        and text[piece.start].islower()
        and _BROKEN_WORD.search(_tail(text, previous)) is not None
    )


def is_syllable(text: str, previous: Piece, piece: Piece, words: frozenset[str]) -> bool:
    """Say whether a hyphen at a line's end parts one word, so that it is not the author's.

    Args:
        text: the decoded file.
        previous: the line that ends in a hyphen.
        piece: the line after it.
        words: the words of the whole text, lower case, against which both spellings are held.
    """
    head, tail = _head(text, piece), _tail(text, previous)
    broken = _BROKEN_WORD.search(tail)
    right = _FIRST_PART.match(head)
    if broken is None or right is None:
        return False
    left = broken.group(1)
    if tail[: -len(left) - 1].endswith("-"):
        return False
    if (left + right.group()).lower() in words:
        return True
    return left.lower() not in _KEPT_PREFIXES and left.lower() not in words


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, lower case."""
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]{3,40}", text))


def _head(text: str, piece: Piece) -> str:
    return text[piece.start : min(piece.end, piece.start + 60)]


def _tail(text: str, piece: Piece) -> str:
    return text[max(piece.start, piece.end - 60) : piece.end]


def _blank_and_item(text: str, previous: Piece, piece: Piece, head: str) -> bool:
    """Say whether an abbreviation's full stop may also end a paragraph: a numbered item follows after an empty line."""
    item = _ITEM.match(head)
    return item is not None and not item.group()[0].isupper() and _blank_between(text, previous, piece)


def _blank_between(text: str, previous: Piece, piece: Piece) -> bool:
    """Say whether a line was left empty on the page; on numbered paper the numbers tell, not the blank lines."""
    if previous.last_number is not None and piece.number is not None:
        return piece.number != previous.last_number + 1 and not (
            piece.number < previous.last_number and piece.number == 1
        )
    between = text[previous.line.next : piece.line.start]
    return any(character in between for character in "\n\r\f")
