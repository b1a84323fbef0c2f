"""The two kinds of trouble: problems in somebody's text, and requests that cannot be carried out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A mistake or a doubt in somebody's text: a value, shown beside what did work.

    Args:
        what: what is wrong or doubtful, in one sentence with the words concerned.
        where: the place (file, page, line, rule), in words.
        remedy: what a person should do next.
    """

    what: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy}"


class SoOrderedError(Exception):
    """A request that cannot be carried out.

    Every subclass writes its own sentence: what we got, what is expected, what to do next.
    Exit codes and HTTP statuses are chosen by the faces, in one table.
    """

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes as a sentence and its facts: subclasses are made from other arguments."""
        return _again, (type(self), self.args, self.__dict__)


class PartMissingError(SoOrderedError):
    """Something asked for needs a part that is not installed.

    Args:
        part: what is missing, e.g. ``"tesseract"``.
        needed_for: what cannot be done without it.
        install: the command that installs it.
    """

    def __init__(self, part: str, *, needed_for: str, install: str) -> None:
        super().__init__(f"{part} is not installed, and {needed_for} needs it. Install it with: {install}")
        self.part = part
        self.needed_for = needed_for
        self.install = install


class BadInputError(SoOrderedError):
    """Input that breaks a rule of ours; nothing was written.

    Args:
        got: what was given, with its place (file, line) if it has one.
        expected: what would have been right.
        remedy: what to do next.
    """

    def __init__(self, got: str, *, expected: str, remedy: str) -> None:
        super().__init__(f"{got} Expected: {expected} {remedy}".strip())
        self.got = got
        self.expected = expected
        self.remedy = remedy


def _again(kind: type[SoOrderedError], args: tuple[object, ...], facts: dict[str, object]) -> SoOrderedError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(facts)
    return error
