"""Whether a text is an order at all: the words of courts and of procedure in it, words that bind, and lines of program code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from soordered.orders.patterns import Pattern

_LOOKED_AT = 200_000
_FEWEST_LINES = 5
_MOST_CODE = 0.25

_COURT_WORD = Pattern(
    r"\b(courts?|courtrooms?|judges?|magistrates?|plaintiffs?|defendants?|petitioners?|respondents?|counsel|attorneys?|litigants?|"
    r"motions?|dockets?|dkt|pleadings?|chambers|stipulations?|stipulate|depositions?|subpoenas?|pretrial|ordered|ecf|cm/ecf|"
    r"(?:status|scheduling|settlement|case management|motion) (?:conferences?|hearings?|reports?|statements?)|"
    r"sanctions?|f\.?r\.?civ\.?p|fed\. ?r\.|l\. ?r\.|local rules?)(?!\w)",
    re.IGNORECASE,
)
_PROCEDURE_WORD = Pattern(
    r"\b(part(?:y|ies)|hearings?|complaint|clerks?|discovery|trials?|jury|conferences?|mediation|briefs?|briefing|opposition|opposing|"
    r"repl(?:y|ies)|filings?|filed|file|serve|served|service|lodge|confer|demand|meeting|letters?|disclosures?|leave|orders?)\b",
    re.IGNORECASE,
)
_BINDING = Pattern(
    r"\b(shall|must|may|ordered|orders|directed|required|requires|prohibited|permitted|forbidden|granted|denied|due|no later than|"
    r"on or before|will|is set|are set|reset|vacated|continued|stayed|referred|reassigned|adjourned)\b",
    re.IGNORECASE,
)
_CODE_LINE = Pattern(
    r"\s*(?:(?:from\s+\S+\s+)?import\s+[\w{*.,\s]+$|def\s+\w+\s*\(|class\s+\w+\s*[(:{]|#include\b"
    r"|(?:public|private|static|const|let|var|function|return|package|using|void|int)\s[^.]*[;{(=]|@\w+(?:\(|$)"
    r"|(?:if|for|while|elif|else|try|except|with|match|case)\b.*[:{]\s*$|[)}\]]+\s*[;,:{]*\s*$|.*\{\s*$|(?!.*(?:[A-Za-z,'’]+ ){4}|\s*(?:[-*•·▪o]\s+|\(?\w{1,4}[.)]\s+)?[A-Z][a-z]+ [^=()<>\[\]{}]*;|\s*(?:[-*•·▪o]|\(?\w{1,4}[.)])\s+[A-Za-z]).*;\s*$|\w[\w.\[\]]*\s*[-+*/|]?=[^=]\s*\S*"
    r"|</?\w+[^>]*>|//|/\*|\#!|[\w.]+\([^()]*\)\s*$|[\"'].*[\"'],?\s*$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsOfOrder:
    """What speaks for and against a text's being an order.

    Args:
        court_words: how many different words that only courts and their papers use.
        procedure_words: how many different words that procedure uses too.
        binding_words: how many different words that bind, permit or rule.
        code_share: the share of its lines that look like a program's.
    """

    court_words: int
    procedure_words: int
    binding_words: int
    code_share: float

    @property
    def is_program(self) -> bool:
        """Whether the lines look like a program's or a data file's."""
        return self.code_share > _MOST_CODE

    @property
    def is_order(self) -> bool:
        """Whether to read it. A ruling without a rule in it is an order too; a recipe, a letter home or a program is none."""
        if self.is_program:
            return False
        spoken = self.court_words + self.procedure_words
        return self.court_words >= 2 or (self.binding_words >= 1 and (spoken >= 2 or self.court_words >= 1))


def signs_of_order(original: str) -> SignsOfOrder:
    """Look for a court's words in a text.

    Args:
        original: the text as its file holds it; its first 200,000 characters are looked at.
    """
    text = original[:_LOOKED_AT]
    lines = [line[:300] for line in text.splitlines() if line.strip()]
    code = sum(_CODE_LINE.match(line) is not None for line in lines)
    return SignsOfOrder(
        court_words=len({word.lower().removesuffix("s") for word in _COURT_WORD.findall(text)}),
        procedure_words=len({word.lower().removesuffix("s") for word in _PROCEDURE_WORD.findall(text)}),
        binding_words=len({word.lower() for word in _BINDING.findall(text)}),
        code_share=code / len(lines) if len(lines) >= _FEWEST_LINES else 0.0,
    )
