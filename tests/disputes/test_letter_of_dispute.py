"""The letter holds what each side wrote, to the byte, and a signature binds exactly that."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.disputes import commands_paper as ask
from soordered.disputes.decide import decide
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_discovery import DiscoveryAnswered, DiscoveryServed
from soordered.disputes.events_letter import (
    IssueNarrowed,
    IssueRaised,
    IssueResolved,
    PositionStated,
)
from soordered.disputes.events_matter import CounselAppeared, PartyJoined
from soordered.disputes.events_paper import CommonPartConsented, CommonPartProposed, LetterSigned, MaterialWithheld
from soordered.disputes.evolve import fold
from soordered.disputes.letter_of_dispute import (
    CanonicalLetter,
    letter_of,
    signatures_of,
    unsigned_for,
    void_signatures,
)
from soordered.disputes.names import CommonPart, RequestType, Side
from soordered.disputes.refusal import Refusal
from soordered.disputes.rules_for_dispute import rule_for
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.rules.vocabulary import Act
from tests.disputes.strategies import histories
from tests.disputes.test_exchange_of_dispute import AGREED, MET, PARTS

BOOK = shipped_order("cand-spero-2010-07-07")
OF_2007 = shipped_order("cand-spero-2007-07-30")
DAY = dt.date(2010, 7, 20)
WRITTEN = (*MET, *PARTS)


def _letter(events: tuple[MatterEvent, ...]) -> CanonicalLetter:
    matter = fold(events)
    return letter_of(matter, matter.disputes["d1"], BOOK)


def test_the_whole_letter() -> None:
    events = (
        *MET[:-1],
        DiscoveryServed(
            id="q",
            on=DAY,
            by="alder",
            about="q7",
            type=RequestType.INTERROGATORY,
            number="7",
            text="State every reason.",
        ),
        DiscoveryAnswered(id="a", on=DAY, by="birch", about="q7", text="Objection."),
        IssueRaised(
            id="i", on=DAY, by="amory", about="d1", issue="i1", title="Reasons", requests=("q7",), relief="An answer."
        ),
        CommonPartProposed(id="cp", on=DAY, by="amory", about="d1", part=CommonPart.CONFERRAL, text="They met."),
        CommonPartConsented(id="cc", on=DAY, by="brandt", about="d1", proposal="cp"),
        CommonPartProposed(id="cx", on=DAY, by="amory", about="d1", part=CommonPart.CLOSING, text="Nobody agreed."),
        *PARTS,
    )

    assert (
        _letter(events).text
        == """JOINT LETTER

MEETING OF COUNSEL
They met.

ISSUE 1: Reasons

Relief asked
An answer.

Interrogatory 7
State every reason.

Response
Objection.

Position of plaintiff
of amory

Position of defendant
of brandt

Proposed compromise of plaintiff
of amory

Proposed compromise of defendant
of brandt
"""
    )


@given(text=st.text(min_size=1))
def test_every_byte_of_a_side_stands_in_it_with_owner_digest_and_time(text: str) -> None:
    """Line ends, emoji, right-to-left marks and all."""
    said = PositionStated(id="s", on=DAY, at=dt.time(9), by="brandt", about="d1", issue="i1", text=text)
    letter = _letter((*WRITTEN, said))
    piece = next(piece for piece in letter.pieces if piece.event == "s")

    assert letter.text[piece.start : piece.end] == text
    assert (piece.owner, piece.on, piece.at) == ("defendant", DAY, dt.time(9))
    assert piece.digest == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert "".join(one.text for one in letter.sentences() if one.piece is piece) == text
    assert all(letter.text[one.start : one.start + len(one.text)] == one.text for one in letter.sentences())


@given(history=histories())
def test_any_history_has_a_letter_whose_pieces_are_in_it(history: list[MatterEvent]) -> None:
    matter = fold(history)
    for dispute in matter.disputes.values():
        letter = letter_of(matter, dispute, BOOK)

        assert all(letter.text[piece.start : piece.end] == piece.text for piece in letter.pieces)


def test_the_last_word_of_a_side_counts_and_what_is_withheld_does_not() -> None:
    revised = PositionStated(id="new", on=DAY, by="brandt", about="d1", issue="i1", text="revised")
    gone = MaterialWithheld(id="w", on=DAY, by="brandt", event="new", why="privilege")

    assert "revised" in _letter((*WRITTEN, revised)).text
    assert "of brandt" not in _letter((*WRITTEN, revised)).text.split("compromise")[0]
    assert "revised" not in _letter((*WRITTEN, revised, gone)).text


def test_a_letter_holds_what_remains_and_no_resolved_issue() -> None:
    narrowed = IssueNarrowed(id="n", on=DAY, by="brandt", about="d1", issue="i1", remains="Only 2006.")
    resolved = IssueResolved(id="r", on=DAY, by="brandt", about="d1", issue="i1")

    assert "What remains\nOnly 2006." in _letter((*WRITTEN, narrowed)).text
    assert _letter((*WRITTEN, resolved)).lacks == ("no issue is on record",)


_LATER = [
    PositionStated(id="new", on=DAY, by="brandt", about="d1", issue="i1", text="of brandt, and more"),
    IssueRaised(id="i2", on=DAY, by="amory", about="d1", issue="i2", title="Another"),
    IssueNarrowed(id="n", on=DAY, by="brandt", about="d1", issue="i1", remains="Only 2006."),
    MaterialWithheld(id="w", on=DAY, by="brandt", event=PARTS[2].id, why="privilege"),
]


@pytest.mark.parametrize("later", _LATER, ids=lambda event: type(event).__name__)
def test_a_word_that_changes_voids_every_signature(later: MatterEvent) -> None:
    signed = LetterSigned(id="s", on=DAY, by="amory", about="d1", digest=_letter(WRITTEN).digest)
    before, after = fold((*WRITTEN, signed)), fold((*WRITTEN, signed, later))
    dispute = after.disputes["d1"]

    assert signatures_of(before, before.disputes["d1"], letter_of(before, before.disputes["d1"], BOOK)) == (signed,)
    assert signatures_of(after, dispute, letter_of(after, dispute, BOOK)) == ()
    assert void_signatures(after, dispute, letter_of(after, dispute, BOOK)) == (signed,)


def test_on_the_first_meeting_of_2007_each_party_writes_and_signs_its_final_part() -> None:
    """The case track wants parties; a standing dispute wants sides."""
    cedar = (
        PartyJoined(id="p3", on=DAY, about="cedar", name="Cedar", side=Side.DEFENDANT),
        CounselAppeared(id="c3", on=DAY, about="crane", party="cedar", lead=True),
    )
    matter = fold((*MET, *cedar, *PARTS))
    dispute = matter.disputes["d1"]
    rule = next(rule for rule in OF_2007.for_act(Act.FILE_JOINT_LETTER) if rule.scope.value == "case")
    once = letter_of(matter, dispute, type(OF_2007)(rules=(rule,)))
    signed = tuple(LetterSigned(id=who, on=DAY, by=who, about="d1") for who in ("amory", "brandt"))

    assert once.contributors == ("alder", "birch", "cedar")
    assert "issue i1 lacks the position of Cedar" in once.lacks
    assert "issue i1: the position of Alder is not given as final" in once.lacks
    assert unsigned_for(matter, once, signed, rule) == ("cedar",)
    both = LetterSigned(id="both", on=DAY, by="brandt", about="d1", parties=("birch", "cedar"))
    assert unsigned_for(matter, once, (*signed, both), rule) == (), "one lawyer may sign for several parties"
    assert letter_of(matter, dispute, OF_2007).contributors == ("plaintiff", "defendant")
    assert (
        unsigned_for(
            matter, letter_of(matter, dispute, OF_2007), signed, rule_for(OF_2007, Act.FILE_JOINT_LETTER, dispute)
        )
        == ()
    )


_NOT_SIGNED: list[tuple[str, dict[str, object], tuple[MatterEvent, ...], str]] = [
    ("by a stranger", {"by": "zed"}, WRITTEN, "counsel of record"),
    ("by a represented party", {"by": "alder"}, WRITTEN, "counsel of record"),
    ("what was not read", {"digest": "0" * 64}, WRITTEN, "changed since you read it"),
    ("for the other side", {"parties": ("birch",)}, WRITTEN, "not yours to sign for"),
    ("for nobody", {"parties": ("elm",)}, WRITTEN, "not yours to sign for"),
    ("without a name", {"name": " "}, WRITTEN, "bears the name"),
    ("before the exchange", {}, (*AGREED, *PARTS), "nothing to sign"),
    ("an incomplete one", {}, WRITTEN[:-1], "lacks the compromise of defendant"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "events", "words"), [row[1:] for row in _NOT_SIGNED], ids=[row[0] for row in _NOT_SIGNED]
)
def test_nobody_signs(given_: dict[str, object], events: tuple[MatterEvent, ...], words: str) -> None:
    said: dict[str, object] = {"by": "amory", "name": "A. Amory", "digest": _letter(events).digest, **given_}
    now = dt.datetime(2010, 7, 20, 12)  # noqa: DTZ001  the court's local time
    command = ask.SignLetter(id="x", about="d1", **said)  # type: ignore[arg-type]  # fields by name
    decision = decide(fold(events), command, book=BOOK, now=now)

    assert isinstance(decision, Refusal)
    assert words in str(decision)
