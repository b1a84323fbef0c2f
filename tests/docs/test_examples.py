"""Everything that the README and the documentation show is what the program does."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from soordered.cli.main import main, soordered
from soordered.cli.verbs import VERBS
from tests.docs.blocks import Example, console_examples, matches, pages, python_examples, toml_examples

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PAGES = pages(CHECKOUT)
COMMANDS = [example for page in PAGES for example in console_examples(page)]
OURS = [example for example in COMMANDS if example.source.startswith("soordered ")]


def _name(value: object) -> str:
    if isinstance(value, Example):
        return f"{value.page.relative_to(CHECKOUT)}:{value.line}"
    return str(value.relative_to(CHECKOUT)) if isinstance(value, Path) else str(value)


@pytest.mark.parametrize("example", OURS, ids=_name)
def test_a_command_prints_what_its_page_says(
    example: Example, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKOUT)
    words = shlex.split(example.source)[1:]
    code = main(words)
    captured = capsys.readouterr()
    printed = (captured.out + captured.err).rstrip("\n").split("\n")

    updating = os.environ.get("SOORDERED_UPDATE_DOCS") and code == example.code
    if updating and not matches(example.output, printed):
        _update(example, printed)
        return
    assert code == example.code, captured.err
    assert matches(example.output, printed), "\n".join(["The program prints:", *printed])


def _update(example: Example, printed: list[str]) -> None:
    """Put what the program prints now into the page, for a person to read before it is committed."""
    text = example.page.read_text(encoding="utf-8")
    old = "\n".join([f"$ {example.source}", *example.output])
    assert old in text, f"{_name(example)}: not found again"
    new = "\n".join([f"$ {example.source}", *printed])
    example.page.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if python_examples(page)], ids=_name)
def test_the_programs_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of one page share their names; a block with prompts is compared, one without is run."""
    monkeypatch.chdir(CHECKOUT)
    names: dict[str, object] = {}
    for example in python_examples(page):
        if ">>>" not in example.source:
            exec(compile(example.source, _name(example), "exec"), names)  # noqa: S102  our own page
            continue
        test = doctest.DocTestParser().get_doctest(example.source, names, _name(example), str(page), example.line)
        report = io.StringIO()
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        with contextlib.redirect_stdout(report):
            results = runner.run(test, clear_globs=False)
        names = test.globs
        assert results.failed == 0, report.getvalue()


def test_the_first_screen_of_the_readme_shows_the_program_at_work() -> None:
    first = [example for example in OURS if example.page.name == "README.md"]

    assert len(first) >= 2
    assert all(example.output for example in first)


@pytest.mark.parametrize("example", COMMANDS, ids=_name)
def test_a_console_block_holds_our_command_or_a_target_of_the_makefile(example: Example) -> None:
    """Every other command line in a ``console`` block would be an example that nobody runs."""
    assert re.match(r"soordered |make (demo|test|quick|check|bench|stress|score|build)\b", example.source)


def _words_to_document() -> list[tuple[str, str]]:
    words: list[tuple[str, str]] = []
    for verb in VERBS:
        command = soordered.get_command(click.Context(soordered), verb.name)
        assert command is not None
        parts = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
        options = [
            name for part in parts for parameter in part.params for name in parameter.opts if name.startswith("--")
        ]
        words += [(verb.name, word) for word in (verb.name, *options)]
    return words


@pytest.mark.parametrize(("verb", "option"), _words_to_document())
def test_every_verb_and_option_is_documented(verb: str, option: str) -> None:
    """A verb or an option that the command line reference does not name fails the build."""
    text = (CHECKOUT / "docs" / "guide" / "command-line.md").read_text(encoding="utf-8")
    section = re.search(rf"^## `{verb}`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)

    assert section, f"docs/guide/command-line.md has no section '## `{verb}`'"
    assert f"`{option}" in section[0]


def _links() -> list[tuple[Path, str]]:
    return [
        (page, target)
        for page in PAGES
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if not target.startswith(("http://", "https://", "mailto:"))
    ]


@pytest.mark.parametrize(("page", "target"), _links(), ids=_name)
def test_a_link_leads_to_a_page_that_is_there(page: Path, target: str) -> None:
    assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", [page for page in PAGES if toml_examples(page)], ids=_name)
def test_a_file_that_a_page_shows_is_taken(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A case file runs; a file of a court's notices serves a count."""
    for example in toml_examples(page):
        file = tmp_path / "file.toml"
        file.write_text(example.source, encoding="utf-8")
        court = str(tomllib.loads(example.source).get("court", "cand"))
        notices = ["due", "10 days", "--after", "2019-03-04", "--court", court, "--calendar", str(file)]
        counts = "[[day]]" in example.source or "[[outage]]" in example.source
        code = main(notices if counts else ["run", str(file), "--json"])

        assert code == 0, capsys.readouterr().err


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_prose_holds_one_sentence_a_line(page: Path) -> None:
    """A change of one sentence is then a change of one line; tables, lists of citations and output are let be."""
    prose = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    lines = [line for line in prose.splitlines() if line and not line.startswith(("|", ">"))]

    assert [line for line in lines if re.search(r"[a-z`)*][.!?] [A-Z`*]", line)] == []


def test_the_index_leads_to_every_page() -> None:
    index = CHECKOUT / "docs" / "README.md"
    linked = {(index.parent / target).resolve() for page, target in _links() if page == index}
    written = {page.resolve() for page in (CHECKOUT / "docs").rglob("*.md")} - {index}

    assert {page.relative_to(CHECKOUT) for page in written - linked} == set()
