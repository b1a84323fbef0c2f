"""A rulebook read from TOML; what is wrong in the file is named with its line, what was expected and the remedy."""

from __future__ import annotations

import re
import tomllib

from soordered.provenance.problems import BadInputError
from soordered.rulefiles.lines_from_toml import line_of, lines_from_toml
from soordered.rulefiles.toml_from_rulebook import FORMAT
from soordered.rules.checked_fields import FieldsError
from soordered.rules.rulebook import Rulebook
from soordered.rules.rulebook_from_fields import rulebook_from_fields

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class RulebookFileError(BadInputError):
    """A rulebook file that cannot be read.

    Args:
        name: the file, as the user named it.
        line: from 1.
        got: what stands there.
        expected: what would have been right.
        remedy: what to do next.
    """

    def __init__(self, name: str, line: int, got: str, *, expected: str, remedy: str) -> None:
        super().__init__(f"{name}, line {line}: {got}", expected=expected, remedy=remedy)
        self.name = name
        self.line = line


def rulebook_from_toml(text: str, *, name: str) -> Rulebook:
    """Read a rulebook from TOML.

    Args:
        text: the file's text.
        name: the file's name, for messages.

    Returns:
        the rulebook, equal to the one that ``toml_from_rulebook`` wrote.

    Raises:
        RulebookFileError: no TOML, an impossible date, an unknown key, a word outside its vocabulary and the like.
    """
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines()) or 1
        raise RulebookFileError(
            name,
            line,
            f"this is no TOML: {_AT_LINE.sub('', str(error)).strip()}.",
            expected="TOML 1.0: keys and values, texts in quotation marks, dates of the calendar as 2007-07-30.",
            remedy="Correct the line and run again.",
        ) from None
    written = fields.pop("format", FORMAT)
    if written != FORMAT:
        raise RulebookFileError(
            name,
            line_of(("format",), lines_from_toml(text)),
            f"the format is {written!r}.",
            expected=f"{FORMAT!r}.",
            remedy="Read the order again with this version, or update So Ordered.",
        )
    try:
        return rulebook_from_fields(fields)
    except FieldsError as error:
        line = line_of(error.path, lines_from_toml(text))
        raise RulebookFileError(name, line, error.got, expected=error.expected, remedy=error.remedy) from None
