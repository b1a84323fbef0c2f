"""Every event survives being written down, whichever version wrote it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soordered.disputes.events import KINDS, MatterEvent
from soordered.disputes.events_conferral import DatesOffered, MeetingDemanded
from soordered.disputes.events_matter import FactContested, Ground
from soordered.disputes.events_time import ActDone
from soordered.provenance.spans import Quote, Span
from soordered.record.acts import ALL_KINDS, RECORD_KINDS, NoticeHeld, OrderHeld, PayloadErased, code_of
from soordered.record.canonical import CanonicalFormError, JsonValue, NotCanonicalError
from soordered.record.event_from_payload import UnreadablePayloadError, event_from_payload
from soordered.record.fields_of_kind import forms_of
from soordered.record.payload_from_event import payload_from_event
from soordered.rules.vocabulary import Act, Other
from tests.disputes.strategies import event_of

DAY = dt.date(2007, 11, 9)


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=15)
@given(data=st.data())
def test_round_trip_of_every_kind(kind: str, data: st.DataObject) -> None:
    """Reading what was written gives the event back, and writing it again gives the same bytes."""
    event = data.draw(event_of(KINDS[kind]))

    payload = payload_from_event(event)
    again = event_from_payload(payload, kind=kind, version=1)

    assert again == event
    assert payload_from_event(again) == payload


@pytest.mark.parametrize("kind", sorted(ALL_KINDS))
def test_every_field_of_every_kind_has_a_form(kind: str) -> None:
    """A field of a new type fails here, and not when somebody records it."""
    assert {form.name for form in forms_of(ALL_KINDS[kind])} >= {"id", "on", "by"}


def test_record_acts_have_codes_of_their_own() -> None:
    assert not KINDS.keys() & RECORD_KINDS.keys()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_words_come_back_to_the_character(text: str) -> None:
    """Emoji, right-to-left text, controls and unnormalised accents are the writer's own and stay."""
    event = DatesOffered(id="e1", on=DAY, words=text)

    assert event_from_payload(payload_from_event(event), kind="dates_offered", version=1) == event


@pytest.mark.parametrize(
    "event",
    [
        # a code outside the vocabulary
        ActDone(id="e1", on=DAY, act=Other("bake a cake")),
        ActDone(id="e1", on=DAY, act=Act.FILE_JOINT_LETTER),
        # a quote with its place, and one whose text was not supplied
        FactContested(
            id="e1",
            on=DAY,
            event="e0",
            ground=Ground.LATE,
            words="late",
            quote=Quote(text="shall", span=Span(3, 8), page=1),
        ),
        FactContested(id="e1", on=DAY, event="e0", ground=Ground.LATE, words="late", quote=Quote(text=None, line=6)),
        # an hour to the microsecond
        MeetingDemanded(id="e1", on=DAY, at=dt.time(15, 20, 0, 1), received_on=dt.date(2007, 11, 12)),
        # tables in a list
        OrderHeld(id="e1", on=DAY, order="o1", notices=(NoticeHeld(on=DAY, how="ecf", to=("alder",)),)),
        PayloadErased(id="e1", on=DAY, position=3, why="returned under Rule 26(b)(5)(B)"),
    ],
)
def test_round_trip_of_the_rarer_forms(event: MatterEvent | OrderHeld | PayloadErased) -> None:
    assert event_from_payload(payload_from_event(event), kind=code_of(event), version=1) == event


def test_an_older_version_is_brought_up_step_by_step() -> None:
    """Version 1 called the other day ``received``, version 2 ``received_day``; today it is ``received_on``."""

    def first(fields: dict[str, JsonValue]) -> dict[str, JsonValue]:
        return {("received_day" if key == "received" else key): value for key, value in fields.items()}

    def second(fields: dict[str, JsonValue]) -> dict[str, JsonValue]:
        return {("received_on" if key == "received_day" else key): value for key, value in fields.items()}

    steps = {("meeting_demanded", 1): first, ("meeting_demanded", 2): second}
    old = b'{"id":"e1","on":"2007-11-09","received":"2007-11-12"}'
    demanded = MeetingDemanded(id="e1", on=DAY, received_on=dt.date(2007, 11, 12))

    read = event_from_payload(
        old, kind="meeting_demanded", version=1, upcasters=steps, versions={"meeting_demanded": 3}
    )

    assert read == demanded


def test_a_field_added_since_holds_its_default() -> None:
    """An entry written before a field existed reads as if it said nothing about it."""
    assert event_from_payload(b'{"id":"e1","on":"2007-11-09"}', kind="meeting_demanded", version=1) == MeetingDemanded(
        id="e1", on=DAY
    )


@pytest.mark.parametrize(
    ("payload", "kind", "version", "says"),
    [
        (b'{"id":"e1","on":"2007-11-09"}', "meeting_dreamt", 1, "there is no such kind"),
        (b'{"id":"e1","on":"2007-11-09"}', "meeting_demanded", 2, "this program knows versions 1 to 1"),
        (b'{"id":"e1","on":"2007-11-09"}', "meeting_demanded", 0, "this program knows versions 1 to 1"),
        (b'{"id":"e1"}', "meeting_demanded", 1, "on is missing"),
        (b'{"id":"e1","on":"2007-11-31"}', "meeting_demanded", 1, "on = '2007-11-31'"),
        (b'{"id":"e1","on":"20071109"}', "meeting_demanded", 1, "not written in its usual form"),
        (b'{"id":1,"on":"2007-11-09"}', "meeting_demanded", 1, "expected a text"),
        (b'{"id":"e1","on":"2007-11-09","mood":"cross"}', "meeting_demanded", 1, "mood is no field of it"),
        (b'{"id":"e1","on":"2007-11-09","dates":"2007-11-12"}', "dates_offered", 1, "expected a list"),
        (b'{"id":"e1","on":"2007-11-09","minutes":true}', "meeting_held", 1, "expected a whole number"),
        (b'{"id":"e1","on":"2007-11-09","joint":1}', "letter_filed", 1, "expected true or false"),
        (b'{"id":"e1","on":"2007-11-09","mode":"dance"}', "meeting_held", 1, "expected one of"),
        (b'{"id":"e1","on":"2007-11-09","act":"dance"}', "act_done", 1, "is no act code"),
    ],
)
def test_what_its_header_does_not_say_is_refused(payload: bytes, kind: str, version: int, says: str) -> None:
    with pytest.raises(UnreadablePayloadError) as refused:
        event_from_payload(payload, kind=kind, version=version)

    assert says in str(refused.value)


@pytest.mark.parametrize("payload", [b"", b"[]", b"\xff", b"{", b"[" * 100_000])
def test_what_is_no_json_object_is_refused(payload: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        event_from_payload(payload, kind="meeting_demanded", version=1)


def test_a_lone_surrogate_is_refused_before_it_is_recorded() -> None:
    with pytest.raises(CanonicalFormError):
        payload_from_event(DatesOffered(id="e1", on=DAY, words="\ud800"))
