"""Write a made-up case file of any number of events, to measure how a run grows.

Every dispute goes through the whole procedure of the 2007 order; requests, filings and copies stand between.
"""

from __future__ import annotations

import datetime as dt

_HEAD = """\
title = "Alder Media v. Birch Relations"
court = "cand"

[[party]]
id = "alder"
name = "Alder Media, Inc."
side = "plaintiff"

[[party]]
id = "birch"
name = "Birch Relations, Inc."
side = "defendant"

[[order]]
id = "o1"
rulebook = "cand-spero-2007-07-30"
notice = [{ on = 2007-07-31, how = "ecf" }]
"""

_FIRST = dt.date(2007, 8, 6)
_DAYS = 9000


def big_case(events: int) -> str:
    """Return a case file of so many events, in order of time.

    Args:
        events: how many.
    """
    lines = []
    for number in range(events):
        dispute, step = divmod(number, 10)
        lines.append((_FIRST + dt.timedelta(days=number * _DAYS // max(events, 1)), _event(dispute, step)))
    body = "\n".join(f"[[event]]\n{text.replace('ON', day.isoformat())}" for day, text in lines)
    return f"{_HEAD}\n{body}"


def _event(dispute: int, step: int) -> str:
    steps = (
        f'kind = "dispute_arose"\non = ON\nabout = "d{dispute}"\ntitle = "Answers to set {dispute}"\n',
        f'kind = "effort_made"\non = ON\nby = "alder"\nabout = "d{dispute}"\nhow = "telephone"\nvisibility = "shared"\n',
        f'kind = "efforts_failed"\non = ON\nby = "alder"\nabout = "d{dispute}"\n',
        f'kind = "meeting_demanded"\non = ON\nby = "alder"\nabout = "d{dispute}"\n',
        f'kind = "dates_offered"\non = ON\nby = "birch"\nabout = "d{dispute}"\ndates = [ON]\n',
        f'kind = "meeting_held"\non = ON\nabout = "d{dispute}"\nmode = "in_person"\nminutes = 90\n',
        f'kind = "issue_raised"\non = ON\nby = "alder"\nabout = "d{dispute}"\nissue = "i{dispute}"\nrelief = "Further answers."\n',
        f'kind = "letter_filed"\non = ON\nby = "alder"\nabout = "d{dispute}"\nissues = ["i{dispute}"]\nid = "l{dispute}"\n',
        f'kind = "chambers_copy_lodged"\non = ON\nby = "alder"\nabout = "l{dispute}"\nconformed = true\n',
        f'kind = "determination_entered"\non = ON\nby = "court"\nabout = "d{dispute}"\nentry = "{dispute}"\ndisposes = true\n',
    )
    return steps[step]
