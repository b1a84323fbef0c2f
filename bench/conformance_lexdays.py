"""Where another engine, ``lexdays``, differs from our worked examples, and who is right, with the authority.

    python -m bench.conformance_lexdays --python /path/to/venv/bin/python

``lexdays`` is under the AGPL: it is never imported by So Ordered and is no dependency of it. Install it by itself, in an
environment outside the checkout (``python -m venv lex && lex/bin/pip install lexdays``), and name that environment's
Python here; the questions go to it through a pipe. Only whole-day questions that its form can state are asked: days,
weeks, months and court days, counted from a trigger, with the method of service.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections import Counter

from soordered.lawbook.examples_from_data import Example, examples

_ASK = """
import json, sys
import lexdays
pack = lexdays.rulepack("us/frcp")
answers = {}
for question in json.load(sys.stdin):
    found = {}
    for friday in ("safe", "holiday", "not_holiday"):
        try:
            found[friday] = pack.compute(
                question["trigger"], (question["n"], question["unit"]), direction=question["direction"],
                options={"service": question["service"], "observed_friday": friday},
            ).deadline.isoformat()
        except Exception as error:
            found[friday] = f"{type(error).__name__}: {error}"
    answers[question["id"]] = found
json.dump({"version": lexdays.__version__, "answers": answers}, sys.stdout)
"""

_SERVICE = {
    "": "electronic",
    "hand": "personal",
    "mail": "mail",
    "clerk": "leaving_with_clerk",
    "electronic": "electronic",
    "other_consented": "other_consented",
}
_UNITS = {
    "day": "day",
    "calendar day": "day",
    "week": "week",
    "month": "month",
    "business day": "business_day",
    "court day": "business_day",
}


def question(example: Example) -> dict[str, object] | None:
    """Put an example in the other engine's form, ``None`` if the form cannot state it."""
    number, _, words = example.period.partition(" ")
    unit = _UNITS.get(words.removesuffix("s"))
    if unit is None or example.given or example.clock or example.received or example.filing == "none":
        return None
    return {
        "id": example.id,
        "trigger": example.trigger,
        "n": int(number),
        "unit": unit,
        "direction": example.direction,
        "service": _SERVICE[example.service],
    }


def why_it_differs(example: Example) -> str:
    """Say what the difference turns on."""
    year = int(example.rule.rpartition("-")[2])
    if year < 2009:
        return f"it knows the text of today only; {example.rule} governs"
    if example.service == "electronic" and year < 2016:
        return "it gives no days for electronic service before 1 December 2016"
    if any(day.kind == "state" for day in example.days):
        return "it leaves the holidays of the state out of account"
    if any(day.kind == "closing" for day in example.days):
        return "it treats a day closed by order otherwise"
    if any(day.kind == "friday" for day in example.days):
        return "the Friday for a Saturday holiday"
    return "not explained"


def main() -> None:
    """Ask, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", required=True, help="the Python of an environment that has lexdays")
    parser.add_argument("--all", action="store_true", help="print each difference, not one of each kind")
    words = parser.parse_args()
    asked = {example.id: example for example in examples() if question(example) is not None}
    questions = json.dumps([question(example) for example in asked.values()])
    done = subprocess.run(
        [words.python, "-c", _ASK], input=questions, check=True, capture_output=True, text=True, timeout=300
    )
    found = json.loads(done.stdout)
    agree, declined, differ = 0, 0, []
    live, reasons = Counter[str](), Counter[str]()
    for name, answer in found["answers"].items():
        example, got = asked[name], answer["safe"]
        labels = [label for label, due in example.readings.items() if due == got]
        if got == example.prevailing:
            agree += 1
        elif ":" in got:  # it refuses, and says why: no wrong date
            declined += 1
        elif labels or got == example.act_by:
            live[labels[0] if labels else "the safe date"] += 1
        else:
            reasons[why_it_differs(example)] += 1
            differ.append((example, got))
    print(f"lexdays {found['version']}: {len(asked)} whole-day questions of {len(examples())} examples")
    print(f"  the prevailing date:          {agree}")
    print(f"  another reading that is live: {live.total()} ({', '.join(f'{n} {label}' for label, n in live.items())})")
    print(f"  no answer, and it says so:    {declined}")
    print(f"  no reading of ours:           {len(differ)}")
    seen: set[str] = set()
    for example, got in differ:
        why = why_it_differs(example)
        if why in seen and not words.all:
            continue
        seen.add(why)
        print(f"\n{example.id} ({reasons[why]} of this kind): {example.period} {example.direction} {example.trigger}")
        print(f"  lexdays {got}; expected {', '.join(f'{due} ({label})' for label, due in example.readings.items())}")
        print(f"  {why}. {example.why}")
        print(f"  Authority: {example.authority}")


if __name__ == "__main__":
    main()
