"""What is kept of a record as it grows is what a look at the whole of it would say."""

from __future__ import annotations

import datetime as dt

from soordered.casework.acts.offer_dates import offer_dates
from soordered.casework.acts.see_matter import dates_of_matter
from soordered.casework.caller import Role
from soordered.casework.ports import LoadedMatter, NewEntry
from soordered.casework.record_summary import RecordSummaries
from soordered.disputes.events_conferral import DatesOffered
from soordered.record.acts import AudienceChanged, MatterOpened, Recorded, SittingHeld
from soordered.rules.timing import Weekday
from tests.casework.cast import AMORY, BRANDT, MATTER, Stage, ask, done


def _append(stage: Stage, act: Recorded, *, to: tuple[str, ...] = ("court", "defendant", "plaintiff")) -> None:
    log = stage.desk.log
    entry = NewEntry(
        act=act,
        actor=AMORY.person,
        role=Role.ADMINISTRATOR,
        side=None,
        recorded_at=stage.office.clock.time,
        visible_to=to,
    )
    log.append(MATTER, log.load(MATTER).version, [entry])


def test_a_summary_that_grew_is_the_summary_of_the_whole() -> None:
    stage = Stage().adopted()
    kept = RecordSummaries()
    kept.of(stage.desk.log.load(MATTER))
    stage.disputed_without_rules()
    _append(stage, MatterOpened(id="again", on=stage.today, title="Alder v. Birch et al.", court="cand"))
    loaded = stage.desk.log.load(MATTER)

    assert kept.of(loaded) == RecordSummaries().of(loaded)
    assert kept.of(loaded).version == loaded.version
    opened = kept.of(loaded).opened
    assert opened is not None
    assert opened.title == "Alder v. Birch et al."


def test_a_record_that_does_not_go_on_from_what_is_kept_is_read_anew() -> None:
    one, other = Stage("2007").disputed(), Stage("2010").disputed()
    kept = RecordSummaries()
    kept.of(one.desk.log.load(MATTER))
    loaded = other.desk.log.load(MATTER)

    assert kept.of(loaded) == RecordSummaries().of(loaded)
    shorter = LoadedMatter(matter=MATTER, entries=loaded.entries[:3], state=loaded.state)
    assert kept.of(shorter).version == 3


def test_an_entry_that_only_one_side_may_read_is_in_nobody_elses_decision() -> None:
    """A private note of one side stands in an imported record."""
    stage = Stage().demanded()
    days = (stage.today + dt.timedelta(days=2),)
    before = {who.person: stage.view(who).version for who in (AMORY, BRANDT)}
    _append(stage, DatesOffered(id="secret", on=stage.today, by="amory", about="d1", dates=days), to=("plaintiff",))
    answer = done(offer_dates(stage.desk, ask(BRANDT), about="d1", dates=days))

    assert answer.version == before[BRANDT.person] + 1
    assert stage.view(AMORY).version == before[AMORY.person] + 2
    assert "secret" not in repr(stage.view(BRANDT))


def test_an_entry_whose_readers_were_changed_is_read_by_those_named_last() -> None:
    stage = Stage().demanded()
    name = (
        done(offer_dates(stage.desk, ask(AMORY), about="d1", dates=(stage.today + dt.timedelta(days=2),))).events[0].id
    )
    position = stage.desk.log.load(MATTER).version
    _append(stage, AudienceChanged(id="change", on=stage.today, position=position, visible_to=("plaintiff",)))

    assert name in repr(stage.view(AMORY).state.seen)
    assert name not in repr(stage.view(BRANDT).state.seen)


def test_a_view_is_counted_by_the_sitting_day_its_record_gives() -> None:
    stage = Stage("2010").adopted()
    _append(stage, SittingHeld(id="s", on=stage.today, weekdays=(Weekday.FRIDAY,), clock=dt.time(9, 30), courtroom="G"))
    run = dates_of_matter(stage.desk, ask(AMORY))

    assert run is not None
    assert run.sittings
    assert {sitting.on.date.weekday() for sitting in run.sittings} == {4}
