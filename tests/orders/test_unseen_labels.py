"""The orders we wrote to measure the reader by are whole: every quote stands in its text, every code is known.

Nothing here reads an order; it only guards the set from slips of the hand. ``unseen/open`` may be looked at while the
reader is being written, ``unseen/held`` is scored and not looked at.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from soordered.rules.vocabulary import Act, Bearer, Facet, Modality, Trigger, code_from_text

UNSEEN = Path(__file__).parent / "unseen"
TEXTS = sorted(UNSEEN.glob("*/*.txt"))
DATED = sorted(UNSEEN.glob("*/*.dates.toml"))
LAYOUTS = {"docket", "web", "pleading"}
PERIOD = {
    "unit": {"day", "calendar_day", "business_day", "court_day", "week", "month", "hour"},
    "direction": {"after", "before"},
    "bound": {"within", "no_later_than", "at_least", "before", "on"},
}
WEEKDAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}
TIMED = {"deadline", "cutoff_time", "hearing_schedule"}

Label = dict[str, Any]


def labels_beside(path: Path) -> list[Label]:
    """The labels of a text."""
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    assert gold["id"] == path.stem
    provisions: list[Label] = gold["provisions"]
    return provisions


def faults(text: str, label: Label) -> list[str]:
    """What is wrong with one label of a text; nothing for a good one."""
    found = []
    for place in (label, *label["also_at"]):
        quote = place["quote"]
        if text[place["start"] : place["end"]] != quote or quote != quote.strip() or not quote:
            found.append(f"{quote!r} does not stand at {place['start']}")
    if label["kind"] not in {facet.value for facet in Facet}:
        found.append(f"kind {label['kind']!r}")
    if label["modality"] not in {modality.value for modality in Modality}:
        found.append(f"modality {label['modality']!r}")
    if label["confidence"] not in {"high", "medium"}:
        found.append(f"confidence {label['confidence']!r}")
    found += [f"no {key}" for key in ("actor", "action") if not label[key] or label[key] != label[key].strip()]
    if (period := label["period"]) is not None:
        found += [f"{key} {period[key]!r}" for key, known in PERIOD.items() if period[key] not in known]
        if set(period) != {"n", *PERIOD} or period["n"] < 0:
            found.append(f"period {period!r}")
    if label["date"] is not None and dt.date.fromisoformat(label["date"]).isoformat() != label["date"]:
        found.append(f"date {label['date']!r}")
    if label["clock"] is not None and dt.time.fromisoformat(label["clock"]).strftime("%H:%M") != label["clock"]:
        found.append(f"clock {label['clock']!r}")
    if not set(label["weekday"] or ()) <= WEEKDAYS:
        found.append(f"weekday {label['weekday']!r}")
    amount = label["amount"]
    if (label["kind"] == "page_limit") != (amount is not None):
        found.append("a page limit has an amount, and nothing else has one")
    if amount is not None and (amount["unit"] not in {"page", "word"} or amount["n"] <= 0):
        found.append(f"amount {amount!r}")
    if label["kind"] == "cutoff_time" and label["clock"] is None:
        found.append("a cut-off time without its hour")
    times = [key for key in ("period", "date") if label[key]] or (label["weekday"] or [])[:1]
    if label["kind"] in {"deadline", "cutoff_time"} and len(times) != 1:
        found.append("a deadline has a period, a date or at least its day of the week, and not two of them")
    if label["kind"] not in TIMED | {"other"} and (label["period"] or label["date"] or label["clock"]):
        found.append("a time on a label that is none")
    try:
        code_from_text(Act, label["act_code"] or "other:none")
        code_from_text(Trigger, label["trigger_code"] or "other:none")
        code_from_text(Bearer, label["bearer_code"] or "other:none")
    except ValueError as error:
        found.append(str(error))
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_label_stands_in_its_text_and_speaks_in_known_codes(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    labels = labels_beside(path)
    assert labels
    assert {label["quote"]: wrong for label in labels if (wrong := faults(text, label))} == {}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_rule_is_labelled_twice(path: Path) -> None:
    places = Counter((label["kind"], label["start"], label["end"]) for label in labels_beside(path))
    assert [place for place, count in places.items() if count > 1] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_labelled_date_is_printed_where_the_label_points(path: Path) -> None:
    """Its day of the month is in the quote, in figures; only "the last day of June" is not, and is of medium confidence."""
    for label in labels_beside(path):
        if label["date"] is None or (label["confidence"] == "medium" and "last day of" in label["quote"]):
            continue
        day = dt.date.fromisoformat(label["date"]).day
        assert re.search(rf"(?<!\d)0?{day}(?!\d)", label["quote"]), label["quote"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_manifest_says_what_the_text_is_and_that_we_wrote_it(path: Path) -> None:
    meta = json.loads(path.with_suffix(".meta.json").read_text(encoding="utf-8"))
    assert meta["id"] == path.stem
    assert meta["layout"] in LAYOUTS
    assert meta["chars"] == len(path.read_bytes().decode("utf-8"))
    assert dt.date.fromisoformat(meta["date"]).isoformat() in path.stem
    assert "written by us" in meta["notes"]
    assert meta["court"]
    assert meta["judge"].split()[-1].lower() in path.stem


def layouts_in(folder: str) -> Counter[str]:
    """How many orders of a folder stand in each layout."""
    texts = sorted((UNSEEN / folder).glob("*.txt"))
    return Counter(json.loads(text.with_suffix(".meta.json").read_text(encoding="utf-8"))["layout"] for text in texts)


def test_the_held_half_has_four_orders_in_each_layout() -> None:
    assert layouts_in("held") == {"docket": 4, "web": 4, "pleading": 4}


def test_the_open_half_grows_but_lacks_no_layout() -> None:
    counted = layouts_in("open")
    assert set(counted) == LAYOUTS
    assert min(counted.values()) >= 4


def test_no_order_is_in_both_halves() -> None:
    stems = Counter(path.stem for path in TEXTS)
    assert [stem for stem, count in stems.items() if count > 1] == []


@pytest.mark.parametrize("path", DATED, ids=lambda path: path.name.removesuffix(".dates.toml"))
def test_hand_counted_dates_belong_to_labels_and_run_from_safe_to_outer(path: Path) -> None:
    counted = tomllib.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(f"{counted['order']}.txt")
    labels = {label["quote"]: label for label in labels_beside(text)}
    happened = {event["trigger"] for event in counted["events"]}
    for trigger in happened:
        code_from_text(Trigger, trigger)
    for due in counted["due"]:
        label = labels[due["quote"]]
        assert due["act_by"] <= due["prevailing"] <= due["outer"]
        if label["period"] is None:
            assert due["act_by"].isoformat()[:10] == label["date"]
        else:
            assert due["trigger"] == label["trigger_code"]
            assert due["trigger"] in happened or "after" in due
        if label["clock"] is not None:
            assert due["act_by"].strftime("%H:%M") == label["clock"]


GOOD: Label = {
    "kind": "deadline", "actor": "parties", "action": "file letter", "trigger": "demand",
    "period": {"n": 5, "unit": "day", "direction": "after", "bound": "within"}, "date": None, "clock": None, "weekday": None,
    "amount": None, "quote": "within five days", "start": 5, "end": 21, "also_at": [], "confidence": "high", "modality": "must",
    "trigger_code": "meeting_demanded", "act_code": "file_joint_letter", "bearer_code": "parties",
}  # fmt: skip


@pytest.mark.parametrize(
    "slip",
    [
        {"start": 4},
        {"quote": "within five days "},
        {"kind": "due_date"},
        {"modality": "shall"},
        {"confidence": "low"},
        {"actor": ""},
        {"period": None},
        {"period": {"n": 5, "unit": "working_day", "direction": "after", "bound": "within"}},
        {"period": {"n": -5, "unit": "day", "direction": "after", "bound": "within"}},
        {"date": "2011-03-11"},
        {"weekday": ["Fri"]},
        {"amount": {"n": 5, "unit": "page"}},
        {"kind": "page_limit", "amount": None},
        {"kind": "cutoff_time"},
        {"kind": "duty"},
        {"act_code": "file_letter"},
        {"also_at": [{"quote": "file", "start": 0, "end": 4}]},
    ],
    ids=str,
)
def test_a_slip_in_a_label_is_found(slip: Label) -> None:
    text = "File within five days of the demand."
    assert faults(text, GOOD) == []
    assert faults(text, GOOD | slip) != []
