"""``soordered score``: how well labelled orders are read, with counts and intervals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soordered.cli.exit_codes import ExitCode
from soordered.cli.showing import Form, form, forms, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soordered.casework.score_corpus import CorpusScore, Share, Tally
    from soordered.cli.blocks import Block, Row


@click.command("score")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--baseline", type=click.Path(path_type=Path), help="Compare with this file; a lost label gives exit 1.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write each label's outcome, to compare with later.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes; as many as there are cores if not given.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    folder: Path,
    baseline: Path | None,
    keep: Path | None,
    jobs: int | None,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Read every ID.txt in DIR that has an ID.gold.json beside it, and compare what was found with the labels.

    Every figure stands with its counts and its 95 percent interval.

    \b
    soordered score ../shared/corpus/dev
    """
    from soordered.casework.score_corpus import score_fields
    from soordered.wiring.scoring import score_folder, write_baseline

    score = score_folder(folder, baseline=baseline, jobs=jobs)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json(score_fields(score))
    else:
        show(_page(score, folder), how)
    if keep is not None:
        write_baseline(score, keep)
    if score.lost:
        context.exit(ExitCode.FINDINGS)


def _page(score: CorpusScore, folder: Path) -> Iterator[Block]:
    from soordered.cli.blocks import Field, Fields, Heading, Items, Table, Tone

    yield Heading(f"{len(score.texts)} labelled texts in {folder}, read in {score.seconds:.1f} s", level=1)
    families = tuple(_tally(family, tally) for family, tally in sorted(score.families.items()))
    totals = (_tally("timed families", score.timed), _tally("all families", score.all))
    layers = tuple(
        _tally(f"{layer} texts, {scope}", tally)
        for layer in sorted({text.layer for text in score.texts})
        for scope, tally in zip(("timed", "all"), score.layer(layer), strict=True)
    )
    sure = tuple(_tally(f"labels of {name} confidence", tally) for name, tally in sorted(score.by_confidence.items()))
    columns = ("What", "Labels", "Found", "False", "Precision", "Recall", "F1", "Exact of found", "Exact F1")
    yield Table(columns, (*families, *totals, *layers, *sure))
    fields = [
        Field(f"{value.capitalize()}s right", _share(score.value(value)))
        for value in ("period", "date", "clock", "weekday", "amount")
    ]
    fields += [
        Field("Nothing dropped", _share(score.nothing_dropped)),
        Field("Quotes that are not the text's own", str(sum(text.bad_quotes for text in score.texts))),
        Field("Texts with too much unread", str(sum(text.blanket for text in score.texts))),
    ]
    yield Fields(tuple(fields))
    failed = tuple(f"{text.name}: {text.failure}" for text in score.texts if text.failure)
    for title, lines in (
        ("Could not be read", failed),
        ("Gained against the baseline", score.gained),
        ("Lost against the baseline", score.lost),
        ("Not in the baseline", score.unknown),
    ):
        if lines:
            yield Heading(title)
            yield Items(lines, Tone.WARNING)


def _tally(name: str, tally: Tally) -> Row:
    from soordered.cli.blocks import Row

    counts = (str(tally.labels), str(tally.hit), str(tally.false))
    shares = (tally.precision, tally.recall, tally.f1, tally.exactness, tally.exact_f1)
    return Row((name, *counts, *map(_figure, shares)))


def _figure(share: Share) -> str:
    low, high = share.interval
    return f"{share.value:.3f} ({low:.2f} to {high:.2f})" if share.of else "none"


def _share(share: Share) -> str:
    return f"{share.right} of {share.of}, {_figure(share)}" if share.of else "none labelled"
