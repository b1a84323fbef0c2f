"""The letter on its way to the docket and back: signed, handed over, matched; alone only as the order allows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.casework.acts.claw_back import claw_back
from soordered.casework.acts.consent_common_part import consent_common_part
from soordered.casework.acts.hand_over_letter import hand_over_letter
from soordered.casework.acts.match_docketed_copy import match_docketed_copy
from soordered.casework.acts.propose_common_part import propose_common_part
from soordered.casework.acts.record_non_participation import record_non_participation
from soordered.casework.acts.report_non_participation import report_non_participation
from soordered.casework.acts.see_matter import dates_of_matter
from soordered.casework.acts.sign_letter import sign_letter
from soordered.casework.acts.submit_to_court import submit_to_court
from soordered.casework.case_run import Status
from soordered.casework.docketed_copy import compare_docketed_copy, without_filing_marks
from soordered.casework.non_participation import Way, open_ways
from soordered.disputes.events_letter import LetterFiled
from soordered.disputes.events_paper import DocketedCopyCompared, LetterHandedOver, LetterSigned, SubmittedToCourt
from soordered.disputes.letter_of_dispute import letter_of, signatures_of, void_signatures
from soordered.disputes.names import CommonPart
from soordered.rules.rule import Fallback, FallbackKind
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act
from tests.casework.calls_of_acts import digest, filed, signed
from tests.casework.cast import ABEL, AMORY, BRANDT, JUDGE, MATTER, Stage, ask, done, words_of

HEADER = "Case 3:06-cv-03891-SC   Document 45   Filed 11/09/10   Page {page} of 2"


def _letter_text(stage: Stage) -> str:
    over = stage.view(AMORY).state.disputes["d1"].handed_over
    return over[-1].text


def test_the_letter_is_signed_handed_over_filed_and_matched() -> None:
    stage = filed()
    text = _letter_text(stage)
    half = text.index("Proposed")
    docketed = "\n".join([HEADER.format(page=1), text[:half], "\f" + HEADER.format(page=2), text[half:]]).replace(
        "\n", "  \n"
    )
    found = done(match_docketed_copy(stage.desk, ask(AMORY), about="d1", letter="filed", text=docketed)).events[0]

    assert isinstance(found, DocketedCopyCompared)
    assert found.same
    assert found.differences == ()


def test_a_word_slipped_in_before_filing_is_shown() -> None:
    stage = filed()
    text = (
        _letter_text(stage)
        .replace("An answer.", "A full answer and fees.")
        .replace("of brandt: as it is.", "of brandt:")
    )
    found = done(match_docketed_copy(stage.desk, ask(BRANDT), about="d1", letter="filed", text=text)).events[0]

    assert isinstance(found, DocketedCopyCompared)
    assert not found.same
    assert "signed 'An answer.', docketed 'A full answer and fees.'" in found.differences[0]
    assert any("not in the docketed copy" in words for words in found.differences)


@pytest.mark.parametrize(
    "line",
    [
        "Case 3:06-cv-03891-SC Document 45 Filed 11/19/07 Page 1 of 5",
        "Case3:06-cv-03891-SC   Document45   Filed11/19/07   Page1 of 5".replace("Document45", "Document 45").replace(
            "Filed11", "Filed 11"
        ),
        "Case: 1:10-cv-01234 Document #: 12 Filed: 07/08/10 Page 1 of 3 PageID #:45",
        "Case 4:11-cv-01078-DMR ECF No. 45-1 Filed 01/12/12 Page 3 of 10 Page ID #:77",
    ],
)
def test_the_filing_systems_header_comes_off(line: str) -> None:
    assert without_filing_marks(f"{line}\nThe words.").strip() == "The words."


@pytest.mark.parametrize(
    "line", ["See Case 3:06-cv-03891, Document 45, filed 11/19/07.", "Document 45 was filed.", "Page 2 of the letter"]
)
def test_no_word_of_the_paper_comes_off(line: str) -> None:
    assert line in without_filing_marks(f"{line}\nThe words.")


@given(text=st.text(min_size=1))
def test_a_copy_that_differs_in_spaces_alone_is_the_same(text: str) -> None:
    assert compare_docketed_copy(text, "\n ".join(text.split())).same


def test_one_word_put_in_the_place_of_another_is_shown_with_what_stands_before_it() -> None:
    found = compare_docketed_copy("They shall not answer by Friday.", "They shall now answer by Friday.")

    assert found.differences == ("after 'They shall': signed 'not', docketed 'now'",)
    assert not found.same


@given(text=st.text(alphabet="ab \n", min_size=1), where=st.integers(0, 20))
def test_a_copy_with_another_word_never_is(text: str, where: int) -> None:
    words = text.split()
    place = min(where, len(words))

    assert compare_docketed_copy(text, " ".join([*words[:place], "other", *words[place:]])).differences


def test_a_common_part_stands_once_both_consent_and_voids_what_was_signed_before() -> None:
    stage = signed()
    before = digest(stage)
    proposal = done(
        propose_common_part(stage.desk, ask(AMORY), about="d1", part=CommonPart.CONFERRAL, text="They met.")
    ).events[0]
    assert digest(stage) == before, "a proposal is no word of the letter"
    assert "Only the other side" in words_of(
        consent_common_part(stage.desk, ask(ABEL), about="d1", proposal=proposal.id)
    )
    done(consent_common_part(stage.desk, ask(BRANDT), about="d1", proposal=proposal.id))
    state = stage.view(AMORY).state
    letter = letter_of(state, state.disputes["d1"], stage.book)

    assert "They met." in letter.text
    assert signatures_of(state, state.disputes["d1"], letter) == ()
    assert len(void_signatures(state, state.disputes["d1"], letter)) == 2
    assert "signatures are void" in words_of(hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=before))
    assert "Nobody who may has signed" in words_of(
        hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=letter.digest)
    )


def test_a_signature_is_of_the_text_that_was_read() -> None:
    stage = Stage().opened()
    assert "changed since you read it" in words_of(sign_letter(stage.desk, ask(AMORY), about="d1", digest="0" * 64))
    event = done(sign_letter(stage.desk, ask(AMORY), about="d1", digest=digest(stage))).events[0]

    assert isinstance(event, LetterSigned)
    assert (event.by, event.name, len(event.signature)) == ("amory", "Amory", 64)


def test_a_forged_signature_is_not_handed_over() -> None:
    stage = signed()
    stage.desk = replace(stage.desk, keys=_OtherKeys())

    assert "does not prove itself" in words_of(
        hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=digest(stage))
    )


class _OtherKeys:
    def sign(self, person: str, message: bytes) -> bytes:  # noqa: ARG002  the port's own names
        return b"\0" * 32

    def verify(self, person: str, message: bytes, signature: bytes) -> bool:  # noqa: ARG002  the port's own names
        return False


def test_a_duty_does_not_end_because_somebody_handed_a_letter_over() -> None:
    """It ends when the letter stands on the docket."""
    stage = signed()
    done(hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=digest(stage)))
    assert _letter_status(stage) is Status.OPEN
    assert _letter_status(filed()) is Status.DONE


def _letter_status(stage: Stage) -> Status:
    run = dates_of_matter(stage.desk, ask(AMORY))
    assert run is not None
    rules = [duty for duty in run.duties if duty.obligation.rule.act is Act.FILE_JOINT_LETTER and duty.obligation.fact]
    return rules[0].status


def test_chambers_reads_the_letter_once_it_is_filed_and_not_what_led_to_it() -> None:
    stage = signed()
    done(hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=digest(stage)))
    assert stage.view(JUDGE).letters == ()
    assert "of brandt" not in repr(stage.view(JUDGE))
    view = filed().view(JUDGE)

    assert [letter.text for letter in view.letters] == [_letter_text(stage)]
    assert isinstance(view.letters[0].filed, LetterFiled)
    assert not view.state.disputes["d1"].demands
    assert not view.state.disputes["d1"].exchange


# ---- when the other side will not take part


def _refused(stage: Stage) -> Stage:
    done(
        record_non_participation(
            stage.desk, ask(AMORY), about="d1", asked="On 8 November, to exchange drafts", answer="No reply"
        )
    )
    return stage


def test_what_was_asked_and_came_back_is_reported_in_neutral_words_under_an_honest_title() -> None:
    """The two orders say nothing of a side that will not take part: leave, or a report; no way is invented."""
    stage = _refused(Stage().met())
    assert {way.way for way in open_ways(stage.view(AMORY).state.disputes["d1"], stage.book)} == {
        Way.ASK_LEAVE,
        Way.REPORT,
    }
    refusal = report_non_participation(stage.desk, ask(AMORY), about="d1", way=Way.SEPARATE_STATEMENT)
    assert "leaves no way to file a separate statement" in words_of(refusal)
    event = done(report_non_participation(stage.desk, ask(AMORY), about="d1", way=Way.REPORT)).events[0]

    assert isinstance(event, SubmittedToCourt)
    assert event.title == "Report of plaintiff on the meeting and the letter"
    assert event.text == (
        "The record of this dispute holds:\n"
        "Mon 1 Nov 2010: Plaintiff stated that informal efforts were unsuccessful.\n"
        "Mon 1 Nov 2010: Plaintiff demanded a meeting of lead trial counsel.\n"
        "Mon 8 Nov 2010: A meeting was recorded by plaintiff (in person).\n"
        "Mon 8 Nov 2010: Plaintiff recorded: asked: On 8 November, to exchange drafts. Answer: No reply.\n"
    )
    assert event.text in repr(stage.view(JUDGE)).encode().decode("unicode_escape")


def test_an_order_that_allows_two_statements_is_followed() -> None:
    stage = _refused(Stage().met())
    rules = tuple(
        replace(rule, fallbacks=(Fallback(kind=FallbackKind.TWO_STATEMENTS, words="each side two pages"),))
        if rule.act is Act.FILE_JOINT_LETTER
        else rule
        for rule in stage.book
    )
    ways = open_ways(stage.view(AMORY).state.disputes["d1"], Rulebook(rules=rules))

    assert [way.way for way in ways] == [Way.SEPARATE_STATEMENT, Way.REPORT]
    assert "each side two pages" in ways[0].ground.words


def test_nothing_is_reported_before_it_is_recorded_and_nothing_is_called_joint() -> None:
    stage = Stage().met()
    assert "Record first" in words_of(report_non_participation(stage.desk, ask(AMORY), about="d1", way=Way.REPORT))
    assert "is not called joint" in words_of(submit_to_court(stage.desk, ask(AMORY), title="Joint Letter", text="…"))
    assert "without notice to all" in words_of(
        submit_to_court(stage.desk, ask(AMORY), title="Letter", text="…", noticed=("quarry",))
    )


# ---- what is clawed back


def test_what_is_clawed_back_leaves_the_letter_and_every_view_but_its_owners() -> None:
    stage = Stage().opened()
    text = stage.view(AMORY).state.issues["i1"].positions[0]
    assert text.by == "amory"
    assert "Only the side that gave it" in words_of(claw_back(stage.desk, ask(BRANDT), event=text.id, why="privilege"))
    done(claw_back(stage.desk, ask(AMORY), event=text.id, why="privilege", authority="Fed. R. Evid. 502(b)"))
    state = stage.view(BRANDT).state

    assert text.text not in repr(stage.view(BRANDT))
    assert text.text in repr(stage.view(AMORY))
    assert text.text not in letter_of(stage.desk.log.load(MATTER).state, state.disputes["d1"], stage.book).text
    entry = next(one for one in stage.view(BRANDT).entries if one.act is not None and one.act.id == text.id)
    assert entry.withheld == "clawed back: privilege"


def test_what_stands_in_a_filed_letter_is_for_the_court_to_seal() -> None:
    stage = filed()
    text = stage.view(AMORY).state.issues["i1"].positions[0]

    assert "only the Court can seal" in words_of(claw_back(stage.desk, ask(AMORY), event=text.id, why="privilege"))


def test_nothing_is_clawed_back_from_the_docket() -> None:
    stage = filed()

    assert "stands on the docket" in words_of(claw_back(stage.desk, ask(AMORY), event="filed", why="privilege"))
    assert claw_back(stage.desk, ask(JUDGE), event="filed", why="sealed by order", authority="entry 50").done


def test_a_signed_letter_handed_over_shows_no_word_clawed_back_since() -> None:
    stage = signed()
    done(hand_over_letter(stage.desk, ask(AMORY), about="d1", digest=digest(stage)))
    text = stage.view(AMORY).state.issues["i1"].positions[0]
    done(claw_back(stage.desk, ask(AMORY), event=text.id, why="privilege"))

    assert text.text not in repr(stage.view(BRANDT))
    assert any(isinstance(one.act, LetterHandedOver) and one.withheld for one in stage.view(BRANDT).entries)
    assert stage.today == dt.date(2010, 11, 8)
