"""The verbs of the command line: which file holds each, and what its line in the help says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One verb.

    Args:
        name: as typed.
        module: the file of this room that holds it; it defines ``command``.
        says: its line in the help.
    """

    name: str
    module: str
    says: str


VERBS: tuple[Verb, ...] = (
    Verb(name="demo", module="demo", says="Walk through one dispute in a minute."),
    Verb(name="read", module="read", says="Read an order into rules, each beside its words."),
    Verb(name="diff", module="diff", says="Tell what changed between two orders, rule by rule."),
    Verb(name="lint", module="lint", says="List what an order leaves open, the costliest doubt first."),
    Verb(name="due", module="due", says="Count one period and show every reading with its reasons."),
    Verb(name="run", module="run", says="Run a case: what is due, what is late, what may be done next."),
    Verb(name="calendar", module="calendar", says="Write a case's dates for a calendar program."),
    Verb(name="import", module="import_matter", says="Make a matter of a case file, or take in an exported record."),
    Verb(name="export", module="export", says="Write a matter's record into one file, or back into a case file."),
    Verb(name="verify", module="verify", says="Check a record's file offline, and say what that proves."),
    Verb(name="private", module="private", says="Lock a private text on your own machine, and open it again."),
    Verb(name="backup", module="backup", says="Write the whole installation into one file."),
    Verb(name="restore", module="restore", says="Fill an empty database from a back-up."),
    Verb(name="doctor", module="doctor", says="Check the installation; make or rotate its keys."),
    Verb(name="bulk", module="bulk", says="Count the dates of every row of a Parquet or CSV file."),
    Verb(name="courts", module="courts", says="List the courts whose days the lawbook holds."),
    Verb(name="holidays", module="holidays", says="List the days of a year that a court, or a reading, leaves out."),
    Verb(name="score", module="score", says="Compare readings of labelled orders with their labels."),
    Verb(name="lawbook", module="lawbook", says="List the versions of the counting rule and their sources."),
)
