"""Sentences with binding words that no rule came from: each listed alone, with the reason.

Every sentence with words that bind (*shall, must, ordered, no later than* …) and no rule is listed, and so is every binding
clause that gave none beside others that did. Weaker words (*may, will, should*) are listed as far as a tenth of the text
goes: a list longer than that would hide what matters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from soordered.orders.clause_readings import ClauseReading
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.norms_from_sentences import disclaims
from soordered.orders.norms_from_text import SentenceReading, TextReading
from soordered.orders.order_text import OrderText
from soordered.orders.patterns import Pattern
from soordered.rules.rulebook import Unread
from soordered.rules.vocabulary import Other

BINDING = Pattern(
    r"\b(?:shall|must|may not|will not|no later than|not later than|(?:is|are|be)\s(?:[a-z]+ly\s|hereby\s|further\s|also\s)?(?:ordered|required|directed|prohibited|forbidden)"
    r"|ordered that|hereby orders?|(?:is|are)\s(?:not\s)?to\s(?!the\b|a\b|an\b)[a-z]+|(?:at least|within|not less than)\s(?:[a-z-]+\s)?(?:\(?\d+\)?\s)?(?:business\s|court\s|calendar\s)?(?:days?|hours?)|due (?:by|on))\b"
)
WEAKER = Pattern(
    r"\b(?:may|will|should|cannot|need not|needs?|required|requires|expects?|due|deadline|limited|permitted|allowed|vacated|continued|set for|days?|hours?|pages?|copies|copy|deemed|stayed|please|do not|sets?|binders?|tabbed|punched|spaced|font|point)\b"
)
_ENACTING = Pattern(
    r"^(?:it is |and )?(?:hereby |so |further )*(?:ordered|done and ordered)\b[^a-z]*(?:signed.*)?$|^\(?(?:signed|hereby ordered|ordered) by|^so ordered"
)
_PAST = Pattern(r"\b(?:was|were|had|has been|have been|held|filed|argues?|contends?|found|did|moved|see|cf)\b")
_CURT = Pattern(r"\b(?:no|not|never|only|none|mandatory|required)\b")
_EMPTY = Pattern(
    r"(?:dated|signed|entered|done)\b.{0,60}|(?:ecf|dkt\.?|docket|doc\.?|case|civil (?:action|case)|min\. entry,? ecf|id\.?)(?: nos?\.?)?\b[^a-z]{0,6}[\w.: -]{0,28}|(?:[a-z'-]+ ){0,2}[a-z'-]+\.|see .*|no\. .*|\([^()]{0,60}\b(?:dkt|ecf|doc|decl)\b.*"
)
_STEMS = (
    "that:",
    "?",
    "ordered:",
    "orders:",
    "ordered as follows:",
    "orders as follows:",
    "following procedures shall apply:",
)
_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_LONG = 160
_CUTS = Pattern(
    r"[;:]\s|,\s|\s\(|\)\s|\s-\s|,?\s(?:and|but|or|nor|then)\s(?=(?:to\s)?(?:shall|must|may|will|should|is|are|be|it|the|they|he|she|no|not|any|each|its|their|counsel|parties)\b|[a-z]+s?\s(?:the|a|an|its|their|one|two|all|any|each|it|them|such|no)\b)|\s(?=which\s)|\s(?=that\s[a-z]+s\s)"
)
_STEM = Pattern(r"\bthe following$")
_CONDITIONAL = Pattern(
    r"(?:in (?:the |any )?(?:event|case)|if|when|where|unless|because|since|as|although|whether|once|after|upon|should)\b"
)
_COMMANDS = Pattern(
    r"(?:first |then |please |also )?(?:file|serve|send|submit|bring|give|call|talk|ask|notify|use|write|mail|e-mail|let|tell|attach|provide|deliver|contact|be|do|make|keep|read|note|include|list|place|sign|state|arrange|begin|check)\s"
)
_HUNG = Pattern(
    r"^(?:[a-z]+ly\s)?(?:stating|naming|listing|identifying|describing|explaining|attaching|certifying|showing|itemizing|giving|with|in|by|on|at|stamped|marked|bound|tabbed|redacted|supported|accompanied|signed|under|through|via|double|single|three-hole|limited|not)\b|\b(?:only|mandatory|immediately|forthwith|granted|denied|allowed|excused|governs?|governed|unless|states?|certifies|identifies|lists?|waived?|binder|copies|copy|signed|letters?|pages?|goes? forward|in person|chambers|attend|submitted|decided|counts?)\b"
)
_CUSTOM = Pattern(
    r"\b(?:is|are)\s(?:[a-z]+ly\s|not\s|also\s|always\s){0,2}[a-z]+(?:ed|en|wn|de|nt|ut|rd|ld)\b|\b(?:party|parties|counsel|side|sides|movant|attorneys?|lawyers?|court|judge [a-z]+|chambers|clerk|plaintiffs?|defendants?)\s(?:[a-z]+ly\s)?(?!is\b|as\b|has\b|his\b|its\b|this\b|was\b)[a-z]{3,}s?\s(?:the|a|an|its|their|all|any|each|no|in|on|by|to|with|that)\b|\b(?:by|with|without|in)\s[a-z -]{3,40}\sonly\b"
)
_REASONS = Pattern(
    r"\b(?:i|finds?|represents?|previously|contends?|argues?|believes?|notes?|concludes?|seeks?|agrees?|asserts?|submits?|indicates?|explains?|noticed|opposes?|granted|denied|overruled|sustained|moot)\b"
)
_SHARE, _ROOM, _CLIPPED, _SHORTEST = 10, 190, 100, 18
_CLIPS = (100, 80, 60, 45)  # characters kept of each, the longest that fit
_HANGS = 3
_CROWDED = "stands where the text is too full of numbers and binding words to be read"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A place to be listed: where, why, and how binding its words are (0 the most)."""

    start: int
    end: int
    label: str
    why: str
    weak: int


def unread_from_reading(reading: TextReading, text: OrderText) -> tuple[Unread, ...]:
    """Return the sentences and clauses with binding words that gave no rule, in the order of the text.

    Args:
        reading: the sentences, read.
        text: the order's text, to quote from.
    """
    ruling = {one.sentence.paragraph for one in reading.sentences if one.norms}
    places = [
        place
        for one in reading.sentences
        for place in _places(
            one, reading.folded, text.clean, custom=reading.standing or one.sentence.paragraph in ruling
        )
    ]
    budget = len(text.original) // _SHARE + _ROOM
    kept: list[_Place] = []
    for most in _CLIPS:
        if sum(_cost(text, place) for place in places if place.weak == 0) <= budget:
            break
        places = [_clipped(place, text.clean, most) if place.weak == 0 else place for place in places]
    used = 0
    for place in sorted(places, key=lambda one: (one.weak, one.end - one.start)):
        cost = _cost(text, place)
        if place.weak == 0 or used + cost <= budget:
            kept.append(place)
            used += cost
    kept = [_trimmed(text.clean, place) for place in kept]
    kept.sort(key=lambda place: place.start)
    return tuple(
        Unread(quote=text.quote(place.start, place.end, paragraph=place.label or None), why=place.why) for place in kept
    )


def _places(one: SentenceReading, folded: str, clean: str, *, custom: bool) -> list[_Place]:
    sentence = one.sentence
    if one.crowded:
        return [_Place(start=sentence.start, end=sentence.end, label=sentence.label.strip("()."), why=_CROWDED, weak=0)]
    words = folded[sentence.start : sentence.end]
    if sentence.heading or _ENACTING.match(words) or words.endswith(_STEMS) or _EMPTY.fullmatch(words):
        return []
    if not one.norms and _is_title(clean[sentence.start : sentence.end]):
        return []
    quoted = [found for found in one.clauses if found.clause.quoted]
    if quoted and len(quoted) == len(one.clauses):
        return []  # authority and reported speech bind nobody
    label = sentence.label.strip("().")
    if one.norms:
        return _beside(one, folded, label)
    start, end = sentence.start, sentence.end
    if end - start > _LONG:
        apart = _clauses_apart(one, folded, label)
        if apart:
            return apart
        start, end = _stretch(one)
    if BINDING.search(words) is not None:
        return [_Place(start=start, end=end, label=label, why=_why(one, folded), weak=0)]
    bare = len(words) < 60 and words.endswith(".") and _CURT.search(words) is not None
    if WEAKER.search(words) is None and _COMMANDS.match(words) is None and not bare:
        told = (
            custom
            and _PAST.search(words) is None
            and _REASONS.search(words) is None
            and _CUSTOM.search(words) is not None
        )
        return [_Place(start=start, end=end, label=label, why=_why(one, folded), weak=_HANGS)] if told else []
    weak = 1 if one.clauses and any(not found.clause.conditional for found in one.clauses) else 2
    if _PAST.search(words):
        weak += 2
    if bare:
        weak = 3
    return [_Place(start=start, end=end, label=label, why=_why(one, folded), weak=weak)]


def _is_title(words: str) -> bool:
    """Say whether words are the heading of a paragraph that goes on in its line: "Deadline for Joining Parties."."""
    if len(words) > _CLIPPED or not words.endswith("."):
        return False
    parts = words.rstrip(".").split()
    great = sum(part[0].isupper() for part in parts)
    return len(parts) > 1 and great > 1 and all(part[0].isupper() or part in _SMALL_WORDS for part in parts)


def _clauses_apart(one: SentenceReading, folded: str, label: str) -> list[_Place]:
    """Return the binding clauses of a long sentence that gave no rule, each alone: its subject, verb and object."""
    places: list[_Place] = []
    past = _PAST.search(folded, one.sentence.start, one.sentence.end) is not None
    for found in one.clauses:
        clause = found.clause
        if clause.quoted or clause.conditional:
            continue
        start = clause.subject[0] if 0 < clause.subject[1] - clause.subject[0] < _CLIPPED else clause.nucleus[0]
        words = folded[start : clause.end]
        weak = 0 if BINDING.search(words) is not None else 1
        places.append(
            _Place(start=start, end=clause.end, label=label, why=found.why, weak=weak + 2 * past * (weak > 0))
        )
    if (
        places
        and not any(place.weak == 0 for place in places)
        and BINDING.search(folded, one.sentence.start, one.sentence.end)
    ):
        places[0] = replace(places[0], weak=0)
    return places


def _beside(one: SentenceReading, folded: str, label: str) -> list[_Place]:
    """Return the segments of a sentence that no find covers, although the sentence gave a rule.

    A clause that gave a norm whose find stands elsewhere in it has been read; its other words are listed last.
    """
    spans = sorted((find.start, find.end) for norm in one.norms for find in norm.finds)
    read = [found.clause.nucleus for found in one.clauses if found.norms and not _act_unknown(found, spans)]
    unknown = [found.clause.nucleus for found in one.clauses if found.norms and _act_unknown(found, spans)]
    whys = [(found.clause.nucleus, found.why) for found in one.clauses if found.why]
    quoted = [found.clause for found in one.clauses if found.clause.quoted]
    places: list[_Place] = []
    for first, last in _segments(folded, one.sentence.start, one.sentence.end):
        start, end = _free(first, last, spans)
        if end - start < _SHORTEST or 2 * (end - start) < last - first:
            continue
        if any(clause.start <= start < clause.end for clause in quoted):
            continue
        words = folded[start:end]
        if any(start <= nucleus[0] < end for nucleus in unknown):
            places.append(
                _Place(start=start, end=end, label=label, why="its time was read; its act is in no table", weak=_HANGS)
            )
            continue
        if any(start <= nucleus[0] < end for nucleus in read) or any(0 <= span[0] - end <= 4 for span in spans):
            continue  # the verb of a rule, or of the time right after it
        weak = _weakness(words)
        if weak is None or _STEM.search(words) is not None:
            continue
        if weak and _CONDITIONAL.match(words):
            continue  # the condition of a rule that was read binds nobody by itself
        why = next((why for nucleus, why in whys if start <= nucleus[0] < end), "")
        if _CONDITIONAL.match(words):
            weak = max(weak + 3, 4)
        elif _PAST.search(words):
            weak += 2
        places.append(
            _Place(
                start=start,
                end=end,
                label=label,
                why=why or "words of a rule's sentence that no production reads",
                weak=min(weak, 6),
            )
        )
    return places


def _act_unknown(found: ClauseReading, spans: list[tuple[int, int]]) -> bool:
    """Say whether only the time of a clause was understood: its act is in the clause's own words, and no quote holds its verb."""
    verb = found.clause.nucleus[1] - 1
    return isinstance(found.frame.act, Other) and not any(start <= verb < end for start, end in spans)


def _weakness(words: str) -> int | None:
    """Return how weakly folded words bind, 0 for the strongest, ``None`` when nothing in them binds."""
    if BINDING.search(words) is not None:
        return 0
    if WEAKER.search(words) is not None or _COMMANDS.match(words) is not None:
        return 2
    if _HUNG.search(words) is not None:
        return _HANGS
    return None


def _segments(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence at its marks and before each further predicate; a short piece goes with the one after it."""
    places: list[tuple[int, int]] = []
    begin = start
    for mark in _CUTS.finditer(folded, start, end):
        if mark.start() - begin < _SHORTEST - 8:
            continue
        places.append((begin, mark.start()))
        begin = mark.end()
    places.append((begin, end))
    return [(first, last) for first, last in places if last > first]


def _free(start: int, end: int, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the longest stretch between two places that no span covers."""
    best, at = (start, start), start
    for first, last in spans:
        if last <= at or first >= end:
            continue
        if first - at > best[1] - best[0]:
            best = (at, first)
        at = max(at, last)
    return (at, end) if end - at > best[1] - best[0] else best


def _stretch(one: SentenceReading) -> tuple[int, int]:
    """Return the sentence, or of a long one only its first binding clause to its last."""
    sentence = one.sentence
    clauses: list[Clause] = [found.clause for found in one.clauses if not found.clause.quoted]
    if sentence.end - sentence.start <= _LONG or not clauses:
        return sentence.start, sentence.end
    return clauses[0].start, max(clause.end for clause in clauses)


def _trimmed(clean: str, place: _Place) -> _Place:
    start, end = place.start, place.end
    while start < end - 1 and clean[start] in " ,;:.)":
        start += 1
    while end > start + 1 and clean[end - 1] in " ,;":
        end -= 1
    return replace(place, start=start, end=end)


def _cost(text: OrderText, place: _Place) -> int:
    span = text.span(place.start, place.end)
    return span.end - span.start


def _clipped(place: _Place, clean: str, most: int) -> _Place:
    """Shorten a place to its first words, whole ones, so that all that binds is listed in a tenth of the text."""
    if place.end - place.start <= most:
        return place
    blank = clean.rfind(" ", place.start + most // 2, place.start + most)
    return replace(place, end=blank if blank > 0 else place.start + most)


def _why(one: SentenceReading, folded: str) -> str:
    if disclaims(folded, one.sentence):
        return "declares that what was announced is not ordered"
    reasons = [found.why for found in one.clauses if found.why]
    return reasons[0] if reasons else "no production of the grammar reads it"
