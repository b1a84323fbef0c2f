"""A record's file, checked offline: what holds, what does not, and where."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from soordered.disputes.events_conferral import DatesOffered, EffortMade
from soordered.disputes.events_exchange import TextsCommitted, TextsOpened
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_paper import LetterHandedOver, LetterSigned, MaterialWithheld
from soordered.disputes.names import Withheld
from soordered.record.acts import AudienceChanged, PaperKept, PayloadErased
from soordered.record.bound_texts import Part, commitment_of_parts
from soordered.record.canonical import canonical_bytes
from soordered.record.chain import link_of
from soordered.record.checkpoints import Checkpoint, signed_checkpoint
from soordered.record.entry import Entry
from soordered.record.export_file import EmptyRecordError, Export, export_bytes, with_end
from soordered.record.signatures import KeyFileError, new_key, sign
from soordered.record.signed_words import signed_words
from soordered.record.verification import Fault, Verification
from soordered.record.verify_export import entries_of_export, verify_export
from soordered.record.words_of_verification import leaves_open, proves
from tests.record.chains import BOTH, DAY, MATTER, NOON, chained, offers, salt_of
from tests.record.tampering import TAMPERINGS, Tamper, tampered

KEYS = new_key()


def checkpoint_at(entries: Sequence[Entry], position: int) -> Checkpoint:
    return signed_checkpoint(
        matter=MATTER,
        position=position,
        link=link_of(entries[position - 1].header),
        made_at=NOON,
        private=KEYS.private,
        name="key",
    )


def whole(entries: Sequence[Entry], *, signed_at: int = 0, papers: dict[str, bytes] | None = None) -> bytes:
    marks = (checkpoint_at(entries, signed_at),) if signed_at else ()
    keys = (KEYS.public,) if signed_at else ()
    return export_bytes(Export(matter=MATTER, entries=entries, checkpoints=marks, keys=keys, papers=papers or {}))


def faults(found: Verification) -> set[Fault]:
    return {item.fault for item in found.breaks}


# --- what holds


def test_a_record_as_it_was_made_holds() -> None:
    found = verify_export(whole(chained(offers(5)), signed_at=5), keys=(KEYS.public,))

    assert found.holds
    assert (found.entries, found.shown, found.withheld, found.erased) == (5, (1, 2, 3, 4, 5), (), ())
    assert found.signed_to == 5
    assert "Each of the 5 entries follows the one before it" in proves(found)[0]


def test_the_same_record_makes_the_same_bytes() -> None:
    assert whole(chained(offers(5)), signed_at=3) == whole(chained(offers(5)), signed_at=3)


def test_what_the_file_holds_comes_back() -> None:
    entries = chained(offers(4))
    mark = checkpoint_at(entries, 3)

    assert entries_of_export(whole(entries, signed_at=3)) == (MATTER, entries, {}, (mark,), (KEYS.public,))


def test_a_matter_without_entries_has_no_file() -> None:
    with pytest.raises(EmptyRecordError, match="There is no record of 'harbor-v-meridian'"):
        export_bytes(Export(matter=MATTER, entries=(), papers={}))


# --- for some readers only


def test_who_may_not_read_an_entry_learns_that_it_stands_there_and_nothing_else() -> None:
    secret = EffortMade(id="e2", on=DAY, by="plaintiff", about="d1", summary="we would take seven custodians")
    entries = chained([offers(1)[0], (secret, ("plaintiff",)), DatesOffered(id="e3", on=DAY, words="Tuesday")])

    data = export_bytes(Export(matter=MATTER, entries=entries, audience=frozenset({"defendant"}), papers={}))
    found = verify_export(data)

    assert found.holds
    assert found.withheld == (2,)
    assert found.shown == (1, 3)
    for word in (b"custodians", b"effort_made", entries[1].header.commitment.hex().encode(), salt_of(2).hex().encode()):
        assert word not in data
    assert any("1 entry is withheld from defendant (2)" in words for words in leaves_open(found))


def test_the_last_change_of_readers_counts() -> None:
    secret = EffortMade(id="e2", on=DAY, by="plaintiff", about="d1", summary="a talk")
    shared = AudienceChanged(id="a1", on=DAY, position=2, visible_to=BOTH, why="shared")
    back = AudienceChanged(id="a2", on=DAY, position=2, visible_to=(), why="sequestered under Rule 26(b)(5)(B)")
    told = [offers(1)[0], (secret, ("plaintiff",)), shared]
    defendant = frozenset({"defendant"})

    before = verify_export(export_bytes(Export(matter=MATTER, entries=chained(told), audience=defendant, papers={})))
    after = verify_export(
        export_bytes(Export(matter=MATTER, entries=chained([*told, back]), audience=defendant, papers={}))
    )

    assert before.withheld == ()
    assert after.withheld == (2,)


@pytest.mark.parametrize(
    ("how", "keeps"), [(Withheld.CLAWED_BACK, True), (Withheld.SEQUESTERED, True), (Withheld.DESTROYED, False)]
)
def test_what_was_clawed_back_is_in_nobody_elses_file(how: Withheld, *, keeps: bool) -> None:
    """The memorandum that went out by mistake stays with the side that recorded it, and destroyed with nobody."""
    slip = DatesOffered(id="e2", on=DAY, by="plaintiff", about="d1", words="privileged: canary")
    back = MaterialWithheld(id="w1", on=DAY, by="plaintiff", event="e2", how=how, why="sent by mistake")
    entries = chained([offers(1)[0], slip, back])

    files = {
        side: export_bytes(Export(matter=MATTER, entries=entries, audience=frozenset({side}), papers={}))
        for side in ("plaintiff", "defendant")
    }

    assert b"canary" not in files["defendant"]
    assert (b"canary" in files["plaintiff"]) is keeps
    assert verify_export(files["defendant"]).withheld == (2,)


def test_a_file_that_calls_itself_whole_withholds_nothing() -> None:
    entries = chained([offers(1)[0], (offers(2)[1], ("plaintiff",))])
    part = export_bytes(Export(matter=MATTER, entries=entries, audience=frozenset({"defendant"}), papers={}))
    rows = part.replace(b'"audience":["defendant"]', b'"audience":null').split(b"\n")[:-2]

    found = verify_export(with_end(b"".join(row + b"\n" for row in rows)))

    assert faults(found) == {Fault.PAYLOAD_MISSING}


# --- erased by a recorded act


def erased_record(*, by_act: bool = True) -> tuple[Entry, ...]:
    erased = PayloadErased(id="x", on=DAY, by="court", position=2, why="destroyed under the clawback order, Dkt. 41")
    entries = chained([*offers(3), *([erased] if by_act else [])])
    return (entries[0], entries[1].without_payload(), *entries[2:])


def test_a_lawful_erasure_holds_and_is_named() -> None:
    found = verify_export(whole(erased_record(), signed_at=4), keys=(KEYS.public,))

    assert found.holds
    assert [(gone.position, gone.by, gone.kind) for gone in found.erased] == [(2, 4, "dates_offered")]
    assert any(
        "What entry 2 (dates_offered) said was erased by entry 4 on 2007-11-09: destroyed under the clawback order"
        in words
        for words in leaves_open(found)
    )


def test_what_is_gone_without_an_act_is_found() -> None:
    found = verify_export(whole(erased_record(by_act=False)))

    assert [(item.fault, item.positions) for item in found.breaks] == [(Fault.PAYLOAD_MISSING, (2,))]


def test_readers_who_were_not_told_of_an_erasure_see_the_entry_withheld() -> None:
    erased = PayloadErased(id="x", on=DAY, by="court", position=2)
    entries = chained([*offers(3), (erased, ("plaintiff",))])
    gone = (entries[0], entries[1].without_payload(), *entries[2:])

    found = verify_export(
        export_bytes(Export(matter=MATTER, entries=gone, audience=frozenset({"defendant"}), papers={}))
    )

    assert found.holds
    assert found.withheld == (2, 4)


# --- tampering


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
@pytest.mark.parametrize("mend_end", [False, True], ids=["as it comes", "with the last line written anew"])
def test_every_tampering_is_found_at_its_place(tamper: Tamper, *, mend_end: bool) -> None:
    """A thousand tamperings, 84 of each kind and hand: all are found, and the place is one that was touched, or next to it."""
    entries = chained(offers(12))
    data = whole(entries, signed_at=9)
    chance = random.Random(f"{tamper.__name__} {mend_end}")  # noqa: S311  the same tamperings every time
    for _ in range(84):
        changed, touched = tampered(data, tamper, chance, mend_end=mend_end)
        if not touched:
            continue
        found = verify_export(changed, keys=(KEYS.public,))
        lines = {item.line - 1 for item in found.breaks if item.line and item.fault is Fault.UNREADABLE}
        named = {place for item in found.breaks if item.fault is not Fault.CHECKPOINT_WRONG for place in item.positions}

        assert not found.holds
        assert any(abs(place - here) <= 1 for place in named | lines for here in touched), (touched, found.breaks)


def rewritten(entries: Sequence[Entry], count: int) -> bytes:
    """What somebody makes who can write the whole file anew, without the server's key: other words in entry 2."""
    said = list(offers(count))
    said[1] = DatesOffered(id="e2", on=DAY, by="defendant", about="d1", words="we never offered that")
    return whole(chained(said))


def test_a_file_written_anew_does_not_pass_for_the_signed_one() -> None:
    """Chain, digests and head are put right; the checkpoint that somebody kept is not."""
    entries = chained(offers(6))
    forged = rewritten(entries, 6)

    alone = verify_export(forged)
    anchored = verify_export(forged, keys=(KEYS.public,), anchors=(checkpoint_at(entries, 6),))

    assert alone.holds
    assert any("could have made the whole of it anew" in words for words in leaves_open(alone))
    assert faults(anchored) == {Fault.CHECKPOINT_WRONG}


def test_a_cut_off_end_is_found_by_an_anchor_and_admitted_without() -> None:
    entries = chained(offers(6))
    cut = whole(entries[:4], signed_at=4)

    alone = verify_export(cut, keys=(KEYS.public,))
    anchored = verify_export(cut, keys=(KEYS.public,), anchors=(checkpoint_at(entries, 6),))

    assert alone.holds
    assert any("does not prove that nothing came after the last entry" in words for words in leaves_open(alone))
    assert faults(anchored) == {Fault.CUT_OFF}


def test_a_key_that_the_file_brings_proves_nothing_alone() -> None:
    found = verify_export(whole(chained(offers(3)), signed_at=3))

    assert found.holds
    assert found.signed_to == 0
    assert any("and so could anybody" in words for words in leaves_open(found))


def test_a_checkpoint_by_another_key_is_found() -> None:
    entries = chained(offers(3))
    other = new_key()
    mark = replace(checkpoint_at(entries, 3), signature=bytes(64))

    found = verify_export(whole(entries), keys=(KEYS.public,), anchors=(mark,))
    unknown = verify_export(whole(entries), keys=(other.public,), anchors=(checkpoint_at(entries, 3),))

    assert faults(found) == {Fault.SIGNATURE_WRONG}
    assert faults(unknown) == {Fault.SIGNATURE_WRONG}


def test_a_checkpoint_of_another_matter_is_found() -> None:
    entries = chained(offers(3))
    mark = signed_checkpoint(
        matter=type(MATTER)("another"),
        position=3,
        link=link_of(entries[2].header),
        made_at=NOON,
        private=KEYS.private,
        name="key",
    )

    assert faults(verify_export(whole(entries), keys=(KEYS.public,), anchors=(mark,))) == {Fault.CHECKPOINT_WRONG}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"not a record\n",
        b"\xff\xfe\x00",
        b"{}\n",
        b'{"format":"soordered-record/2","matter":"m","audience":null,"entries":1,"last":""}\n',
        b"[" * 200_000 + b"\n",
        b'{"a":' * 900 + b"1" + b"}" * 900 + b"\n",
        canonical_bytes({"end": hashlib.sha256(b"").hexdigest()}) + b"\n",
    ],
    ids=["nothing", "a line", "words", "bytes", "no head", "a format to come", "deep", "deeper", "an end alone"],
)
def test_what_is_no_such_file_is_said_to_be_none(data: bytes) -> None:
    found = verify_export(data)

    assert not found.holds
    assert proves(found) == ()


def test_a_public_key_that_is_none_is_refused() -> None:
    with pytest.raises(KeyFileError):
        verify_export(whole(chained(offers(1))), keys=(b"no key",))


# --- openings, letters, papers


def exchange(*, opened_text: str = "Seven custodians.") -> tuple[Entry, ...]:
    bound: list[Part] = [
        PositionStated(id="", on=DAY, issue="i1", text="All custodians.", final=True),
        CompromiseProposed(id="", on=DAY, issue="i1", text="Seven custodians.", final=True),
    ]
    digest = commitment_of_parts(bound, salt=salt_of(99))
    return chained(
        [
            TextsCommitted(id="c1", on=DAY, by="plaintiff", about="d1", commitment=digest.hex()),
            PositionStated(id="p1", on=DAY, by="plaintiff", issue="i1", text="All custodians.", final=True),
            CompromiseProposed(id="p2", on=DAY, by="plaintiff", issue="i1", text=opened_text, final=True),
            TextsOpened(id="o1", on=DAY, commitment="c1", salt=salt_of(99).hex(), parts=("p1", "p2")),
        ]
    )


def test_opened_texts_are_those_that_were_bound() -> None:
    found = verify_export(whole(exchange()))

    assert found.holds
    assert found.opened == 1


def test_other_texts_than_those_bound_are_found() -> None:
    found = verify_export(whole(exchange(opened_text="Nine custodians.")))

    assert [(item.fault, item.positions) for item in found.breaks] == [(Fault.OPENING_WRONG, (4,))]


LETTER = "Joint letter.\n\nPosition: \U0001f469\u200d\u2696 \u200f\u05e2\u05d1\u05e8\u05d9\u05ea.\n"
LETTER_DIGEST = hashlib.sha256(LETTER.encode()).hexdigest()


@pytest.mark.parametrize(
    ("signed", "handed", "text", "expected"),
    [
        (LETTER_DIGEST, LETTER_DIGEST, LETTER, set()),
        # a letter changed by a space after its digest was taken
        (LETTER_DIGEST, LETTER_DIGEST, LETTER + " ", {Fault.LETTER_CHANGED}),
        # another letter than the one signed
        ("0" * 64, LETTER_DIGEST, LETTER, {Fault.LETTER_CHANGED}),
    ],
)
def test_the_letter_handed_over_is_the_letter_signed(signed: str, handed: str, text: str, expected: set[Fault]) -> None:
    entries = chained(
        [
            LetterSigned(id="s1", on=DAY, about="d1", by="amory", digest=signed, name="A. Amory"),
            LetterHandedOver(id="h1", on=DAY, about="d1", digest=handed, text=text),
        ]
    )

    found = verify_export(whole(entries))

    assert faults(found) == expected
    assert found.letters == 1


AMORY = new_key()


@pytest.mark.parametrize(
    ("message", "key", "expected"),
    [
        (signed_words(MATTER, "d1", LETTER_DIGEST), AMORY.public, set()),
        # a signature moved here from another dispute, and one by somebody else
        (signed_words(MATTER, "d2", LETTER_DIGEST), AMORY.public, {Fault.SIGNATURE_WRONG}),
        (signed_words(MATTER, "d1", LETTER_DIGEST), new_key().public, {Fault.SIGNATURE_WRONG}),
        (signed_words(MATTER, "d1", LETTER_DIGEST), b"no key", {Fault.UNREADABLE}),
    ],
)
def test_a_signature_under_a_letter_is_its_signers(message: bytes, key: bytes, expected: set[Fault]) -> None:
    signature = sign(message, AMORY.private, name="key").hex()
    act = LetterSigned(id="s1", on=DAY, about="d1", by="amory", digest=LETTER_DIGEST, signature=signature)
    data = export_bytes(Export(matter=MATTER, entries=chained([act]), signers={"amory": key}, papers={}))

    found = verify_export(data)

    assert faults(found) == expected
    assert found.signatures == (Fault.UNREADABLE not in expected)


PAPER = b"%PDF-1.7 a letter"
PAPER_DIGEST = hashlib.sha256(PAPER).hexdigest()


def kept() -> tuple[Entry, ...]:
    return chained([PaperKept(id="k1", on=DAY, name="letter.pdf", sha256=PAPER_DIGEST, size=len(PAPER))])


def test_a_kept_paper_travels_with_the_entries_that_name_it() -> None:
    data = whole(kept(), papers={PAPER_DIGEST: PAPER, "f" * 64: b"of another matter"})

    assert verify_export(data).holds
    assert verify_export(data).papers == 1
    assert base64.b64encode(b"of another matter") not in data


def test_a_kept_paper_with_other_bytes_is_found() -> None:
    data = whole(kept(), papers={PAPER_DIGEST: PAPER[:-1] + b"!"})

    assert [(item.fault, item.positions) for item in verify_export(data).breaks] == [(Fault.PAPER_CHANGED, (1,))]


def test_a_kept_paper_that_is_not_there_is_found() -> None:
    assert [(item.fault, item.positions) for item in verify_export(whole(kept())).breaks] == [
        (Fault.PAPER_MISSING, (1,))
    ]


def test_a_damaged_payload_is_written_as_it_stands_and_found() -> None:
    """A record whose store was damaged can still be exported, and the place is named."""
    entries = list(chained(offers(3)))
    entries[1] = replace(entries[1], payload=b"\x00\xff not json")

    found = verify_export(whole(entries))

    assert [(item.fault, item.positions) for item in found.breaks] == [(Fault.PAYLOAD_CHANGED, (2,))]


def test_a_payload_of_a_kind_to_come_is_named_and_the_chain_still_holds() -> None:
    entries = list(chained(offers(2)))
    later = replace(entries[1].header, kind="meeting_dreamt")
    entries[1] = replace(entries[1], header=later)

    found = verify_export(whole(entries))

    assert [(item.fault, item.positions) for item in found.breaks] == [(Fault.PAYLOAD_UNREADABLE, (2,))]


def test_moments_and_days_of_erasure_are_the_acts_own() -> None:
    assert verify_export(whole(erased_record())).erased[0].on == dt.date(2007, 11, 9)
