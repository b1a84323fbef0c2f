"""Short ways to write a rule in a test."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from soordered.provenance.spans import Quote
from soordered.rules.rule import Rank, Rule, Source, Support
from soordered.rules.timing import Bound, Direction, Length, Period, Timing, Unit
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality, Trigger

FEDERAL = Source(id="frcp", title="Federal Rules", rank=Rank.FEDERAL_RULE)
LOCAL = Source(id="local", title="Local Rules", rank=Rank.LOCAL_RULE)
STANDING = Source(id="standing", title="Standing Order", rank=Rank.STANDING_ORDER, dated=dt.date(2010, 1, 4))
ORDER = Source(id="order", title="Order of 1 March", rank=Rank.CASE_ORDER, dated=dt.date(2010, 3, 1))
LATER = Source(id="later", title="Order of 1 June", rank=Rank.CASE_ORDER, dated=dt.date(2010, 6, 1))


def days(n: int, trigger: Trigger = Trigger.MEETING_HELD, unit: Unit = Unit.DAY, *, before: bool = False) -> Period:
    """So many days after a trigger, or before it."""
    return Period(
        length=Length(n, unit),
        direction=Direction.BEFORE if before else Direction.AFTER,
        bound=Bound.AT_LEAST if before else Bound.WITHIN,
        trigger=trigger,
    )


def rule(rule_id: str, source: Source, timing: Timing | None, act: Act = Act.FILE_JOINT_LETTER, said: str = "") -> Rule:
    """A duty of the parties, with its words if given."""
    plain = Rule(id=rule_id, bearers=(Bearer.PARTIES,), modality=Modality.MUST, act=act, source=source, timing=timing)
    return replace(plain, supports=(Support(facet=Facet.DEADLINE, quote=Quote(text=said)),)) if said else plain
