"""How well readings of labelled orders match their labels: precision, recall, exact fields, each with its interval.

The measure: a find matches a label of its family when their spans overlap by half of the shorter one and the find is no
blanket (three times the label and 80 characters at most); one find a label, the best first; a rule found again where it is
restated is no false alarm. The timed families are the ones the engine computes with.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

Fields = Mapping[str, object]

FAMILIES: dict[str, str] = {
    kind: family
    for family, kinds in {
        "deadline": ("deadline", "cutoff_time"),
        "hearing": ("hearing_schedule",),
        "page_limit": ("page_limit",),
        "paper": ("copies", "format_requirement", "content_requirement"),
        "meeting": ("meeting", "attendance", "location"),
        "sanction": ("sanction",),
        "norm": ("duty", "prohibition", "permission", "service", "other"),
    }.items()
    for kind in kinds
}
TIMED = ("deadline", "hearing", "page_limit")
_LOOSE = "norm"
_HALF = 0.5
_BLANKET_TIMES = 3
_BLANKET_ROOM = 80
_UNREAD_SHARE = 0.10
_UNREAD_ROOM = 200
_Z = 1.959963984540054  # 95 per cent, two-sided
_VALUES = ("period", "date", "clock", "amount", "weekday")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the interval that a sample of that size leaves.

    Args:
        right: successes.
        of: trials.
    """

    right: int
    of: int

    @property
    def value(self) -> float:
        """The proportion; 0 where there was nothing to count."""
        return self.right / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval at 95 per cent; all of 0 to 1 where there was nothing to count."""
        if not self.of:
            return (0.0, 1.0)
        n, p = self.of, self.value
        middle = (p + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        reach = _Z * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
        return (max(0.0, middle - reach), min(1.0, middle + reach))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One label, or one find, with what is compared.

    Args:
        kind: e.g. ``deadline``.
        start: first character.
        end: after the last.
        also_at: other places that say the same.
        period: number, unit, direction, bound.
        date: ISO date.
        clock: 24-hour time.
        amount: a length.
        weekday: days, lower case.
        confidence: ``high`` or ``medium``.
        quote: the words it claims.
    """

    kind: str
    start: int
    end: int
    also_at: tuple[tuple[int, int], ...] = ()
    period: tuple[object, ...] | None = None
    date: str | None = None
    clock: str | None = None
    amount: object = None
    weekday: frozenset[str] = frozenset()
    confidence: str = "high"
    quote: str = ""

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """All places of a label, its own first."""
        return ((self.start, self.end), *self.also_at)

    def same(self, value: str, other: Mark) -> bool:
        """Say whether one of the compared values is the same in both."""
        here, there = getattr(self, value), getattr(other, value)
        return bool((here or None) == (there or None))

    def exact(self, other: Mark) -> int:
        """Count the compared values that are the same."""
        return sum(self.same(value, other) for value in _VALUES)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """One text with its labels and what a reader found in it.

    Args:
        name: of the file, without ending.
        text: the decoded text.
        labels: what should be found.
        finds: what was found.
        unread: spans listed as not understood.
        unread_quotes: their words.
        layer: ``pleading``, ``docket`` or ``guideline``.
        failure: why it could not be read; empty when it was.
    """

    name: str
    text: str
    labels: tuple[Mark, ...]
    finds: tuple[Mark, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    unread_quotes: tuple[str, ...] = ()
    layer: str = "guideline"
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one family or of several.

    Args:
        labels: what should be found.
        hit: of them, found.
        false: finds that match nothing.
        exact: of the hits, those with every value right.
    """

    labels: int = 0
    hit: int = 0
    false: int = 0
    exact: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.labels + other.labels, self.hit + other.hit, self.false + other.false, self.exact + other.exact
        )

    @property
    def precision(self) -> Share:
        """Of the finds, those that match a label."""
        return Share(self.hit, self.hit + self.false)

    @property
    def recall(self) -> Share:
        """Of the labels, those found."""
        return Share(self.hit, self.labels)

    @property
    def exactness(self) -> Share:
        """Of the hits, those with every value right."""
        return Share(self.exact, self.hit)

    @property
    def f1(self) -> Share:
        """Twice the hits of labels and finds together."""
        return Share(2 * self.hit, self.labels + self.hit + self.false)

    @property
    def exact_f1(self) -> Share:
        """Twice the exact hits of labels and finds together."""
        return Share(2 * self.exact, self.labels + self.hit + self.false)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextScore:
    """One text's score.

    Args:
        name: of the text.
        layer: as in ``LabelledText``.
        families: counts by family.
        outcomes: by label: ``exact``, ``found`` or ``missed``.
        by_confidence: counts by the labels' confidence; false alarms are nobody's.
        values: by value (``period``, ``date`` …): of the labels that have it, those found with it right.
        covered: labels found, or listed as not understood.
        bad_quotes: quotes that are not the text's own characters.
        blanket: whether the list of what was not understood holds too much of the text.
        unread_share: how much of the text it holds.
        failure: why the text could not be read.
    """

    name: str
    layer: str
    families: dict[str, Tally]
    outcomes: tuple[str, ...]
    by_confidence: dict[str, Tally]
    values: dict[str, Share]
    covered: int
    bad_quotes: int
    blanket: bool
    unread_share: float
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusScore:
    """The score of a folder.

    Args:
        texts: one score a text.
        seconds: how long reading took; 0 when not measured.
        gained: labels better than in the baseline, as ``"text #n: missed → exact"``.
        lost: labels worse.
        unknown: texts the baseline does not hold, or holds with other labels.
        fallen: figures below the baseline's, as ``"timed_exact_f1: 0.962 → 0.950"``.
    """

    texts: tuple[TextScore, ...]
    seconds: float = 0.0
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    fallen: tuple[str, ...] = ()

    @property
    def families(self) -> dict[str, Tally]:
        """Counts by family."""
        return _added(text.families for text in self.texts)

    @property
    def timed(self) -> Tally:
        """Counts of the families the engine computes with."""
        return _sum(tally for family, tally in self.families.items() if family in TIMED)

    @property
    def all(self) -> Tally:
        """Counts of every family."""
        return _sum(self.families.values())

    def layer(self, layer: str) -> tuple[Tally, Tally]:
        """Return the timed counts and all counts of one layer of texts."""
        families = _added(text.families for text in self.texts if text.layer == layer)
        return _sum(tally for family, tally in families.items() if family in TIMED), _sum(families.values())

    @property
    def by_confidence(self) -> dict[str, Tally]:
        """Counts by the labels' confidence."""
        return _added(text.by_confidence for text in self.texts)

    def value(self, value: str) -> Share:
        """Return how many labels with a value were found with it right."""
        return Share(
            sum(text.values[value].right for text in self.texts), sum(text.values[value].of for text in self.texts)
        )

    @property
    def nothing_dropped(self) -> Share:
        """Of the labels, those found or listed as not understood."""
        return Share(sum(text.covered for text in self.texts), sum(len(text.outcomes) for text in self.texts))


def mark_from_fields(fields: Fields) -> Mark:
    """Read a label, or a provision of ``read --json``.

    Raises:
        KeyError, TypeError: a key is missing or is no such thing.
    """
    period = fields.get("period")
    weekday = fields.get("weekday")
    also_at = fields.get("also_at")
    return Mark(
        kind=str(fields["kind"]),
        start=_whole(fields["start"]),
        end=_whole(fields["end"]),
        also_at=tuple(_place(other) for other in also_at) if isinstance(also_at, Sequence) else (),
        period=tuple(period.get(key) for key in ("n", "unit", "direction", "bound"))
        if isinstance(period, Mapping)
        else None,
        date=_words(fields.get("date")),
        clock=_words(fields.get("clock")),
        amount=fields.get("amount"),
        weekday=frozenset(str(day).lower() for day in weekday) if isinstance(weekday, Iterable) else frozenset(),
        confidence=str(fields.get("confidence") or "high"),
        quote=str(fields.get("quote", "")),
    )


def score_text(text: LabelledText) -> TextScore:
    """Match what was found in one text with its labels."""
    pairs = []
    for i, label in enumerate(text.labels):
        for j, find in enumerate(text.finds):
            if FAMILIES.get(label.kind) != FAMILIES.get(find.kind):
                continue
            shared = max(_overlap(place, (find.start, find.end)) for place in label.places)
            if shared >= _HALF:
                pairs.append((label.exact(find), shared, i, j))
    pairs.sort(reverse=True)
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in pairs:
        if i not in found and j not in used:
            found[i] = j
            used.add(j)
    spare = [len(label.also_at) for label in text.labels]
    for _, _, i, j in pairs:
        if j not in used and spare[i] > 0:
            used.add(j)
            spare[i] -= 1
    outcomes = tuple(
        "missed" if i not in found else "exact" if label.exact(text.finds[found[i]]) == len(_VALUES) else "found"
        for i, label in enumerate(text.labels)
    )
    families: dict[str, Tally] = {}
    by_confidence: dict[str, Tally] = {}
    for label, outcome in zip(text.labels, outcomes, strict=True):
        one = Tally(1, int(outcome != "missed"), 0, int(outcome == "exact"))
        family = FAMILIES[label.kind]
        families[family] = families.get(family, Tally()) + one
        by_confidence[label.confidence] = by_confidence.get(label.confidence, Tally()) + one
    for j, find in enumerate(text.finds):
        if j not in used:
            family = FAMILIES.get(find.kind, _LOOSE)
            families[family] = families.get(family, Tally()) + Tally(false=1)
    unread = sum(end - start for start, end in text.unread)
    return TextScore(
        name=text.name,
        layer=text.layer,
        families=families,
        outcomes=outcomes,
        by_confidence=by_confidence,
        values={value: _value_share(value, text, found) for value in _VALUES},
        covered=sum(_covered(label, text) for label in text.labels),
        bad_quotes=sum(text.text[find.start : find.end] != find.quote for find in text.finds)
        + sum(
            text.text[start:end] != quote for (start, end), quote in zip(text.unread, text.unread_quotes, strict=True)
        ),
        blanket=unread > _UNREAD_SHARE * len(text.text) + _UNREAD_ROOM,
        unread_share=unread / max(1, len(text.text)),
        failure=text.failure,
    )


def score_corpus(texts: Iterable[LabelledText], *, baseline: Fields | None = None, seconds: float = 0.0) -> CorpusScore:
    """Score a folder of labelled texts.

    Args:
        texts: each with its labels and finds.
        baseline: outcomes and figures of an earlier run, as ``baseline_fields`` gives them.
        seconds: how long reading took, to be shown.
    """
    scored = tuple(score_text(text) for text in texts)
    outcomes = baseline.get("texts", {}) if baseline is not None else None
    gained: list[str] = []
    lost: list[str] = []
    unknown: list[str] = []
    if isinstance(outcomes, Mapping):
        order = ("missed", "found", "exact")
        for text in scored:
            before = outcomes.get(text.name)
            if not isinstance(before, Sequence) or len(before) != len(text.outcomes):
                unknown.append(text.name)
                continue
            for number, (old, new) in enumerate(zip(before, text.outcomes, strict=True), start=1):
                if old != new and old in order:
                    (gained if order.index(new) > order.index(str(old)) else lost).append(
                        f"{text.name} #{number}: {old} → {new}"
                    )
    score = CorpusScore(texts=scored, seconds=seconds, gained=tuple(gained), lost=tuple(lost), unknown=tuple(unknown))
    floors = baseline.get("figures", {}) if baseline is not None else {}
    fallen = tuple(
        f"{name}: {floors[name]} → {figure}"
        for name, figure in _figures(score).items()
        if isinstance(floors, Mapping) and isinstance(floors.get(name), float | int) and figure < floors[name]
    )
    return replace(score, fallen=fallen)


def baseline_fields(score: CorpusScore) -> dict[str, object]:
    """Return every label's outcome and the figures that may only rise, to be committed and compared with later."""
    return {"figures": _figures(score), "texts": {text.name: list(text.outcomes) for text in score.texts}}


def _figures(score: CorpusScore) -> dict[str, float]:
    return {
        "timed_exact_f1": round(score.timed.exact_f1.value, 3),
        "all_f1": round(score.all.f1.value, 3),
        "periods_right": round(score.value("period").value, 3),
        "nothing_dropped": round(score.nothing_dropped.value, 3),
    }


def score_fields(score: CorpusScore) -> dict[str, object]:
    """Return a score as keys and values: the figures of ``score --json``, each with its counts and its interval."""
    layers = sorted({text.layer for text in score.texts})
    return {
        "families": {family: _tally_fields(tally) for family, tally in sorted(score.families.items())},
        "timed": _tally_fields(score.timed),
        "all": _tally_fields(score.all),
        "confidence": {name: _recall_fields(tally) for name, tally in sorted(score.by_confidence.items())},
        "layers": {
            layer: {
                "texts": sum(text.layer == layer for text in score.texts),
                "timed": _tally_fields(score.layer(layer)[0]),
                "all": _tally_fields(score.layer(layer)[1]),
            }
            for layer in layers
        },
        "periods": _right_fields(score.value("period")),
        "dates": _right_fields(score.value("date")),
        "clocks": _right_fields(score.value("clock")),
        "weekdays": _right_fields(score.value("weekday")),
        "amounts": _right_fields(score.value("amount")),
        "nothing_dropped": round(score.nothing_dropped.value, 3),
        "nothing_dropped_counts": _right_fields(score.nothing_dropped),
        "unread_share_most": round(max((text.unread_share for text in score.texts), default=0.0), 3),
        "bad_quotes": sum(text.bad_quotes for text in score.texts),
        "failed": [[text.name, text.failure] for text in score.texts if text.failure],
        "blanket_unread": sum(text.blanket for text in score.texts),
        "texts": len(score.texts),
        "gained": list(score.gained),
        "lost": list(score.lost),
        "not_in_baseline": list(score.unknown),
        "fallen": list(score.fallen),
        "seconds": round(score.seconds, 1),
    }


def _tally_fields(tally: Tally) -> dict[str, object]:
    return {
        "labels": tally.labels,
        "hit": tally.hit,
        "false": tally.false,
        "exact_hits": tally.exact,
        "precision": round(tally.precision.value, 3),
        "precision_95": _interval(tally.precision),
        "recall": round(tally.recall.value, 3),
        "recall_95": _interval(tally.recall),
        "f1": round(tally.f1.value, 3) if tally.hit else 0.0,
        "f1_95": _interval(tally.f1),
        "exact": round(tally.exactness.value, 3),
        "exact_95": _interval(tally.exactness),
        "exact_f1": round(tally.exact_f1.value, 3),
        "exact_f1_95": _interval(tally.exact_f1),
    }


def _recall_fields(tally: Tally) -> dict[str, object]:
    fields = _tally_fields(tally)
    return {key: fields[key] for key in ("labels", "hit", "exact_hits", "recall", "recall_95", "exact", "exact_95")}


def _right_fields(share: Share) -> dict[str, object]:
    return {"labels": share.of, "right": share.right, "share": round(share.value, 3), "share_95": _interval(share)}


def _interval(share: Share) -> list[float]:
    return [round(end, 3) for end in share.interval]


def _value_share(value: str, text: LabelledText, found: Mapping[int, int]) -> Share:
    having = [i for i, label in enumerate(text.labels) if getattr(label, value)]
    right = sum(i in found and text.labels[i].same(value, text.finds[found[i]]) for i in having)
    return Share(right, len(having))


def _covered(label: Mark, text: LabelledText) -> bool:
    for start, end in label.places:
        if any(_overlap((start, end), (find.start, find.end)) >= _HALF for find in text.finds):
            return True
        if any(min(end, last) - max(start, first) >= _HALF * (end - start) for first, last in text.unread):
            return True
    return False


def _overlap(label: tuple[int, int], find: tuple[int, int]) -> float:
    """Return how much of the shorter span both share; nothing when the find is a blanket over the label."""
    wide = find[1] - find[0]
    long = label[1] - label[0]
    if wide > _BLANKET_TIMES * long + _BLANKET_ROOM:
        return 0.0
    return (min(label[1], find[1]) - max(label[0], find[0])) / max(1, min(long, wide))


def _added(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for one in tallies:
        for name, tally in one.items():
            total[name] = total.get(name, Tally()) + tally
    return total


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _place(other: object) -> tuple[int, int]:
    if isinstance(other, Mapping):
        return _whole(other["start"]), _whole(other["end"])
    if isinstance(other, Sequence) and len(other) >= 2:
        return _whole(other[0]), _whole(other[1])
    msg = f"a place has a start and an end; got {other!r}"
    raise TypeError(msg)


def _whole(value: object) -> int:
    if isinstance(value, int):
        return value
    msg = f"an offset is a whole number; got {value!r}"
    raise TypeError(msg)


def _words(value: object) -> str | None:
    return None if value is None else str(value)
