"""What a sentence reports rather than orders: past acts, what a party says or asks, what a rule provides.

Productions:

* *past act*   "On May 3, 2020, the Court issued an order directing that …": the sentence opens with the day of a past act
* *earlier*    "the Court previously set a deadline of …", "in its order of May 3 the Court required …"
* *assertion*  "plaintiff states that it will produce them by June 1", "defendant asks that the time be extended to …"
* *rule*       "Local Rule 251 requires that a statement be on file seven days before"

A time in the reported part limits nobody. An order that follows in the same sentence ("… and it is ordered that") ends the report.
"""

from __future__ import annotations

import re

from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.words_of_times import DATE

_ORDERS = Pattern(
    r"\b(?:it is|is|are)\s(?:hereby\s|further\s|so\s|therefore\s|now\s)*(?:ordered|directed|granted|extended|continued|reset|vacated|set|rescheduled)\b"
    r"|\bhereby\b|\b(?:court|undersigned)\s(?:now\s|also\s|further\s|therefore\s|accordingly\s)?(?:orders|directs|sets|extends|grants|continues|resets)\b|\bordered that\b"
)
_COMMANDS = Pattern(
    r"\b(?:it is|is|are)\s(?:hereby\s|further\s|so\s|therefore\s|now\s)*(?:ordered|directed)\b(?! to this)|\bhereby\s(?:orders|directs|ordered)\b|\bcourt\s(?:orders|directs)\b"
)
_SUBJECT = r"(?:plaintiffs?|defendants?|the parties|counsel|movants?|the government|petitioners?|respondents?|debtors?|[a-z]+ counsel)"
_ASSERTS = Pattern(
    rf"\b{_SUBJECT}(?:\s(?!(?:must|shall|will|may|should|to|a|an|the|of|and|who)\s)[a-z.]+){{0,3}}?\s(?:also\s|further\s|now\s|jointly\s|each\s)?"
    r"(?:(?:states?|represents?|argues?|contends?|asserts?|claims?|alleges?|explains?|advises?|indicates?|reports?|says?|believes?|note|notes|respond|responds)(?:\sthat|\sthey|\sit)\b"
    r"|(?:stated|represented|argued|contended|asserted|claimed|alleged|explained|indicated|reported|said|requested|sought|asked|moved|proposed|suggested)\b(?!\s(?:part(?:y|ies)|defendants?|plaintiffs?)\b)"
    r"|(?:requests?|seeks?|asks?|proposes?|moves?)\s(?:that|an?\s(?:extension|order|additional|continuance)|additional|until|for\s(?:an|more|additional|leave)|to\s(?:extend|continue|compel|modify|vacate|reset)|the court)\b)"
)
_IF_SO = re.compile(r"\s*(?:if|where|when|should|unless|in the event|to the extent)\b[^,;]{0,120}$")
_THEN = Pattern(r",\s[^;]{3,160}?\b(?:shall|must|will|is|are)\b")
_DAY = re.sub(r"\?P<[a-z0-9]+>", "?:", DATE)
_OPENS_WITH_DAY = Pattern(
    rf"\s*(?:on\s(?:or about\s)?{_DAY}|(?:in|by|per|pursuant to)\s(?:an?|its|the|this court's)\s(?:[a-z]+\s){{0,3}}order\s(?:dated|of|entered|entered on|filed|filed on)\s{_DAY}|(?:in|by)\s(?:its|the|an)\s{_DAY},?\s(?:[a-z]+\s){{0,3}}order|in\s(?:the|that|its|this court's)\s(?:prior\s|previous\s|earlier\s)?order),?\s"
)
_BINDS = Pattern(r"\b(?:shall|must|will|may|is to|are to|orders|directs|ordered to|directed to)\b")
_PAST = Pattern(
    r"\b(?:issued|entered|filed|ordered|directed|granted|denied|referred|moved|served|set|requested|submitted|signed|extended|continued|vacated|scheduled|notified|sent|received|conferred|came|was|were|had|required|stayed|imposed|adopted|approved|removed|commenced|propounded|noticed|withdrew|advised|informed|agreed)\b"
)
_EARLIER = Pattern(
    r"\b(?:court|judge(?:\s[a-z.-]+){1,3}|undersigned|clerk|order)\s(?:has\s|had\s)?(?:previously|originally|initially|earlier|already)\s(?:[a-z]+ed|set|gave|held|found|chosen|given)\b"
    r"|\b(?:previous|prior|original|initial|earlier|existing|current|operative)\s(?:[a-z]+\s){0,3}order\s(?:set|required|provided|directed|established|gave)\b"
)
_TOLD = Pattern(
    r"\b(?:the court|judge\s[a-z.-]+|the undersigned)\s(?:then\s|also\s|further\s)?(?:ordered|directed|instructed|required|set|gave|allowed|extended)\b(?!:)|^\s*(?:pursuant to|upon|per)\s(?:the|an?|its|this court's)\s(?:[a-z]+\s){0,3}(?:order|stipulation|request|agreement)\b(?!.{0,300}\b(?:shall|must|may|will|is|are)\b)"
)
_RULE = Pattern(
    r"(?<!that )(?<!which )(?<!as )\b(?:rules?|l\.\s?r\.|section|§)\s[\w().-]+(?:\s[\w().-]+)?\s(?:requires?|required|provides?|provided|gives?|allows?|permits?|contemplates?|sets?)\s(?=that\b|an?\b|the\b|such\b|service\b|filing\b|notice\b|at least\b|no \b|\d)"
)
_ROOM = 700


def orders_now(folded: str) -> bool:
    """Say whether a text orders something in the present; then what "the Court ordered" is told of the past."""
    return _COMMANDS.search(folded) is not None


def reported(folded: str, sentence: Sentence, at: int, *, operative: bool = False) -> bool:
    """Say whether what stands at a place of a sentence is reported, and so binds nobody.

    Example: the day in "plaintiff represents that it will produce them by June 1".

    Args:
        folded: the clean text, folded.
        sentence: the sentence.
        at: the place, in characters.
        operative: whether the text orders elsewhere in the present.
    """
    start = max(sentence.start, at - _ROOM)
    lead = folded[start:at]
    if _ORDERS.search(lead) is not None:
        return False
    if operative and _TOLD.search(lead) is not None:
        return True
    if _EARLIER.search(lead) is not None or _RULE.search(lead) is not None or _asserts(lead):
        return True
    opening = _OPENS_WITH_DAY.match(folded, sentence.start, sentence.end)
    if opening is None:
        return False
    binds = _BINDS.search(folded, opening.end(), sentence.end)
    past = _PAST.search(folded, opening.end(), sentence.end)
    return past is not None and (binds is None or past.start() < binds.start())


def _asserts(lead: str) -> bool:
    """Say whether a party asserts, requests or proposed something before a place, and not merely in a condition."""
    said = _ASSERTS.search(lead)
    if said is None:
        return False
    if_so = _IF_SO.match(lead, 0, said.end())
    return if_so is None or _THEN.search(lead, said.end()) is None
