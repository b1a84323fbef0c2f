"""What a paper must say or look like, where a participle or a relative clause tells: "a letter … stating each side's view"."""

from __future__ import annotations

from soordered.orders.act_from_clause import Frame
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.norms import Find
from soordered.orders.patterns import Pattern
from soordered.orders.times_found import TimeFound
from soordered.rules.vocabulary import Facet

_CONTENTS = Pattern(
    r"(?<=[ ,])(?:(?:stating|naming|outlining|informing|explaining|describing|identifying|setting (?:out|forth)|detailing|listing|certifying|specifying|addressing|summarizing|proposing|attaching|apprising|giving (?:the|its|their|each))\s"
    r"|(?:that|which)\s(?:shall\s|must\s|will\s)?(?:references?|gives?|states?|sets?\s(?:out|forth)|identif(?:y|ies)|includes?|contains?|describes?|explains?|lists?|summarizes?|addresses|says?|quotes?)(?:,)?\s)[^.;]{8,400}"
)
_LOOKS = Pattern(
    r"(?<=[ ,])(?:in the form of|stamped|tabbed|marked|bearing|printed on|redacted|three-hole|hole-punched|double-sided|two-sided|single-spaced|double-spaced|endorsed by|in word\b(?! format)|in pdf\b(?! format)|in (?:numbered |tabbed )?binders|with tabbed|exhibits tabbed|redacted of)(?:\s[^.;,]{4,140}|\b)"
)
_OF_A_RULE = Pattern(
    r"\b(?:rules?|order|orders|procedures?)\s[\w.()-]{0,12},?\s?$"
)  # "Local Rule 37.2, which sets forth …"
_LIST = Pattern(r"\b(?:following|as follows)[^:.;]{0,60}:\s(?P<list>\((?:1|a|i)\)\s.{10,600})")
_TOLD = Pattern(
    r"(?<=[ ,])(?:(?:stating|naming|outlining|explaining|describing|identifying|setting (?:out|forth)|detailing|listing|certifying|specifying|addressing|summarizing|itemizing|saying|reporting|proposing|apprising|giving (?:the|its|their|each))\s"
    r"|(?:that|which)\s(?:shall\s|must\s)?(?:gives?|states?|sets?\s(?:out|forth)|identif(?:y|ies)|certif(?:y|ies)|describes?|explains?|lists?|summarizes?|itemizes?|recites?)\s|(?:supported|accompanied) by\s(?:an?|the|its)\s|with (?:an?|its|the) (?:declaration|certificate|certification|affidavit|attestation|proposed order)\b)[^.;]{0,300}"
)
_SHAPE = Pattern(
    r"(?<=[ ,(])(?:in word\b(?! format)|in pdf\b(?! format)|in (?:numbered |tabbed )?binders|(?:three-)?hole[ -]punched|(?:double|single|two|one)-(?:sided|spaced)(?: and (?:bound|stapled|tabbed))?|exhibits (?:tabbed|pre-marked|marked)|with tabbed exhibits|properly tabbed(?: and numbered)?"
    r"|in a form that [a-z ]{3,60}|redacted of [a-z ]{3,40}|highlighted in [a-z]+|stamped \"[^\"]{3,60}\"|marked \"[^\"]{3,60}\"|by (?:overnight courier|remote means)|times new roman[^.;]{0,30}|\d{2}[ -]point (?:font|type)|under oath|on one side of the (?:sheet|page|paper)(?: only)?)"
)
_PAPER_NEAR = Pattern(
    r"\b(?:letter|motion|brief|report|statement|notice|stipulation|request|log|affidavit|declaration|memorand|submission|filing|paper|cop(?:y|ies)|order|exhibits?|disclosures?|binders?|agenda|proposal|list|documents?|responses?|answers?|answer|application|set|text|instructions?)"
)
_WRITING_KINDS = frozenset(("file", "provide", "lodge", "request", "demand", "supplement", "serve", "meet", "notify"))


def contents_of_clause(
    folded: str, clause: Clause, frame: Frame, times: tuple[TimeFound, ...], taken: list[Find]
) -> list[Find]:
    """Return the typed spans of a clause that tell what its paper must say or look like.

    Args:
        folded: the clean text, folded.
        clause: the clause.
        frame: what it is about.
        times: its printed times; contents end where one begins.
        taken: spans already found in it, not to be found again.
    """
    if clause.verb_class not in _WRITING_KINDS and not frame.paper:
        return []
    found: list[Find] = []
    writing = clause.verb_class in _WRITING_KINDS
    for pattern, facet, production in (
        (_LIST, Facet.CONTENT_REQUIREMENT, "list of contents"),
        (_CONTENTS, Facet.CONTENT_REQUIREMENT, "contents"),
        (_LOOKS, Facet.FORMAT_REQUIREMENT, "looks"),
    ):
        if facet is Facet.CONTENT_REQUIREMENT and not writing:
            continue
        if facet is Facet.CONTENT_REQUIREMENT and not (
            frame.paper or clause.verb_class in {"request", "demand", "supplement", "serve"}
        ):
            continue
        match = pattern.search(folded, clause.nucleus[1], clause.end)
        if match is None or (
            match[0].startswith(("which", "that")) and _OF_A_RULE.search(folded, clause.nucleus[1], match.start())
        ):
            continue
        start, end = match.span("list") if pattern is _LIST else match.span()
        end = min([end, *(time.start for time in times if time.start > start + 8)])
        while folded[end - 1] in " ,.":
            end -= 1
        if all(end <= one.start or one.end <= start for one in (*taken, *found) if one.facet is not Facet.DUTY):
            found.append(Find(facet=facet, start=start, end=end, production=production))
    return found


def hung_on_papers(folded: str, start: int, end: int, taken: list[Find]) -> list[Find]:
    """Return what participles and relative clauses of a sentence tell of its papers, wherever in it they stand.

    Example: "the log, double-sided and listing each custodian, is due Monday" tells a look and a content.

    Args:
        folded: the clean text, folded.
        start: first character of the sentence.
        end: after its last.
        taken: spans already found in it; one of the same kinds is not found again.
    """
    found: list[Find] = []
    for pattern, facet, production in (
        (_TOLD, Facet.CONTENT_REQUIREMENT, "told of a paper"),
        (_SHAPE, Facet.FORMAT_REQUIREMENT, "shape of a paper"),
    ):
        for match in pattern.finditer(folded, start, end):
            if (
                _PAPER_NEAR.search(folded, max(start, match.start() - 120), match.start()) is None
                and match.start() > start + 4
            ):
                continue
            last = match.end()
            for one in taken:
                if one.facet not in _PAPER_FACETS and match.start() + 8 < one.start < last:
                    last = one.start
            while last > match.start() and folded[last - 1] in " ,.(":
                last -= 1
            if last - match.start() >= _LEAST and all(
                last <= one.start or one.end <= match.start() for one in (*taken, *found) if one.facet in _PAPER_FACETS
            ):
                found.append(Find(facet=facet, start=match.start(), end=last, production=production))
    return found


_PAPER_FACETS = frozenset((Facet.CONTENT_REQUIREMENT, Facet.FORMAT_REQUIREMENT, Facet.COPIES, Facet.SANCTION))
_LEAST = 7
