"""A matter's record out of the database, checked without it, and into another one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from soordered.casework.caller import PersonId, Role
from soordered.casework.fields_from_run import run_fields
from soordered.casework.ports import NewEntry
from soordered.disputes.events_conferral import EffortMade
from soordered.disputes.events_letter import PositionStated
from soordered.disputes.events_paper import LetterHandedOver, MaterialWithheld
from soordered.disputes.names import Side
from soordered.record.acts import PaperKept, PayloadErased, Recorded
from soordered.record.chain import link_of
from soordered.record.checkpoints import checkpoint_bytes
from soordered.record.entry import MatterId
from soordered.record.export_file import EmptyRecordError
from soordered.store.event_log import StoredEventLog
from soordered.store.stored_record import MatterTakenError, keep_file, stored_entries
from soordered.wiring.case import Case, demonstrations
from soordered.wiring.case_files import case_of_matter, import_case, matter_id
from soordered.wiring.database import OpenDatabase, open_database, random_salt
from soordered.wiring.new_files import FileTakenError, write_new
from soordered.wiring.record_files import (
    BrokenRecordError,
    PartRecordError,
    export_matter,
    import_record,
)
from soordered.wiring.store_settings import StoreSettings
from soordered.wiring.verified_file import FileUnreadableError, verify_file
from tests.store.databases import new_database
from tests.wiring.installations import MATTER, NOON, demonstration, with_keys, with_matter


@pytest.fixture
def database(stored_at: StoreSettings, using: str, tmp_path: Path) -> OpenDatabase:
    assert using
    return with_matter(with_keys(stored_at, tmp_path / "keys"), tmp_path)


@pytest.fixture
def other(request: pytest.FixtureRequest, tmp_path: Path) -> OpenDatabase:
    return open_database(new_database("sqlite", request, tmp_path))


def record(database: OpenDatabase, act: Recorded, *, visible_to: tuple[str, ...] = ("defendant", "plaintiff")) -> None:
    log = StoredEventLog(random_salt, using=database.using)
    entry = NewEntry(
        act=act, actor=PersonId("ames"), role=Role.COUNSEL, side=Side.PLAINTIFF, recorded_at=NOON, visible_to=visible_to
    )
    log.append(MATTER, log.load(MATTER).version, [entry])


def exported(database: OpenDatabase, path: Path, *readers: str) -> Path:
    made = export_matter(MATTER, database=database, now=NOON, audience=readers)
    write_new(path, made.data)
    return path


# --- out, and checked


def test_a_record_that_was_exported_holds_and_is_signed_to_its_end(database: OpenDatabase, tmp_path: Path) -> None:
    path = exported(database, tmp_path / "out")
    made = export_matter(MATTER, database=database, now=NOON + dt.timedelta(days=1))
    assert made.checkpoint is not None
    anchor = tmp_path / "anchor"
    anchor.write_bytes(checkpoint_bytes(made.checkpoint))

    found = verify_file(path, keys=[tmp_path / "keys" / "signing-key.pub.pem"], anchors=[anchor])

    assert found.holds
    assert found.entries == found.signed_to == found.anchored_to == len(found.shown)
    assert path.read_bytes() == made.data  # the same record is the same file, whoever asks for it and when


def test_who_left_a_matter_takes_along_what_they_may_read(database: OpenDatabase, tmp_path: Path) -> None:
    secret = EffortMade(id="x1", on=NOON.date(), by="plaintiff", about="d1", summary="canary: seven custodians")
    record(database, secret, visible_to=("plaintiff",))

    theirs = exported(database, tmp_path / "theirs", "defendant")
    ours = exported(database, tmp_path / "ours", "plaintiff")
    courts = exported(database, tmp_path / "courts", "court")

    assert all(verify_file(path).holds for path in (theirs, ours, courts))
    assert b"canary" in ours.read_bytes()
    assert b"canary" not in theirs.read_bytes() + courts.read_bytes()
    assert b"effort" not in courts.read_bytes()
    assert set(verify_file(theirs).withheld) < set(verify_file(courts).withheld)


def test_a_letter_that_quotes_what_was_clawed_back_is_withheld_with_it(database: OpenDatabase, tmp_path: Path) -> None:
    """The words went into a letter that was handed over and is not on the docket: its text goes with them."""
    day = NOON.date()
    slip = PositionStated(id="p9", on=day, by="plaintiff", about="d4", issue="i1", text="canary: advice of counsel")
    letter = LetterHandedOver(
        id="h9", on=day, by="plaintiff", about="d4", text="Joint letter. canary: advice of counsel"
    )
    record(database, slip)
    record(database, letter)
    assert exported(database, tmp_path / "before", "defendant").read_bytes().count(b"canary") == 2

    record(database, MaterialWithheld(id="w9", on=day, by="plaintiff", event="p9", why="sent by mistake"))
    after = exported(database, tmp_path / "after", "defendant")

    assert b"canary" not in after.read_bytes()
    assert verify_file(after).holds


def test_without_a_signing_key_the_file_says_that_nobody_signed(stored_at: StoreSettings, tmp_path: Path) -> None:
    database = with_matter(stored_at, tmp_path)

    made = export_matter(MATTER, database=database, now=NOON)

    assert made.checkpoint is None
    assert made.found.holds
    assert made.found.signed_to == 0


def test_a_matter_that_is_not_there_has_no_file(database: OpenDatabase) -> None:
    with pytest.raises(EmptyRecordError):
        export_matter(MatterId("nobody"), database=database, now=NOON)


def test_a_file_that_is_there_is_never_written_over(database: OpenDatabase, tmp_path: Path) -> None:
    path = exported(database, tmp_path / "out")
    before = path.read_bytes()

    with pytest.raises(FileTakenError):
        exported(database, path)

    assert path.read_bytes() == before


def test_a_file_that_is_not_there_cannot_be_verified(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError, match="no such file or directory"):
        verify_file(tmp_path / "nothing")


# --- into another installation


def test_a_matter_moves_by_its_file(database: OpenDatabase, other: OpenDatabase, tmp_path: Path) -> None:
    digest = keep_file(b"%PDF a letter", using=database.using)
    record(database, PaperKept(id="k1", on=NOON.date(), name="letter.pdf", sha256=digest, size=13))
    record(database, PayloadErased(id="x1", on=NOON.date(), position=3, why="destroyed under the order"))
    path = exported(database, tmp_path / "out")

    found = import_record(path, database=other)

    assert found.holds
    assert stored_entries(MATTER, using=other.using) == stored_entries(MATTER, using=database.using)
    again = export_matter(MATTER, database=other, now=NOON)
    assert again.data == path.read_bytes()
    assert StoredEventLog(random_salt, using=other.using).load(MATTER) == StoredEventLog(
        random_salt, using=database.using
    ).load(MATTER)


def test_a_matter_goes_on_where_it_was_moved_to(database: OpenDatabase, other: OpenDatabase, tmp_path: Path) -> None:
    import_record(exported(database, tmp_path / "out"), database=other)

    record(other, EffortMade(id="later", on=NOON.date(), about="d1"))

    entries = stored_entries(MATTER, using=other.using)
    assert entries[-1].header.previous == link_of(entries[-2].header)


def test_a_matter_that_is_here_is_not_taken_in_twice(
    database: OpenDatabase, other: OpenDatabase, tmp_path: Path
) -> None:
    path = exported(database, tmp_path / "out")
    import_record(path, database=other)

    with pytest.raises(MatterTakenError, match="two records of one matter would part ways"):
        import_record(path, database=other)


def test_a_file_made_for_some_is_not_taken_in(database: OpenDatabase, other: OpenDatabase, tmp_path: Path) -> None:
    with pytest.raises(PartRecordError, match="made for court"):
        import_record(exported(database, tmp_path / "out", "court"), database=other)

    assert stored_entries(MATTER, using=other.using) == []


def test_a_file_that_does_not_hold_is_not_taken_in(database: OpenDatabase, other: OpenDatabase, tmp_path: Path) -> None:
    path = exported(database, tmp_path / "out")
    path.write_bytes(path.read_bytes().replace(b"Harbor", b"Garbor", 1))

    with pytest.raises(BrokenRecordError, match="Nothing was taken in"):
        import_record(path, database=other)

    assert stored_entries(MATTER, using=other.using) == []


# --- case files


@pytest.mark.parametrize("name", demonstrations())
def test_a_case_file_comes_back_with_the_same_dates(stored_at: StoreSettings, tmp_path: Path, name: str) -> None:
    database = open_database(stored_at)
    path = demonstration(tmp_path, name)
    made = import_case(path, database=database, now=NOON)
    back = tmp_path / "back" / path.name
    back.parent.mkdir()

    written = case_of_matter(made.matter, database=database)
    back.write_text(written.text, encoding="utf-8")

    def ran(file: Path) -> dict[str, object]:
        case = Case.load(file)
        return run_fields(Case(replace(case.file, name="same"), case.books, case.printed).run())

    assert (written.files, written.left_out) == ({}, ())
    assert ran(back) == ran(path)
    assert Case.load(back).file.events == Case.load(path).file.events


def test_the_orders_files_travel_with_the_case(stored_at: StoreSettings, tmp_path: Path, checkout: Path) -> None:
    """A case under an order's own text: the text is kept with the record and written beside the case file."""
    database = open_database(stored_at)
    made = import_case(checkout / "docs" / "examples" / "case.toml", database=database, now=NOON, side=Side.PLAINTIFF)

    written = case_of_matter(made.matter, database=database)

    assert made.adopted == ("july-order",) or made.adopted
    assert written.files == {"order.txt": (checkout / "docs" / "examples" / "order.txt").read_bytes()}


def test_a_private_note_in_a_case_file_stays_with_its_side(stored_at: StoreSettings, tmp_path: Path) -> None:
    database = open_database(stored_at)
    path = demonstration(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8")
        + '\n[[event]]\nkind = "effort_made"\nid = "note"\non = 2007-12-27\nby = "harbor"\nabout = "d4"\n'
        'summary = "canary"\n',
        encoding="utf-8",
    )
    import_case(path, database=database, now=NOON, matter=MATTER)

    assert b"canary" in export_matter(MATTER, database=database, now=NOON, audience=["plaintiff"]).data
    assert b"canary" not in export_matter(MATTER, database=database, now=NOON, audience=["defendant"]).data


def test_a_case_is_not_imported_over_another(database: OpenDatabase, tmp_path: Path) -> None:
    with pytest.raises(MatterTakenError):
        import_case(tmp_path / "harbor-2007.toml", database=database, now=NOON, matter=MATTER)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Alder Media v. Birch Relations", "alder-media-v-birch-relations"),
        ("Müller & Söhne v. O'Neil", "muller-sohne-v-o-neil"),
        ("原告 v. 被告", "v"),
        ("原告", "matter"),
    ],
)
def test_a_matters_id_is_made_of_its_caption(title: str, expected: str) -> None:
    assert matter_id(title) == expected
