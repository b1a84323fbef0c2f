"""A clause taken apart, what is known around it, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from soordered.orders.act_from_clause import Frame
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.norms import Norm
from soordered.orders.patterns import Pattern
from soordered.orders.times_found import TimeFound
from soordered.rules.rule import Limit
from soordered.rules.vocabulary import Bearer

_CUT = Pattern(
    r",?\sor (?:is|are|be|will be) (?:deemed )?(?:waived|forfeited|abandoned|stricken|untimely|denied)|,?\s(?:unless|provided that|except|in order to|so that|because|who\s|if\s|when\s|where\s|pursuant to|in the event|though\s|although\s)"
)
_AND_TAIL = Pattern(r",?\s(?:and|or|but|nor)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the reader knows around a sentence.

    Args:
        clean: the clean text.
        folded: the same, folded.
        names: names of parties from the caption with their sides.
        guideline: whether the text is a page of instructions rather than an order.
        standing: whether the text speaks of every matter that comes, rather than of one.
        operative: whether the text orders something in the present.
        previous: what the clause before was about.
        subject: the subject of the clause before in its sentence, folded: a second predicate inherits it.
        length: the length last stated, for "same length".
        stem: the sentence before, folded, if it ends with a colon: a list hangs on it.
    """

    clean: str
    folded: str
    names: Mapping[str, Bearer] = field(default_factory=dict)
    guideline: bool = False
    standing: bool = False
    operative: bool = False
    previous: Frame | None = None
    stem: str = ""
    subject: str = ""
    length: Limit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseReading:
    """What became of a clause.

    Args:
        clause: the clause.
        frame: what it is about.
        norms: the norms it states, one for each time limit, at least one if it binds anybody.
        why: why it states none.
    """

    clause: Clause
    frame: Frame
    norms: tuple[Norm, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A clause taken apart."""

    clause: Clause
    frame: Frame
    subject: str
    predicate: str
    bearer: Bearer | None
    times: tuple[TimeFound, ...]
    around: Surroundings


def binding_words(clause: Clause, subject: str, folded: str) -> tuple[int, int]:
    """Return the words that bind: the subject if it is short, the verb and its object."""
    start = clause.subject[0] if 0 < len(subject) <= 90 and not clause.coordinated else clause.nucleus[0]
    end = clause.end
    cut = _CUT.search(folded, min(clause.nucleus[1] + 12, end), end)
    if cut is not None:
        end = cut.start()
    tail = _AND_TAIL.search(folded, max(clause.nucleus[1], end - 6), end)
    return start, tail.start() if tail is not None else end
