"""What a period is counted from: the event named after "after", "before" or "of"."""

from __future__ import annotations

from soordered.orders.patterns import Pattern
from soordered.orders.trigger_from_words import trigger_from_words
from soordered.rules.vocabulary import Other, Trigger, TriggerCode

_ANCHOR_WORD = Pattern(r"\s?(\S+)")
_STOP_WORDS = frozenset(
    [
        "shall",
        "must",
        "may",
        "will",
        "should",
        "unless",
        "if",
        "provided",
        "except",
        "but",
        "whichever",
        "absent",
        "as",
        "regarding",
        "to",
        "by",
        "via",
        "in",
        "at",
        "so",
        "who",
        "pursuant",
        "on",
        "when",
        "/",
        "|",
        "-",
    ]
)
_FATE = Pattern(r"\s(?:deemed|waived|untimely|forfeited|stricken|barred|denied)\b")
_WHEN = Pattern(r"\b(?:date|day|time|that|when|which)\s?$")
_MODALS = frozenset(["shall", "must", "may", "will", "should"])
_POINTERS = frozenset(("it", "that", "them", "that date", "that time", "such date", "each"))
_EVENT_NOUNS = Pattern(
    r"\b(?:conference|hearing|trial|deposition|meeting|mediation|letter|motion|demand|filing|opposition|reply|argument)\b"
)
_SHARED_NOUN = Pattern(
    r"\s(?:[a-z-]+\s){0,2}(?:conference|hearing|meeting|call)\b"
)  # "the pretrial and settlement conference"
_AFTER_OR = frozenset(
    [
        "the",
        "any",
        "a",
        "an",
        "service",
        "filing",
        "receipt",
        "entry",
        "of",
        "date",
        "after",
        "being",
        "is",
        "was",
        "has",
    ]
)
_BEARER_TAIL = Pattern(
    r"[,\s]+(?:lead trial counsel|(?:the |each |any |all |both |either |such )?(?:other )?(?:moving |responding |opposing |non-?moving )?"
    r"(?:parties|party|counsel|plaintiffs?|defendants?|movants?|court|clerk|attorneys?|sides?|lead counsel|they|he|she|it|opponent))(?:\s(?:for|of)\s\S+(?:\s\S+)?)?$"
)


def anchor_after(folded: str, at: int, end: int, start: int) -> tuple[TriggerCode, tuple[TriggerCode, ...], str, int]:
    """Read the event after a direction word: its code, further codes, its words, and where they end."""
    place, words = at, list[str]()
    split: list[int] = []
    limit = min(end, at + 160)
    while len(words) < 16:
        match = _ANCHOR_WORD.match(folded, place, limit)
        if match is None or match.end() == match.start():
            break
        word = match[1]
        plain = word.strip(".,;:()\"'")
        if plain == "on" and words[-1:] in (["date"], ["day"]) and folded.startswith(" which ", match.end()):
            words.append(word)
            place = match.end()
            continue
        if plain in _STOP_WORDS and not (
            plain in ("to", "by", "in", "on", "at") and words and _belongs(words[-1], plain)
        ):
            if plain in _MODALS or plain == "to":
                tail = _BEARER_TAIL.search(folded, at, place)
                if tail is not None and tail.start() > at:
                    place = tail.start()
            break
        if word[0] == "(" and words and ")" not in word:
            break
        if plain in ("is", "are") and words:
            tail = _BEARER_TAIL.search(folded, at, place)
            if tail is not None and tail.start() > at and _WHEN.search(folded, at, tail.start()) is None:
                place = tail.start()  # "within seven days of meeting the parties are responsible for …"
                break
        if plain in ("is", "are") and words and _FATE.match(folded, match.end()):
            break
        if plain in ("and", "or", "and/or") and words:
            after = _ANCHOR_WORD.match(folded, match.end(), limit)
            if plain == "and" and _SHARED_NOUN.match(folded, match.end()) and not _EVENT_NOUNS.search(" ".join(words)):
                words.append(word)
                place = match.end()
                continue
            if plain != "or" or after is None or not (after[1] in _AFTER_OR or after[1].endswith("ing")):
                break
            split.append(len(words))
        words.append(word)
        place = match.end()
        whole = words[-2:] in (["this", "order"], ["this", "notice"], ["the", "order"])
        if (whole and not folded.startswith((" is filed", " is entered", " is docketed"), place)) or word in (
            "hereof",
            "thereof",
        ):
            break
        if word[-1] in ",;:." and not _inside(folded, match.end(), end):
            place -= 1
            break
        if word[-1] in ")]" and word.count("(") < word.count(")"):
            place -= 1
            break
    text = folded[at:place].strip()
    if not text:
        return Trigger.ORDER_DATED, (), "", at
    first = " ".join(words[: split[0]]) if split else text
    if first in _POINTERS:  # "the second business day before it": the last event named before
        named = [match[0] for match in _EVENT_NOUNS.finditer(folded, start, at)]
        first = named[-1] if named else first
    code = trigger_from_words(first)
    if split and isinstance(code, Other):  # "receiving or waiving service of the complaint" is one event
        one_event = trigger_from_words(text)
        if not isinstance(one_event, Other):
            return one_event, (), text, place
    further: list[TriggerCode] = []
    if split:
        other = trigger_from_words(" ".join(words[split[0] + 1 :]))
        if other != code:
            further.append(other)
    if code is Trigger.OPPOSITION_DUE and "service" in first:
        further.append(Trigger.OPPOSITION_SERVED)
    return code, tuple(further), text, place


def _belongs(last: str, word: str) -> bool:
    """Say whether a preposition belongs to the noun before it ("response to", "served on", "appearing in")."""
    if word == "to":
        return last in ("is", "are") or last in (
            "response",
            "responses",
            "objection",
            "objections",
            "opposition",
            "answer",
            "answers",
            "reply",
            "reference",
            "request",
        )
    if word == "by":
        return last in ("issuance", "service", "receipt", "decision", "filing", "demand", "request", "made")
    return last in ("served", "appearing", "appearance", "change", "ruling", "order", "decision", "filed", "entered")


def _inside(folded: str, place: int, end: int) -> bool:
    """Say whether a mark at ``place - 1`` is inside the phrase: an abbreviation's full stop."""
    return (
        folded[place - 1] == "."
        and place < end
        and folded[place : place + 1] == " "
        and folded[place + 1 : place + 2].isdigit()
    )
