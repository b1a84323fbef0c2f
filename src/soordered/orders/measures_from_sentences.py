"""Measures the court may take: a list of powers held out, each announced and none ordered.

Example: "Among them may be: (a) an award of fees; and (b) an order that each party's insurer come to the meeting." The list may be broken over several paragraphs of the paper.
"""

from __future__ import annotations

from soordered.orders.clause_readings import Surroundings
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.rules.rule import Confidence, Consequence, ConsequenceStatus, Manner, Precondition
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other

_HEAD = Pattern(
    r"\b(?:actions?|measures|steps|consequences|sanctions) (?:may|might|could|can) include\b(?: the following)?:?"
)
_ITEM = Pattern(r"\((?:\d|[a-z]|[ivx]{1,3})\)\s")
_TAIL = Pattern(r"[;,]?\s*(?:and/or|and|or)?[\s.;,:]*$")
_EXECUTIVES = Pattern(r"chief executive|client|principal|person with (?:full )?authority|insur")
_SANCTIONS = Pattern(r"sanction|fee|expense|contempt|dismiss")


def opens_measures(folded: str, sentence: Sentence) -> bool:
    """Say whether a sentence begins a list of measures and does not end it."""
    return _HEAD.search(folded, sentence.start, sentence.end) is not None and folded[sentence.end - 1] != "."


def measures(
    sentence: Sentence, around: Surroundings, condition: tuple[Precondition, ...], *, goes_on: bool
) -> tuple[Norm, ...]:
    """Return the measures a sentence holds out.

    Args:
        sentence: the sentence.
        around: the text and what is known around it.
        condition: under what the court will consider them, from the sentence before.
        goes_on: whether a list begun before this sentence is still open; then the sentence is one item of it.
    """
    folded = around.folded
    head = _HEAD.search(folded, sentence.start, sentence.end)
    if head is None and not goes_on:
        return ()
    first = sentence.start if head is None else head.end()
    begins = [match.end() for match in _ITEM.finditer(folded, first, sentence.end)]
    if not begins or (head is None and begins[0] > sentence.start + 4):
        begins = [first + (1 if head is not None else 0), *begins]
    norms: list[Norm] = []
    for begin, until in zip(begins, [*(one - 4 for one in begins[1:]), sentence.end], strict=True):
        tail = _TAIL.search(folded, begin, until)
        end = tail.start() if tail is not None else until
        if end - begin > 8:
            norms.append(_measure(sentence, around, condition, begin, end))
    return tuple(norms)


def _measure(
    sentence: Sentence, around: Surroundings, condition: tuple[Precondition, ...], begin: int, end: int
) -> Norm:
    item = around.folded[begin:end]
    executives = _EXECUTIVES.search(item) is not None
    act: ActCode = Other(" ".join(item.split()[:6]))
    if executives:
        act = Act.REQUIRE_EXECUTIVES
    elif _SANCTIONS.search(item):
        act = Act.IMPOSE_SANCTIONS
    return Norm(
        sentence=sentence,
        act=act,
        modality=Modality.COURT_MAY,
        bearers=(Bearer.COURT,),
        finds=(
            Find(
                facet=Facet.ATTENDANCE if executives else Facet.SANCTION,
                start=begin,
                end=end,
                production="measures",
                confidence=Confidence.MEDIUM,
            ),
        ),
        preconditions=condition,
        manner=Manner(attendance=(Bearer.CHIEF_EXECUTIVES,), per_party="each party" in item) if executives else None,
        consequence=Consequence(
            act=act, status=ConsequenceStatus.ANNOUNCED, words=" ".join(around.clean[begin:end].split())[:160]
        ),
        topic="" if executives else "noncooperation-sanctions",
    )
