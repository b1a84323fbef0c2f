"""A pack counts only if a trusted publisher signed it, or if somebody took it unsigned on purpose, which is said everywhere."""

from __future__ import annotations

import string
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import soordered as so
from soordered.deadlines.deadline import Deadline
from soordered.lawbook.version import LAWBOOK_VERSION
from soordered.provenance.problems import BadInputError
from soordered.record.signatures import KeyFileError
from soordered.rulefiles.accepted_packs_from_toml import AcceptedListError
from soordered.rulefiles.lawbook_pack_from_toml import LawbookPackError, lawbook_pack_from_toml
from soordered.wiring import installation
from soordered.wiring.accepted_lawbook import (
    ACCEPTED,
    ChangedPackError,
    PackUnreadableError,
    accepted_lawbook,
)
from soordered.wiring.bulk_runs import bulk
from soordered.wiring.lawbook_folders import FOLDER, KEYS
from soordered.wiring.lawbook_packs import FolderUnwritableError, WrongVersionError, keep, update
from soordered.wiring.pack_making import (
    PASSPHRASE,
    KeyThereError,
    KeyUnreadableError,
    NothingInPackError,
    make_key,
    make_pack,
    sign_pack,
)
from soordered.wiring.publishers import ForgedPackError, PublisherKeyUnreadableError, UntrustedPackError, publisher_of
from tests.wiring.packs import EXTRA_DAY, KEY, STRANGER, california, pack_of, signed, trust


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lawbook"
    monkeypatch.setenv(FOLDER, str(folder))
    monkeypatch.delenv(PASSPHRASE, raising=False)
    trust(folder)
    return folder


def written(folder: Path, text: str, name: str = "pack.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _ten_days() -> Deadline:
    return so.due("14 days", after="2020-11-23", court="cand", rank="federal_rule")


# who signed it


def test_a_pack_that_a_trusted_publisher_signed_names_the_publisher(tmp_path: Path) -> None:
    keep(update(written(tmp_path, signed(california())), []))

    assert (accepted_lawbook().publisher, accepted_lawbook().label) == ("Our publisher", "2027.1.1")


def test_an_unsigned_pack_is_refused_with_what_to_do(tmp_path: Path, place: Path) -> None:
    with pytest.raises(UntrustedPackError, match=r"is not signed\..*--unsigned") as refused:
        update(written(tmp_path, california()), [])

    assert str(place / "keys") in refused.value.expected


def test_a_pack_signed_with_an_unknown_key_is_refused_and_the_key_named(tmp_path: Path) -> None:
    with pytest.raises(UntrustedPackError, match=r"is signed with the key [0-9a-f]{64}, which is not trusted here"):
        update(written(tmp_path, signed(california(), STRANGER)), [])


@pytest.mark.parametrize("text", [california(), signed(california(), STRANGER)])
def test_a_pack_taken_unsigned_on_purpose_says_so_with_every_date(tmp_path: Path, text: str) -> None:
    keep(update(written(tmp_path, text), [], unsigned=True))

    assert _ten_days().lawbook == "2027.1.1 (unsigned pack)"
    rows, dates = written(tmp_path, "trigger,period\n2020-11-23,14 days\n", "rows.csv"), tmp_path / "dates.csv"
    bulk(rows, dates)
    assert "2027.1.1 (unsigned pack)" in dates.read_text(encoding="utf-8")


def test_a_signed_pack_on_an_unsigned_one_is_still_called_unsigned(tmp_path: Path) -> None:
    """The files of the first are still in it, and nobody vouches for them."""
    keep(update(written(tmp_path, california()), [], unsigned=True))
    keep(update(written(tmp_path, signed(pack_of({"time/notices/ilnd": "day = []\n"}, "2027.2.1", "2027.1.1"))), []))

    assert accepted_lawbook().label == "2027.2.1 (unsigned pack)"
    assert accepted_lawbook().publisher == "Our publisher"


def test_the_folder_of_keys_can_stand_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(tmp_path / "etc")
    (tmp_path / "lawbook" / "keys" / "Our publisher.pub.pem").unlink()
    monkeypatch.setenv(KEYS, str(tmp_path / "etc" / "keys"))

    assert update(written(tmp_path, signed(california())), []).publisher == "Our publisher"


# what was changed


@pytest.mark.parametrize(
    "change",
    [
        ("California keeps Founders Day on 7 December.", "Nothing of note."),
        ('version = "2027.1.1"', 'version = "2027.1.2"'),
        ('follows = "2026.11.1"', 'follows = "2026.11.2"'),
    ],
)
def test_a_pack_changed_after_it_was_signed_is_refused_even_when_taken_unsigned(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    text = signed(california())
    assert text.count(change[0]) == 1

    with pytest.raises(ForgedPackError, match="it was changed after it was signed"):
        update(written(tmp_path, text.replace(*change)), [], unsigned=True)


def test_a_file_changed_together_with_its_digest_does_not_fit_the_signature(tmp_path: Path) -> None:
    """Digests alone tell damage; whoever changes a file can write its digest anew."""
    honest, other = signed(california()), california(day=EXTRA_DAY.replace("day = 7", "day = 8"))
    signature = honest[honest.index("[signature]") : honest.index("[[file]]")]
    forged = other.replace("[[file]]", signature + "[[file]]")

    with pytest.raises(ForgedPackError):
        update(written(tmp_path, forged), [])


def test_a_file_slipped_in_or_taken_out_does_not_fit_the_signature(tmp_path: Path) -> None:
    text = signed(pack_of({"time/notices/cand": "day = []\n", "time/notices/ilnd": "day = []\n"}))
    last = text.rindex("\n[[file]]")

    with pytest.raises(ForgedPackError):
        update(written(tmp_path, text[:last]), [])
    with pytest.raises(ForgedPackError):
        update(written(tmp_path, text + text[last:].replace("ilnd", "nysd")), [])


HONEST = signed(pack_of({"time/notices/cand": "day = []\n"}))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(HONEST) - 1), letter=st.sampled_from(string.printable))
def test_no_single_letter_can_be_changed_unseen(place: int, letter: str) -> None:
    """What passes is the same pack: only blanks between its parts can differ, or a letter in the case of a digest."""
    try:
        read = lawbook_pack_from_toml(HONEST[:place] + letter + HONEST[place + 1 :], name="pack.toml")
        publisher_of(read, name="pack.toml")
    except BadInputError:
        return
    honest = lawbook_pack_from_toml(HONEST, name="pack.toml")
    held = read.pack.version, read.pack.words, read.pack.files, read.follows
    assert held == (honest.pack.version, honest.pack.words, honest.pack.files, honest.follows)


def test_the_signature_of_another_pack_does_not_fit(tmp_path: Path) -> None:
    one, other = signed(california()), california("2027.1.9")
    signature = one[one.index("[signature]") : one.index("[[file]]")]

    with pytest.raises(ForgedPackError):
        update(written(tmp_path, other.replace("[[file]]", signature + "[[file]]")), [])


def test_an_accepted_pack_that_was_changed_in_the_folder_stops_the_count(tmp_path: Path, place: Path) -> None:
    listed = keep(update(written(tmp_path, signed(california())), []))
    accepted = place / "pack-2027.1.1.toml"
    accepted.write_text(accepted.read_text(encoding="utf-8").replace("7 December", "8 December"), encoding="utf-8")

    with pytest.raises(ChangedPackError, match="does not fit the sha256 with which it was accepted"):
        _ten_days()
    digest_too = listed.read_text(encoding="utf-8")

    old = digest_too.split('sha256 = "')[1][:64]
    listed.write_text(digest_too.replace(old, sha256(accepted.read_bytes()).hexdigest()) + "\n", encoding="utf-8")
    with pytest.raises(ForgedPackError):
        _ten_days()


def test_a_pack_that_is_gone_from_the_folder_stops_the_count(tmp_path: Path, place: Path) -> None:
    keep(update(written(tmp_path, signed(california())), []))
    (place / "pack-2027.1.1.toml").unlink()

    with pytest.raises(PackUnreadableError, match="No such file"):
        _ten_days()


def test_a_publisher_no_longer_trusted_stops_the_count(tmp_path: Path, place: Path) -> None:
    keep(update(written(tmp_path, signed(california())), []))
    assert _ten_days().lawbook == "2027.1.1"
    (place / "keys" / "Our publisher.pub.pem").unlink()

    with pytest.raises(UntrustedPackError, match="which is not trusted here"):
        _ten_days()


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (("[[pack]]", "[[pack"), "it is no TOML"),
        (("over = ", "under = "), "something else than over"),
        (("file = ", "path = "), "keys are not file, sha256"),
        (('"pack-2027.1.1.toml"', '"../pack-1.toml"'), "is no file of a pack"),
        (('sha256 = "', 'sha256 = "0'), "sha256 or the flag"),
        (("[[pack]]", "[[pack]]\nunsigned = 1"), "sha256 or the flag"),
    ],
)
def test_a_list_of_accepted_packs_that_was_changed_by_hand_stops_the_count(
    tmp_path: Path, change: tuple[str, str], match: str
) -> None:
    listed = keep(update(written(tmp_path, signed(california())), []))
    listed.write_text(listed.read_text(encoding="utf-8").replace(*change), encoding="utf-8")

    with pytest.raises(AcceptedListError, match=match):
        _ten_days()


def test_two_who_accept_at_once_do_not_both_count(tmp_path: Path) -> None:
    one, two = (
        written(tmp_path, signed(california(version)), f"{version}.toml") for version in ("2027.1.1", "2027.1.2")
    )
    tried = update(two, [])
    keep(update(one, []))

    with pytest.raises(WrongVersionError):
        keep(tried)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, signed(california()))
    monkeypatch.setenv(KEYS, str(tmp_path / "lawbook" / "keys"))
    monkeypatch.setenv(FOLDER, "/proc/nowhere")

    with pytest.raises(FolderUnwritableError, match="cannot be written"):
        keep(update(path, []))


# keys


def test_a_private_key_among_the_trusted_ones_is_refused(tmp_path: Path, place: Path) -> None:
    (place / "keys" / "publisher.pem").write_bytes(KEY.private)

    with pytest.raises(KeyFileError, match="it holds a private key"):
        update(written(tmp_path, signed(california())), [])


def test_a_trusted_key_that_cannot_be_read_is_named(tmp_path: Path, place: Path) -> None:
    (place / "keys" / "folder.pem").mkdir()

    with pytest.raises(PublisherKeyUnreadableError, match=r"folder\.pem cannot be read"):
        update(written(tmp_path, signed(california())), [])


@pytest.mark.parametrize("passphrase", ["", "long and secret"])
def test_a_key_made_here_signs_a_pack_that_is_then_trusted(
    tmp_path: Path, place: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, passphrase)
    made = make_key(tmp_path / "clerk")
    (place / "keys" / made.public.name).write_bytes(made.public.read_bytes())
    path = written(tmp_path, california())

    done = sign_pack(path, made.private)

    assert (done.key, made.locked) == (made.fingerprint, bool(passphrase))
    assert made.private.stat().st_mode & 0o777 == 0o600
    assert update(path, []).publisher == "clerk"


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    made = make_key(tmp_path / "clerk")
    held = made.private.read_bytes()

    with pytest.raises(KeyThereError, match="is there already"):
        make_key(tmp_path / "clerk")
    assert made.private.read_bytes() == held


def test_a_key_that_is_not_there_or_none_signs_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, california())
    held = path.read_bytes()

    with pytest.raises(KeyUnreadableError, match="No such file"):
        sign_pack(path, tmp_path / "none.pem")
    with pytest.raises(KeyFileError, match="no private key"):
        sign_pack(path, path)
    assert path.read_bytes() == held


def test_signing_again_replaces_the_signature(tmp_path: Path) -> None:
    path, out = written(tmp_path, signed(california(), STRANGER)), tmp_path / "signed.toml"
    (tmp_path / "our.pem").write_bytes(KEY.private)

    sign_pack(path, tmp_path / "our.pem", out=out)

    assert out.read_text(encoding="utf-8") == signed(california())
    assert path.read_text(encoding="utf-8") == signed(california(), STRANGER)


# packs made from files


def test_a_pack_is_made_of_the_files_that_differ(tmp_path: Path, checkout: Path) -> None:
    data = checkout / "src/soordered/lawbook/data"
    folder = tmp_path / "law"
    (folder / "time/states").mkdir(parents=True)
    (folder / "rules").mkdir()
    for name in ("time/states/CA.toml", "rules/cand.toml"):
        (folder / name).write_bytes((data / name).read_bytes())
    with pytest.raises(NothingInPackError, match="no file that differs"):
        make_pack(folder, tmp_path / "out.toml", version="2027.1.1", words="Nothing")
    with (folder / "time/states/CA.toml").open("a", encoding="utf-8") as file:
        file.write(EXTRA_DAY)

    pack = make_pack(
        folder, tmp_path / "out.toml", version="2027.1.1", words="California keeps Founders Day on 7 December."
    )

    assert set(pack.files) == {"time/states/CA"}
    assert (tmp_path / "out.toml").read_text(encoding="utf-8") == california()


@pytest.mark.parametrize(
    ("name", "text", "version", "match"),
    [
        ("time/states/CA.toml", "no TOML", "2027.1.1", "is no TOML"),
        ("time/states/CA.toml", "a = 1\n", "2027.1.1", "its data cannot be used"),
        ("notes.toml", "a = 1\n", "2027.1.1", "is no file of the lawbook"),
        ("time/states/CA.toml", "a = 1\n", "next", "is no version"),
    ],
)
def test_a_pack_that_could_not_be_accepted_is_not_made(
    tmp_path: Path, name: str, text: str, version: str, match: str
) -> None:
    path = tmp_path / "law" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(LawbookPackError, match=match):
        make_pack(tmp_path / "law", tmp_path / "out.toml", version=version, words="x")
    assert not (tmp_path / "out.toml").exists()


def test_a_second_pack_is_made_for_the_lawbook_in_use(tmp_path: Path, place: Path) -> None:
    keep(update(written(tmp_path, signed(california())), []))
    path = tmp_path / "law/time/notices/cand.toml"
    path.parent.mkdir(parents=True)
    path.write_text("day = []\n", encoding="utf-8")

    make_pack(tmp_path / "law", tmp_path / "second.toml", version="2027.2.1", words="No days.")

    assert 'follows = "2027.1.1"' in (tmp_path / "second.toml").read_text(encoding="utf-8")
    assert (place / ACCEPTED).exists()


# what the doctor says of it


def test_the_doctor_names_the_lawbook_that_counts(tmp_path: Path, place: Path) -> None:
    assert lawbook_check() == (installation.State.GOOD, f"Lawbook {LAWBOOK_VERSION} is installed.")
    keep(update(written(tmp_path, california()), [], unsigned=True))
    assert lawbook_check() == (
        installation.State.NOTE,
        f"Lawbook 2027.1.1 (unsigned pack) was accepted over {LAWBOOK_VERSION}.",
    )
    (place / "pack-2027.1.1.toml").write_text("", encoding="utf-8")
    (place / ACCEPTED).touch()
    assert lawbook_check()[0] is installation.State.WRONG


def lawbook_check() -> tuple[installation.State, str]:
    check = installation._lawbook()
    return check.state, check.found
