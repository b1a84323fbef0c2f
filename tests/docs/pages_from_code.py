"""Reference pages whose facts stand in the code: readings, codes, events of a case file."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import get_args, get_type_hints

from soordered.casework.caller import Role
from soordered.casework.policy_stage import PolicyStage
from soordered.casework.policy_table import Row
from soordered.casework.policy_table import rows as policy_rows
from soordered.deadlines.readings import BASES, DEPARTURES
from soordered.disputes.events import KINDS
from soordered.disputes.happening import Happening
from soordered.rules.vocabulary import Act, Bearer, Trigger
from tests.docs.state_holidays_page import state_holidays_page

_ARGUMENT = re.compile(r"^ {4}(?P<name>\w+): (?P<says>.*(?:\n {8}.*)*)", re.MULTILINE)
_SENTENCE_END = re.compile(r"([a-z`)*][.!?]) (?=[A-Z`*])")
_WORDS = {
    "str": "text", "dt.date": "date", "dt.date | None": "date", "dt.time": "hour", "dt.time | None": "hour", "bool": "yes or no",
    "bool | None": "yes or no", "int": "number", "int | None": "number", "tuple[str, ...]": "list of texts",
    "tuple[dt.date, ...]": "list of dates", "ActCode": "act code", "ActCode | None": "act code", "TriggerCode": "trigger code",
}  # fmt: skip

_NOT_TYPED = ("Quote | None",)  # set by the program, never written in a case file


def readings_page() -> str:
    """The labels of readings, as the engine names them."""
    lines = [
        "# The labels of readings",
        "",
        "A reading's label is stable: `--reading`, a settlement in a case file and the JSON form all name it.",
        "A reading that departs from the prevailing one at several points bears several labels, joined with `+`.",
        "",
        "## The prevailing readings",
        "",
        "| label | because | authority |",
        "| --- | --- | --- |",
        *(
            f"| `{base.label}` | {base.because} | {base.authority or 'the version of the rule in force'} |"
            for base in BASES
        ),
        "",
        "## The readings that depart from them",
        "",
        "Readings of one point exclude each other.",
        "*Weak* readings are shown and never to be relied on.",
        "",
        "| label | point | because | authority | would be settled by |",
        "| --- | --- | --- | --- | --- |",
    ]
    for one in DEPARTURES:
        weak = "*weak*: " if str(one.standing) == "weak" else ""
        lines.append(f"| `{one.label}` | {one.point} | {weak}{one.because} | {one.authority} | {one.settled_by} |")
    lines += [
        "",
        "`from-` and a trigger code, such as `from-opposition_filed`, counts from another moment that the words can mean.",
    ]
    return "\n".join(lines) + "\n"


def codes_page() -> str:
    """The closed vocabularies."""
    lines = [
        "# Codes of acts, triggers and bearers",
        "",
        "The reader, the engine, case files and rulebooks use the same codes, so that what is read can run.",
        "What is outside a vocabulary is kept as `other:` and a few words of the source, and is never computed with.",
    ]
    vocabularies: tuple[tuple[str, type[StrEnum]], ...] = (("Acts", Act), ("Triggers", Trigger), ("Bearers", Bearer))
    for title, vocabulary in vocabularies:
        lines += ["", f"## {title}", "", ", ".join(f"`{code}`" for code in vocabulary) + "."]
    return "\n".join(lines) + "\n"


def events_page() -> str:
    """The events of a case file with their keys."""
    lines = [
        "# Events of a case file",
        "",
        "Each `[[event]]` has `kind` and `on`, a date.",
        "It may have `at` (an hour), `by` (a party, counsel or side) and `about` (the dispute, motion or filing).",
        "It may have an `id`, to be named by later events, and a `source`, what shows it.",
        "Events stand in order of time, and none is ever edited: a correction is a new event.",
        "Besides these kinds, the code of any trigger is one: `deposition`, `mediation`.",
    ]
    common = {field.name for field in fields(Happening)}
    for kind, cls in KINDS.items():
        text = inspect.getdoc(cls) or ""
        first = text.split("\n\n")[0].replace("\n", " ").replace("``", "`")
        says = {match["name"]: " ".join(match["says"].split()).replace("``", "`") for match in _ARGUMENT.finditer(text)}
        own = [field for field in fields(cls) if field.name not in common and field.type not in _NOT_TYPED]
        lines += ["", f"## `{kind}`", "", _SENTENCE_END.sub(r"\1\n", first)]
        if own:
            lines += ["", "| key | holds | is |", "| --- | --- | --- |"]
            hints = get_type_hints(cls)
            for field in own:
                kind_of_value = _type(str(field.type), hints[field.name])
                lines.append(f"| `{field.name}` | {kind_of_value} | {says.get(field.name, '')} |")
    return "\n".join(lines) + "\n"


def policy_page() -> str:
    """The permission table, act by act."""
    roles = [role for role in Role if role not in {Role.ADMINISTRATOR, Role.STRANGER, Role.CLOCK}]
    lines = [
        "# Who may do what",
        "",
        "One table answers for every page, route and verb: role by act by stage.",
        "Whoever is not of record in a matter gets the answer that a missing matter gets; so does an administrator.",
        "*Yes* is: may do it.",
        "*On approval* is: may on a named attorney's recorded approval, which names the act, the dispute and the text.",
        "An act at another stage is refused with the reason and, where the judge's order speaks of it, its words.",
        "A fact that happened can be recorded at any stage.",
        "",
        f"| act | {' | '.join(role.value.replace('_', ' ') for role in roles)} | stages |",
        f"| --- |{' --- |' * (len(roles) + 1)}",
    ]
    for row in policy_rows():
        cells = ["yes" if role in row.roles else "on approval" if role in row.on_approval else "" for role in roles]
        lines.append(f"| `{row.act}` | {' | '.join(cells)} | {_stages(row)} |")
    lines += ["", "## Why not, and what to know"]
    for row in policy_rows():
        said = [
            *_of_roles(row.not_for),
            *_at_stages("warned", row.warned),
            *_at_stages("closed", row.closed),
        ]
        if said:
            lines += ["", f"### `{row.act}`", "", *(f"- {words}" for words in said)]
    return "\n".join(lines) + "\n"


def _stages(row: Row) -> str:
    if row.stages == frozenset(PolicyStage):
        return "any"
    out = frozenset(PolicyStage) - row.stages
    if len(out) < len(row.stages):
        return "any but " + ", ".join(stage.words for stage in PolicyStage if stage in out)
    return ", ".join(stage.words for stage in PolicyStage if stage in row.stages)


def _of_roles(said: Mapping[Role, str]) -> list[str]:
    grouped: dict[str, list[Role]] = {}
    for role in Role:
        if role in said:
            grouped.setdefault(said[role], []).append(role)
    return [
        f"*{', '.join(role.value.replace('_', ' ') for role in roles)}*: {words}" for words, roles in grouped.items()
    ]


def _at_stages(word: str, said: Mapping[PolicyStage, str]) -> list[str]:
    grouped: dict[str, list[PolicyStage]] = {}
    for stage in PolicyStage:
        if stage in said:
            grouped.setdefault(said[stage], []).append(stage)
    return [f"{word} at *{', '.join(stage.words for stage in stages)}*: {words}" for words, stages in grouped.items()]


def _type(annotation: str, hint: object) -> str:
    """Say what a key holds; of an enumeration, which words."""
    for candidate in (hint, *get_args(hint)):
        if isinstance(candidate, type) and issubclass(candidate, StrEnum) and annotation not in _WORDS:
            return ", ".join(f"`{value}`" for value in candidate)
    return _WORDS[annotation]


PAGES = {
    "reference/readings.md": readings_page,
    "reference/codes.md": codes_page,
    "reference/events.md": events_page,
    "reference/policy.md": policy_page,
    "reference/state-holidays.md": state_holidays_page,
}
