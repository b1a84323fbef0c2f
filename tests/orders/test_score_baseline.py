"""What the reader has reached on the labelled orders it does not lose again: a floor that only rises."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.wiring.scoring import score_folder

_HERE = Path(__file__).parent


def test_no_figure_falls_below_the_committed_baseline(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Raise it with ``soordered score ../shared/corpus/dev --keep tests/orders/score_baseline.json`` and say why it is right."""
    score = score_folder(shared / "corpus" / "dev", baseline=_HERE / "score_baseline.json")
    with capsys.disabled():
        for line in score.lost:
            print(f"\n  lost: {line}", end="")  # noqa: T201  part of the report of every run

    assert score.fallen == ()
    assert score.unknown == ()
    assert [text.failure for text in score.texts if text.failure] == []
    assert sum(text.bad_quotes for text in score.texts) == 0
