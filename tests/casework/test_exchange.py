"""Private until both exchange: at the agreed hour both parts open or none does, and marks that differ tell nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.casework.acting import see
from soordered.casework.acts.answer_protocol import agree_protocol, decline_protocol
from soordered.casework.acts.claw_back import claw_back
from soordered.casework.acts.commit_locked import commit_locked
from soordered.casework.acts.commit_texts import commit_texts
from soordered.casework.acts.mark_settlement import mark_settlement
from soordered.casework.acts.open_texts import open_texts
from soordered.casework.acts.order_extension import order_extension
from soordered.casework.acts.propose_protocol import propose_protocol
from soordered.casework.acts.raise_issue import raise_issue
from soordered.casework.acts.release_commitment import release_commitment
from soordered.casework.acts.release_texts import release_texts
from soordered.casework.acts.see_exchange import see_exchange, see_letter
from soordered.casework.acts.state_parts import state_parts
from soordered.casework.acts.take_turn import take_turn
from soordered.casework.acts.write_privately import draft_history, own_drafts, write_privately
from soordered.casework.caller import Caller, Role, StreamId
from soordered.casework.case_act import CaseAct
from soordered.casework.drafts import DraftPlace, PartOf
from soordered.casework.due_exchanges import sealed_key
from soordered.casework.opening_hour import last_opening_day
from soordered.casework.ports import NewEntry, PrivateText
from soordered.casework.sealed_texts import sealed_from_text
from soordered.disputes.events_exchange import MarksMatched, TextsCommitted, TextsOpened
from soordered.disputes.events_letter import CompromiseProposed, IssueRaised, PositionStated
from soordered.disputes.exchange_of_dispute import exchange_of
from soordered.disputes.names import Side
from soordered.lawbook.time_law_from_data import time_law
from soordered.record.bound_texts import parts_open
from soordered.record.canonical import CanonicalFormError
from soordered.record.entry import Digest, Salt
from soordered.record.own_key import OwnKeyError, own_locked
from soordered.rules.vocabulary import Act
from tests.casework.calls_of_acts import OURS, THEIRS, locked, signed
from tests.casework.cast import AMORY, ASH, BRANDT, EVERYBODY, JUDGE, MATTER, Stage, ask, done, words_of

POSITION = DraftPlace(dispute="d1", issue="i1", part=PartOf.POSITION)
COMPROMISE = DraftPlace(dispute="d1", issue="i1", part=PartOf.COMPROMISE)


def _events(stage: Stage, kind: type) -> list[object]:
    return [event for event in stage.view(AMORY).state.seen.values() if isinstance(event, kind)]


def _turn(stage: Stage) -> Side | None:
    state = stage.view(AMORY).state
    return exchange_of(state, state.disputes["d1"]).turn


@pytest.mark.parametrize("order", ["2007", "2010"])
def test_both_texts_open_at_the_hour_in_one_act_for_whoever_looks(order: str) -> None:
    stage = Stage(order).agreed().committed(AMORY, "canary").committed(BRANDT, "finch")
    stage.at(stage.today, 16, 59)
    assert "not before" in words_of(open_texts(stage.desk, ask(BRANDT), about="d1"))
    assert not _events(stage, PositionStated)
    stage.at(stage.today, 17)
    before = stage.desk.log.load(MATTER).version
    done(open_texts(stage.desk, ask(BRANDT), about="d1"))
    opened = stage.desk.log.load(MATTER).entries[before:]

    assert [entry.header.kind for entry in opened] == ["texts_opened"] * 2 + [
        "position_stated", "compromise_proposed", "position_stated", "compromise_proposed",
    ]  # fmt: skip
    assert {(entry.header.actor, entry.header.role) for entry in opened} == {("clock", Role.CLOCK.value)}
    assert {entry.header.visible_to for entry in opened} == {("defendant", "plaintiff")}
    assert "canary" in repr(stage.view(BRANDT))
    assert stage.desk.log.load(MATTER).version == before + 6, "and once"


def test_anybody_can_check_what_was_opened_against_what_was_bound() -> None:
    stage = Stage().opened()
    state = stage.view(BRANDT).state
    for opened in _events(stage, TextsOpened):
        assert isinstance(opened, TextsOpened)
        committed = state.seen[opened.commitment]
        assert isinstance(committed, TextsCommitted)
        parts = [
            part for name in opened.parts if isinstance(part := state.seen[name], PositionStated | CompromiseProposed)
        ]
        salt = Salt(bytes.fromhex(opened.salt))

        assert parts_open(Digest(bytes.fromhex(committed.commitment)), parts, salt=salt)
        assert not parts_open(Digest(bytes.fromhex(committed.commitment)), parts[::-1], salt=salt)


@pytest.mark.parametrize("who", [AMORY, BRANDT])
def test_nothing_opens_if_only_one_has_committed_neither_by_asking_nor_by_waiting(who: Caller) -> None:
    stage = Stage().agreed().committed(who, "canary")
    stage.later(30)
    for other in EVERYBODY:
        open_texts(stage.desk, ask(other), about="d1")
        assert "canary" not in repr(see(stage.desk, ask(other)))

    assert not _events(stage, TextsOpened)
    assert "nothing opens" in words_of(open_texts(stage.desk, ask(AMORY), about="d1"))
    other = BRANDT if who is AMORY else AMORY
    stage.written(other, "late")
    assert "hour has passed" in words_of(commit_texts(stage.desk, ask(other), about="d1", protocol=stage.protocol))


def test_where_one_committed_another_hour_keeps_what_is_bound() -> None:
    stage = Stage().agreed().committed(AMORY)
    stage.at(stage.today, 18)
    later = propose_protocol(
        stage.desk, ask(AMORY), about="d1", opens_on=stage.today, opens_at=dt.time(20), replaces=stage.protocol
    )
    stage.protocol = done(later).events[0].id
    done(agree_protocol(stage.desk, ask(BRANDT), about="d1", protocol=stage.protocol))
    stage.committed(BRANDT)
    stage.at(stage.today, 20)

    assert len(_events(stage, TextsOpened)) == 2


def test_where_one_committed_it_can_take_its_commitment_back_and_go_on_openly() -> None:
    stage = Stage().agreed().committed(AMORY, "canary")
    assert "binds until the agreed hour" in words_of(
        release_commitment(stage.desk, ask(AMORY), about="d1", protocol=stage.protocol)
    )
    stage.at(stage.today, 18)
    done(release_commitment(stage.desk, ask(AMORY), about="d1", protocol=stage.protocol))
    assert "canary" not in repr(stage.view(BRANDT))
    done(state_parts(stage.desk, ask(AMORY), about="d1"))

    assert "canary" in repr(stage.view(BRANDT))


def test_a_side_that_writes_first_openly_is_warned_that_the_other_reads_it() -> None:
    stage = Stage().met().written(AMORY, "…")
    answer = done(state_parts(stage.desk, ask(AMORY), about="d1"))

    assert "will read your part before it has written its own" in str(answer.warnings[0])


def test_what_cannot_be_shown_as_it_was_bound_opens_for_nobody() -> None:
    """Somebody with the database in hand changed a sealed word."""
    stage = Stage().agreed().committed(AMORY, "mine").committed(BRANDT, "theirs")
    name = next(
        event.id
        for event in _events(stage, TextsCommitted)
        if isinstance(event, TextsCommitted) and event.by == "brandt"
    )
    key = (MATTER, StreamId("defendant"), sealed_key(name))
    text = stage.office.private.held[key][-1]
    stage.office.private.held[key] = [
        PrivateText(key=text.key, body=text.body.replace("theirs", "better"), by=text.by, at=text.at)
    ]
    stage.at(stage.today, 17)

    assert "cannot be shown as it was bound" in words_of(open_texts(stage.desk, ask(AMORY), about="d1"))
    assert not _events(stage, TextsOpened)
    assert "mine" not in repr(stage.view(BRANDT))
    assert sealed_from_text(text.body).bound


def test_two_who_open_in_the_same_instant_open_once() -> None:
    stage = Stage().agreed().committed(AMORY).committed(BRANDT)
    stage.at(stage.today, 17)
    other = stage.office.copied()
    see(other.desk, ask(BRANDT))
    theirs = other.log.load(MATTER).entries[stage.desk.log.load(MATTER).version :]
    stage.office.log.before_append.append(
        [
            NewEntry(
                act=entry.act, actor=AMORY.person, role=Role.CLOCK, side=None, recorded_at=entry.header.recorded_at,
                visible_to=entry.header.visible_to,
            )
            for entry in theirs
            if entry.act is not None
        ]
    )  # fmt: skip
    stage.view(AMORY)

    assert len(_events(stage, TextsOpened)) == 2
    assert len(_events(stage, PositionStated)) == 2


# ---- under a side's own key


def test_under_its_own_key_a_sides_words_are_nowhere_on_the_host_before_the_opening() -> None:
    stage = locked()
    whole = repr(stage.office.private.held) + repr(stage.office.log.chains)
    assert "canary" not in whole
    assert "finch" not in whole
    assert "cannot be shown" in words_of(open_texts(stage.desk, ask(AMORY), about="d1")), "not before both are released"
    done(release_texts(stage.desk, ask(AMORY), about="d1", release=OURS.release))
    assert "canary" not in repr(stage.view(BRANDT)), "one release opens nothing"
    done(release_texts(stage.desk, ask(BRANDT), about="d1", release=THEIRS.release))

    assert "canary" in repr(stage.view(BRANDT))
    assert "finch" in repr(stage.view(AMORY))


def test_a_release_is_kept_until_the_hour_and_opens_its_own_part_only() -> None:
    stage = locked()
    stage.at(stage.today, 16)
    assert "Keep the release until" in words_of(release_texts(stage.desk, ask(AMORY), about="d1", release=OURS.release))
    stage.at(stage.today, 17)
    with pytest.raises(OwnKeyError):
        release_texts(stage.desk, ask(AMORY), about="d1", release=THEIRS.release)
    other = Stage().agreed()
    assert "another side" in words_of(
        commit_locked(other.desk, ask(AMORY), about="d1", protocol=other.protocol, part=THEIRS.part)
    )


def test_what_is_no_part_of_the_letter_opens_nothing() -> None:
    stage = Stage().agreed()
    part, release = own_locked(
        b'{"parts":[{}]}', matter=MATTER, stream="plaintiff", key="p", chance=lambda size: b"x" * size
    )
    done(commit_locked(stage.desk, ask(AMORY), about="d1", protocol=stage.protocol, part=part))
    done(commit_locked(stage.desk, ask(BRANDT), about="d1", protocol=stage.protocol, part=THEIRS.part))
    stage.at(stage.today, 17)

    assert "no parts of this letter" in words_of(release_texts(stage.desk, ask(AMORY), about="d1", release=release))


# ---- the hour


def test_texts_open_a_full_court_day_before_the_act_by_date() -> None:
    """Met on Monday 8 November 2010: the letter's act-by date is Friday the 12th, for the 13th is a Saturday. Thursday is
    Veterans Day, so the full court day is Wednesday, and the texts open on Tuesday at the latest.
    """
    stage = Stage("2010").met()
    assert stage.today == dt.date(2010, 11, 8)
    tuesday, wednesday = dt.date(2010, 11, 9), dt.date(2010, 11, 10)
    late = propose_protocol(stage.desk, ask(AMORY), about="d1", opens_on=wednesday, opens_at=dt.time(9))

    assert "the texts open on Tue 9 Nov 2010 at the latest" in words_of(late)
    assert late.refusal is not None
    assert late.refusal.reasons[0].quote is not None
    assert done(propose_protocol(stage.desk, ask(AMORY), about="d1", opens_on=tuesday, opens_at=dt.time(17))).events
    done(
        order_extension(
            stage.desk, ask(JUDGE), about="d1", act=Act.FILE_JOINT_LETTER, until=dt.date(2010, 11, 30), entry="9"
        )
    )
    assert propose_protocol(
        stage.desk, ask(AMORY), about="d1", opens_on=dt.date(2010, 11, 24), opens_at=dt.time(9)
    ).done


@pytest.mark.parametrize(
    ("act_by", "last"),
    [
        (dt.date(2010, 11, 17), dt.date(2010, 11, 15)),  # Wednesday: Tuesday is whole, Monday opens
        (dt.date(2010, 11, 16), dt.date(2010, 11, 14)),  # Tuesday: Monday is whole, so by Sunday
        (dt.date(2010, 11, 15), dt.date(2010, 11, 11)),  # Monday: Friday is whole, so by Thursday
        (
            dt.date(2010, 11, 29),
            dt.date(2010, 11, 23),
        ),  # the Friday after Thanksgiving is a state day: Wednesday is whole
    ],
)
def test_the_last_day_to_open(act_by: dt.date, last: dt.date) -> None:
    assert last_opening_day(time_law("cand"), act_by) == last


def test_a_protocol_can_be_declined() -> None:
    stage = Stage().met()
    proposal = done(
        propose_protocol(stage.desk, ask(AMORY), about="d1", opens_on=stage.today, opens_at=dt.time(17))
    ).events[0]
    done(decline_protocol(stage.desk, ask(BRANDT), about="d1", protocol=proposal.id, answer="Too soon."))

    assert "waits for an answer" in words_of(agree_protocol(stage.desk, ask(BRANDT), about="d1", protocol=proposal.id))


# ---- drafts


def test_drafts_are_kept_in_versions_for_their_own_side_with_its_staff() -> None:
    stage = Stage().met()
    for words in ("one", "two"):
        done(write_privately(stage.desk, ask(AMORY), place=POSITION, text=words))

    assert [text.body for text in draft_history(stage.desk, ask(ASH), place=POSITION)] == ["one", "two"]
    assert [text.body for text in own_drafts(stage.desk, ask(ASH), about="d1")] == ["two"]
    for other in (BRANDT, JUDGE):
        assert own_drafts(stage.desk, ask(other), about="d1") == ()
        assert draft_history(stage.desk, ask(other), place=POSITION) == ()


def test_a_draft_written_after_committing_is_another_draft() -> None:
    stage = Stage().agreed().committed(AMORY, "bound").committed(BRANDT)
    done(write_privately(stage.desk, ask(AMORY), place=POSITION, text="second thoughts"))
    stage.at(stage.today, 17)

    assert "second thoughts" not in repr(stage.view(BRANDT))
    assert "bound" in repr(stage.view(BRANDT))


def test_an_incomplete_part_is_not_bound_and_one_that_is_no_text_not_written() -> None:
    stage = Stage().agreed()
    done(write_privately(stage.desk, ask(AMORY), place=POSITION, text="only this"))

    assert "lacks: compromise on i1" in words_of(
        commit_texts(stage.desk, ask(AMORY), about="d1", protocol=stage.protocol)
    )
    with pytest.raises(CanonicalFormError):
        write_privately(stage.desk, ask(AMORY), place=COMPROMISE, text="\ud800")
    assert "no issue 'i7'" in words_of(
        write_privately(
            stage.desk, ask(AMORY), place=DraftPlace(dispute="d1", issue="i7", part=PartOf.POSITION), text="…"
        )
    )


# ---- turns


def test_after_the_opening_each_side_changes_its_own_part_in_turn() -> None:
    stage = Stage().opened(turns=Side.DEFENDANT)
    assert "defendant's turn" in words_of(take_turn(stage.desk, ask(AMORY), about="d1", protocol=stage.protocol))
    done(write_privately(stage.desk, ask(BRANDT), place=POSITION, text="revised"))
    done(take_turn(stage.desk, ask(BRANDT), about="d1", protocol=stage.protocol, revised=(POSITION, COMPROMISE)))
    positions = [event.text for event in _events(stage, PositionStated) if isinstance(event, PositionStated)]

    assert positions[-1] == "revised"
    assert len(_events(stage, CompromiseProposed)) == 2, "a draft that says the same changes nothing"
    done(take_turn(stage.desk, ask(AMORY), about="d1", protocol=stage.protocol))
    done(take_turn(stage.desk, ask(BRANDT), about="d1", protocol=stage.protocol))
    assert _turn(stage) is None


def test_a_draft_that_its_side_does_not_name_stays_private_when_its_turn_ends() -> None:
    stage = Stage().opened(turns=Side.PLAINTIFF)
    for place in (POSITION, COMPROMISE):
        done(write_privately(stage.desk, ask(AMORY), place=place, text=f"canary of {place.part}"))
    done(take_turn(stage.desk, ask(AMORY), about="d1", protocol=stage.protocol, revised=(POSITION,)))

    assert "canary of position" in repr(stage.view(BRANDT))
    assert "canary of compromise" not in repr(stage.view(BRANDT))


# ---- what a page shows of it


def test_a_side_sees_who_has_committed_and_never_what_nor_the_others_marks() -> None:
    stage = Stage().agreed().committed(AMORY, "canary")
    seen = see_exchange(stage.desk, ask(BRANDT), about="d1")
    assert seen is not None

    assert (seen.committed, seen.opened, seen.texts) == (frozenset({Side.PLAINTIFF}), False, ())
    assert "canary" not in repr(seen)
    assert CaseAct.COMMIT_TEXTS in seen.choices
    assert CaseAct.SIGN_LETTER not in seen.choices
    stage.committed(BRANDT)
    stage.at(stage.today, 17)
    done(mark_settlement(stage.desk, ask(AMORY), about="d1", issue="i1", text=_texts(stage)["brandt"]))
    ours, theirs = (see_exchange(stage.desk, ask(who), about="d1") for who in (AMORY, BRANDT))
    assert ours is not None
    assert theirs is not None
    assert ours.own_marks == {"i1": _texts(stage)["brandt"]}
    assert theirs.own_marks == {}
    assert [(text.number, text.text.by, text.stands) for text in theirs.texts] == [
        (1, "amory", True),
        (2, "brandt", True),
    ]


def test_where_one_committed_the_choices_are_another_hour_release_withdrawal_and_the_record_of_it() -> None:
    stage = Stage().agreed().committed(AMORY)
    stage.at(stage.today, 18)
    seen = see_exchange(stage.desk, ask(AMORY), about="d1")

    assert seen is not None
    assert {
        CaseAct.PROPOSE_PROTOCOL, CaseAct.ASK_EXTENSION, CaseAct.RELEASE_COMMITMENT, CaseAct.WITHDRAW_DISPUTE,
        CaseAct.RECORD_NON_PARTICIPATION,
    } <= set(seen.choices)  # fmt: skip
    assert CaseAct.COMMIT_TEXTS not in seen.choices


def test_the_letter_is_shown_with_what_it_lacks_and_who_has_not_signed() -> None:
    stage = Stage().met()
    before = see_letter(stage.desk, ask(AMORY), about="d1")
    stage = signed()
    after = see_letter(stage.desk, ask(BRANDT), about="d1")
    assert before is not None
    assert after is not None

    assert "issue i1 lacks the position of plaintiff" in before.letter.lacks
    assert before.missing == ("plaintiff", "defendant")
    assert (after.letter.lacks, after.missing, len(after.signed), after.void) == ((), (), 2, ())
    assert see_letter(stage.desk, ask(JUDGE), about="d1") is None
    assert see_exchange(stage.desk, ask(JUDGE), about="d1") is None
    assert see_letter(stage.desk, ask(AMORY), about="d9") is None


# ---- settlement marks


def _texts(stage: Stage) -> dict[str, str]:
    issue = stage.view(AMORY).state.issues["i1"]
    return {text.by: text.id for text in issue.compromises}


def _noticed(stage: Stage) -> object:
    """Everything that anybody can notice of the common record."""
    views = [see(stage.desk, ask(who)) for who in EVERYBODY]
    return [(view.version, view.entries) if view else None for view in views], dict(stage.office.outbox.notices)


def test_both_marked_the_same_text_so_a_draft_stipulation_comes_out_at_the_hour() -> None:
    stage = Stage().opened()
    text = _texts(stage)["brandt"]
    done(mark_settlement(stage.desk, ask(AMORY), about="d1", issue="i1", text=_texts(stage)["amory"]))
    done(mark_settlement(stage.desk, ask(AMORY), about="d1", issue="i1", text=text))
    done(mark_settlement(stage.desk, ask(BRANDT), about="d1", issue="i1", text=text))
    assert not _events(stage, MarksMatched), "nothing before the hour"
    stage.later(1)
    stage.at(stage.today, 12)
    matched = _events(stage, MarksMatched)

    assert len(matched) == 1
    assert isinstance(matched[0], MarksMatched)
    assert "DRAFT STIPULATION. Both sides have marked text 2 on issue Interrogatory 7" in matched[0].words
    assert "compromise of brandt" in matched[0].words
    assert "closed" not in words_of(mark_settlement(stage.desk, ask(AMORY), about="d1", issue="i1", text=text))
    assert len(_events(stage, MarksMatched)) == 1


_MARKS = [("amory", "brandt"), ("amory", ""), ("brandt", "amory"), ("", "amory"), ("", "")]


@pytest.mark.parametrize(("ours", "theirs"), _MARKS)
def test_marks_that_do_not_match_leave_no_trace_and_all_look_alike(ours: str, theirs: str) -> None:
    """Whatever was marked, and whether anything was: the answers, the versions and the record are the same."""
    plain, stage = Stage().opened(), Stage().opened()
    texts = _texts(stage) | {"": ""}
    answers = [
        mark_settlement(stage.desk, ask(who), about="d1", issue="i1", text=texts[mark])
        for who, mark in ((AMORY, ours), (BRANDT, theirs))
    ]
    for one in (plain, stage):
        one.later(1)
        one.at(one.today, 12)

    assert {(answer.done, answer.events, answer.version) for answer in answers} == {
        (True, (), stage.view(AMORY).version)
    }
    assert _noticed(plain) == _noticed(stage)
    assert not _events(stage, MarksMatched)


def test_a_mark_after_the_hour_and_a_second_comparison_are_impossible() -> None:
    stage = Stage().opened()
    text = _texts(stage)["brandt"]
    done(mark_settlement(stage.desk, ask(AMORY), about="d1", issue="i1", text=text))
    stage.later(1)
    stage.at(stage.today, 12)
    stage.view(AMORY)
    assert "hour has passed" in words_of(mark_settlement(stage.desk, ask(BRANDT), about="d1", issue="i1", text=text))
    late = PrivateText(key=f"mark/{stage.protocol}/i1", body=text, by=BRANDT.person, at=stage.office.clock.time)
    stage.office.private.put(MATTER, StreamId("defendant"), late)  # by somebody with the database in hand

    assert not _events(stage, MarksMatched)


def test_a_text_that_does_not_stand_is_not_marked() -> None:
    stage = Stage().opened()
    done(claw_back(stage.desk, ask(BRANDT), event=_texts(stage)["brandt"], why="privilege"))
    done(raise_issue(stage.desk, ask(AMORY), about="d1", issue="i2", title="Another"))

    for issue, text, words in (
        ("i1", _texts(stage)["brandt"], "does not stand"),
        ("i2", _texts(stage)["amory"], "does not stand"),
        ("i9", _texts(stage)["amory"], "no open issue"),
    ):
        assert words in words_of(mark_settlement(stage.desk, ask(AMORY), about="d1", issue=issue, text=text))
    assert len(_events(stage, IssueRaised)) == 2
