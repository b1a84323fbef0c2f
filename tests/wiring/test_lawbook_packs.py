"""A newer lawbook: tried before it counts, kept whole or not at all, and named by every date counted with it."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import soordered as so
from soordered.deadlines.deadline import Deadline
from soordered.lawbook.rulebook_from_data import local_rules, present_rule_number, shipped_order
from soordered.lawbook.shipped_files import shipped_bytes
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.lawbook_pack_from_toml import LawbookPackError
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.timing import Period
from soordered.wiring.accepted_lawbook import (
    ACCEPTED,
    OvertakenPackError,
    PackUnreadableError,
    accepted_lawbook,
)
from soordered.wiring.bulk_runs import bulk
from soordered.wiring.lawbook_folders import FOLDER, KEYS
from soordered.wiring.lawbook_moves import NoCaseInFolderError
from soordered.wiring.lawbook_packs import NoLawbookFolderError, WrongVersionError, keep, update, update_fields
from soordered.wiring.rulebook_at import rulebook_at
from tests.wiring.packs import california, changed, pack_of, signed, trust

OLD_REPLY = '''act = "file_reply"
summary = "The reply is due so many days before the hearing."
timing = { form = "period", n = 14, unit = "day", direction = "before"'''


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return written(tmp_path, signed(california()))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the accepted lawbook, in which our publisher is trusted."""
    folder = tmp_path / "lawbook"
    monkeypatch.setenv(FOLDER, str(folder))
    trust(folder)
    return folder


def written(folder: Path, text: str) -> Path:
    path = folder / "pack.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, checkout: Path) -> Path:
    path = tmp_path / "harbor.toml"
    demonstration = checkout / "src/soordered/casework/demonstration/harbor-2007.toml"
    path.write_text(demonstration.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def _ten_days() -> Deadline:
    return so.due("14 days", after="2020-11-23", court="cand", rank="federal_rule")


def test_trying_a_pack_writes_nothing_and_changes_no_count(pack: Path, place: Path) -> None:
    before = _ten_days()

    found = update(pack, [])

    assert found.pack.version == "2027.1.1"
    assert found.publisher == "Our publisher"
    assert [path.name for path in place.iterdir()] == ["keys"]
    assert _ten_days() == before


def test_an_accepted_pack_counts_and_every_date_names_it(pack: Path, place: Path) -> None:
    assert (_ten_days().prevailing.isoformat(), _ten_days().lawbook) == ("2020-12-07", LAWBOOK_VERSION)

    kept = keep(update(pack, []))

    assert kept == place / ACCEPTED
    assert sorted(path.name for path in place.iterdir()) == [".lock", ACCEPTED, "keys", "pack-2027.1.1.toml"]
    assert (_ten_days().prevailing.isoformat(), _ten_days().lawbook) == ("2020-12-08", "2027.1.1")
    assert so.Table("cand").due(np.array(["2020-11-23"], dtype="datetime64[D]"), 14, "day", "after")[
        0
    ] == np.datetime64("2020-12-08")


def test_a_second_pack_goes_on_the_first(pack: Path, place: Path, tmp_path: Path) -> None:
    keep(update(pack, []))
    second = tmp_path / "second.toml"
    second.write_text(signed(california("2027.2.1", "2027.1.1")), encoding="utf-8")
    keep(update(second, []))

    assert accepted_lawbook().version == "2027.2.1"
    with pytest.raises(WrongVersionError, match=r"may be put on lawbook 2026\.11\.1, and 2027\.2\.1 is in use"):
        update(pack, [])


def test_live_dates_that_move_are_told_with_the_day_that_moves_them(tmp_path: Path, place: Path, case: Path) -> None:
    day = '\n[[holiday]]\nname = "Founders Day"\nmonth = {month}\nday = {day}\ncite = "an act made for this test"\n'
    many = "".join(day.format(month=month, day=number) for month in range(1, 13) for number in range(1, 28))
    found = update(written(tmp_path, signed(california(day=many))), [case])
    fields = update_fields(found)

    assert found.cases[0].moves
    for move in found.cases[0].moves:
        assert "is now Founders Day (an act made for this test)" in move.why
        assert move.dates.count("becomes") == 1
    assert (fields["to"], fields["signed_by"]) == ("2027.1.1", "Our publisher")
    assert [path.name for path in place.iterdir()] == ["keys"]


def test_a_folder_of_cases_is_tried_whole_and_other_files_in_it_are_named(
    tmp_path: Path, pack: Path, case: Path, checkout: Path
) -> None:
    cases, demonstrations = tmp_path / "cases", checkout / "src/soordered/casework/demonstration"
    (cases / "old").mkdir(parents=True)
    (cases / "old" / "juniper.toml").write_bytes((demonstrations / "juniper-2010.toml").read_bytes())
    (cases / "rules.toml").write_text(toml_from_rulebook(shipped_order("cand-spero-2007-07-30")), encoding="utf-8")

    found = update(pack, [case, cases])

    assert [moved.name for moved in found.cases] == [str(case), str(cases / "old" / "juniper.toml")]
    assert found.left_out == (cases / "rules.toml",)
    assert update_fields(found)["left_out"] == [str(cases / "rules.toml")]
    (cases / "broken.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"broken\.toml"):
        update(pack, [cases])
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoCaseInFolderError, match="holds no case file"):
        update(pack, [tmp_path / "empty"])


def test_worked_examples_that_a_pack_would_change_are_named(tmp_path: Path) -> None:
    """A slip in the data of a version of the rule: short periods end at twelve days, not at eleven."""
    before, version, after = shipped_bytes("time/regimes").decode().partition('id = "frcp-2005"')
    slip = {"time/regimes": before + version + after.replace("excludes_under = 11", "excludes_under = 8", 1)}

    found = update(written(tmp_path, signed(pack_of(slip))), [])

    assert found.examples
    assert {outcome.example.rule for outcome in found.examples} <= {"frcp-2005", "frcp-2007"}
    assert update(written(tmp_path, signed(california())), []).examples == ()


def test_a_pack_that_changes_nothing_in_the_way_moves_nothing(pack: Path, case: Path) -> None:
    assert update(pack, [case], as_of="2007-08-20").cases[0].moves == ()


def test_without_a_folder_nothing_can_be_kept(pack: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEYS, str(place / "keys"))
    monkeypatch.delenv(FOLDER, raising=False)

    with pytest.raises(NoLawbookFolderError, match=FOLDER):
        keep(update(pack, []))


def test_a_folder_without_an_accepted_pack_counts_as_shipped() -> None:
    assert _ten_days().lawbook == LAWBOOK_VERSION


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (("2027.1.1", "newest"), "'newest' is no version"),
        (("time/states/CA", "time/../../evil"), "is no file of the lawbook"),
        (("time/states/CA", "conformance/court_time"), "is no file of the lawbook"),
        (('sha256 = "', 'sha256 = "0'), "does not fit its sha256"),
        (("words = ", "wordz = "), "the key 'wordz' is unknown"),
        (("[[file]]", "[[file"), "it is no TOML"),
        (("[[file]]\nname", "[[file]]\nnote = 1\nname"), "keys are not complete"),
        (("[signature]\nkey", "[signature]\nby = 1\nkey"), "keys of its signature are not complete"),
        (('key = "', 'key = "Z'), "is no fingerprint"),
        (('ed25519 = "', 'ed25519 = "!'), "is no base64"),
        (("[signature]", "signature = 3\n[x]"), "the key 'x' is unknown"),
    ],
)
def test_a_damaged_pack_is_refused(pack: Path, change: tuple[str, str], match: str) -> None:
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace(*change, 1), encoding="utf-8")

    with pytest.raises(LawbookPackError, match=match):
        update(pack, [])


@pytest.mark.parametrize(
    "day", ['\n[[holiday]]\nname = "No cite"\n', '\n[[holiday]]\nname = "X"\ncite = "y"\nmonth = 13\nday = 1\n']
)
def test_a_pack_whose_data_cannot_be_used_is_refused(pack: Path, day: str) -> None:
    pack.write_text(signed(california(day=day)), encoding="utf-8")

    with pytest.raises(LawbookPackError, match="its data cannot be used"):
        update(pack, [])


def test_an_accepted_pack_for_another_install_stops_the_count(pack: Path) -> None:
    listed = keep(update(pack, []))
    text = listed.read_text(encoding="utf-8")
    listed.write_text(text.replace(f'over = "{LAWBOOK_VERSION}"', 'over = "2025.1.1"'), encoding="utf-8")

    with pytest.raises(OvertakenPackError, match=r"accepted over lawbook 2025\.1\.1"):
        _ten_days()


def test_a_pack_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackUnreadableError, match="No such file"):
        update(tmp_path / "none.toml", [])
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PackUnreadableError, match="not UTF-8"):
        update(tmp_path / "bytes.toml", [])


def test_a_pack_may_bring_a_courts_own_days(tmp_path: Path) -> None:
    """A closing, a holiday by notice and an ordinary day: what a user's own file of notices can say."""
    days = """
[[day]]
date = 2020-12-07
kind = "holiday"
name = "courthouse flooded"
authority = "notice of 6 December 2020"

[[day]]
date = 2019-12-24
kind = "open"
"""
    keep(update(written(tmp_path, signed(pack_of({"time/notices/cand": days}))), []))

    assert _ten_days().prevailing.isoformat() == "2020-12-08"
    assert any("courthouse flooded" in step.why for step in _ten_days().steps)
    assert so.due("14 days", after="2020-11-23", court="ilnd").prevailing.isoformat() == "2020-12-07"
    assert not so.due("14 days", after="2019-12-10", court="cand").contested


def test_a_pack_may_bring_days_of_a_court_of_appeals(tmp_path: Path) -> None:
    """They count whichever court is below."""
    days = "[[day]]\ndate = 2020-12-07\nkind = 'holiday'\nname = 'moving day'\nauthority = 'notice'\n"
    keep(update(written(tmp_path, signed(pack_of({"time/notices/ca9": days}))), []))

    for court, due in (("ca9", "2020-12-08"), ("ca9/ord", "2020-12-08"), ("cand", "2020-12-07")):
        assert so.due("14 days", after="2020-11-23", court=court).prevailing.isoformat() == due


def test_a_pack_may_correct_a_local_rule_and_says_which_live_date_it_moves(tmp_path: Path, case: Path) -> None:
    """In 2007 a reply was due fourteen days before the hearing; a pack that says sixteen moves the live date."""
    files = changed("rules/cand", OLD_REPLY, OLD_REPLY.replace("n = 14", "n = 16"))
    path = written(tmp_path, signed(pack_of(files)))

    (found,) = update(path, [case], as_of="2007-08-28").cases

    (move,) = found.moves
    assert move.what == "file reply: m1"
    assert (
        "the rule cand-7-3-c-reply-before-hearing changed (N.D. Cal. Civil L.R. 7-3(c)): timing.n: 14 → 16" in move.why
    )
    assert move.dates == "2007-08-31 becomes 2007-08-29"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (
            'in_force_from = 2007-01-01\nin_force_until = 2011-07-19\ncite = "N.D. Cal. Civil L.R. 7-3(c)"',
            'in_force_from = 2007-01-01\nin_force_until = 2007-01-31\ncite = "N.D. Cal. Civil L.R. 7-3(c)"',
            "the rule cand-7-3-c-reply-before-hearing is gone, or does not apply any more (N.D. Cal. Civil L.R. 7-3(c))",
        ),
        (
            'in_force_from = 2010-04-01\ncite = "N.D. Cal. Civil L.R. 7-3(c)"',
            'in_force_from = 2007-01-01\ncite = "N.D. Cal. Civil L.R. 7-3(c)"',
            "the rule cand-7-3-c-reply-after-opposition is new, or applies now (N.D. Cal. Civil L.R. 7-3(c))",
        ),
    ],
)
def test_a_rule_that_comes_or_goes_is_named(tmp_path: Path, case: Path, old: str, new: str, why: str) -> None:
    path = written(tmp_path, signed(pack_of(changed("rules/cand", old, new))))

    (found,) = update(path, [case], as_of="2007-08-28").cases

    assert why in [move.why for move in found.moves]
    assert all("no date" in move.dates for move in found.moves if move.why == why)


def test_a_pack_may_correct_the_old_numbers_of_the_civil_rules(tmp_path: Path) -> None:
    numbers = shipped_bytes("rules/frcp_numbers").decode()
    path = written(tmp_path, signed(pack_of({"rules/frcp_numbers": numbers.replace('then = "6(e)"', 'then = "6(z)"')})))
    keep(update(path, []))

    assert present_rule_number("6(z)", dt.date(2007, 7, 30), pack=accepted_lawbook()) == ("6(d)",)
    assert present_rule_number("6(z)", dt.date(2007, 7, 30)) == ("6(z)",)


def test_a_pack_may_correct_a_shipped_order(tmp_path: Path, case: Path) -> None:
    order = shipped_bytes("orders/cand-spero-2007-07-30").decode()
    before, rule, after = order.partition('id = "standing-meeting"')
    files = {"orders/cand-spero-2007-07-30": before + rule + after.replace("n = 10", "n = 12", 1)}
    path = written(tmp_path, signed(pack_of(files)))

    (found,) = update(path, [case], as_of="2007-08-28").cases
    keep(update(path, []))

    assert any(
        "the rule standing-meeting changed" in move.why and "timing.n: 10 → 12" in move.why for move in found.moves
    )
    standing = rulebook_at("cand-spero-2007-07-30").book.rule("standing-meeting")
    assert standing is not None
    assert isinstance(standing.timing, Period)
    assert standing.timing.length.n == 12


def test_a_pack_may_bring_rules_of_a_court_and_an_order_that_did_not_ship(tmp_path: Path) -> None:
    rules = shipped_bytes("rules/cand").decode().replace('court = "cand"', 'court = "ilnd"')
    order = shipped_bytes("orders/cand-spero-2010-07-07").decode()
    files = {"rules/ilnd": rules, "orders/ilnd-somebody-2010-07-07": order}
    keep(update(written(tmp_path, signed(pack_of(files))), []))

    held = local_rules("ilnd", dt.date(2024, 1, 1), accepted_lawbook())
    assert held.rules
    assert {rule.source.version for rule in held} == {"2027.1.1"}
    assert not local_rules("ilnd", dt.date(2024, 1, 1)).rules
    assert len(rulebook_at("ilnd-somebody-2010-07-07").book) == len(rulebook_at("cand-spero-2010-07-07").book)


@pytest.mark.parametrize(
    ("files", "match"),
    [
        ({"rules/cand": "rule = 3\n"}, "its data cannot be used"),
        ({"orders/x-1": "[[rule]]\nid = 3\n"}, "its data cannot be used"),
        ({"rules/nowhere": "a = 1\n"}, "its data cannot be used"),
        ({"time/states/ZZ": "a = 1\n"}, "belongs to no court held"),
        ({"time/notices/nowhere": "a = 1\n"}, "belongs to no court held"),
        ({"time/notices/cand": "a = 1\n"}, "its data cannot be used"),
        ({"time/notices/cand": "[[day]]\ndate = 2020-12-07\nkind = 'feast'\n"}, "its data cannot be used"),
        ({"time/notices/cand": "[[day]]\ndate = 2020-12-07T10:00:00\nkind = 'open'\n"}, "should hold a date"),
        ({"time/courts": "[cand]\n"}, "its data cannot be used"),
    ],
)
def test_a_pack_whose_rules_or_days_cannot_be_used_is_refused(
    tmp_path: Path, files: dict[str, str], match: str
) -> None:
    with pytest.raises(LawbookPackError, match=match):
        update(written(tmp_path, signed(pack_of(files))), [])


def test_many_rows_are_counted_by_the_accepted_pack_and_name_it(pack: Path, tmp_path: Path) -> None:
    rows, shipped, accepted = tmp_path / "rows.csv", tmp_path / "shipped.csv", tmp_path / "accepted.csv"
    rows.write_text("trigger,period\n2020-11-23,14 days\n", encoding="utf-8")
    bulk(rows, shipped)
    keep(update(pack, []))
    bulk(rows, accepted)
    bulk(rows, tmp_path / "accepted.parquet")

    (row,), (then,) = ([*csv.DictReader(path.read_text(encoding="utf-8").splitlines())] for path in (shipped, accepted))
    assert (row["prevailing"], row["lawbook"]) == ("2020-12-07", LAWBOOK_VERSION)
    assert (then["prevailing"], then["lawbook"]) == ("2020-12-08", "2027.1.1")
    table = pq.read_table(tmp_path / "accepted.parquet")
    assert table.schema.metadata[b"soordered.lawbook"] == b"2027.1.1"
    assert "lawbook" not in table.column_names


def test_a_portfolio_tells_which_rows_a_pack_would_move(pack: Path, tmp_path: Path) -> None:
    rows, moved = tmp_path / "rows.csv", tmp_path / "moved.parquet"
    rows.write_text("trigger,period\n2020-11-23,14 days\n2021-03-01,14 days\n", encoding="utf-8")

    run = bulk(rows, moved, what_if_lawbook=pack, names_lawbook=True)

    (row,) = pq.read_table(moved).to_pylist()
    assert (str(row["prevailing"]), row["lawbook"]) == ("2020-12-07", LAWBOOK_VERSION)
    assert (str(row["new_prevailing"]), row["new_lawbook"]) == ("2020-12-08", "2027.1.1")
    assert run.lawbook == "2027.1.1"
