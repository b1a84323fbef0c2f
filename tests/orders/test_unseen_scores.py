"""What the reader reaches on the orders we wrote to measure it by; floors that only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.casework.score_corpus import baseline_fields
from soordered.wiring.scoring import score_folder

UNSEEN = Path(__file__).parent / "unseen"
FLOORS = {
    "open": {"timed_exact_f1": 0.945, "all_f1": 0.848, "nothing_dropped": 0.913},
    "held": {"timed_exact_f1": 0.84, "all_f1": 0.74, "nothing_dropped": 0.88},
}


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_no_figure_of_the_unseen_orders_falls_below_its_floor(half: str) -> None:
    score = score_folder(UNSEEN / half)
    figures = baseline_fields(score)["figures"]
    assert isinstance(figures, dict)
    reached = {name: float(figures[name]) for name in FLOORS[half]}
    assert {name: value for name, value in reached.items() if value < FLOORS[half][name]} == {}
    assert [text.failure for text in score.texts if text.failure] == []
    assert sum(text.bad_quotes for text in score.texts) == 0
