"""With what force a clause binds: must, must not, may, court may, court will."""

from __future__ import annotations

from soordered.orders.clauses_from_sentences import Clause
from soordered.rules.vocabulary import Bearer, Modality

_MUST = frozenset(
    [
        "shall",
        "must",
        "should",
        "will",
        "ordered",
        "directed",
        "required",
        "instructed",
        "requested",
        "orders",
        "order",
        "directs",
        "direct",
        "requires",
        "expects",
        "expected",
        "duty",
        "command",
        "please",
        "directing",
        "ordering",
        "requiring",
        "cautioned",
        "obligated",
        "obliged",
        "reminded",
    ]
) | {"is to", "need to", "needs to", "has to", "have to"}
_MAY = frozenset(
    [
        "may",
        "can",
        "permitted",
        "authorized",
        "welcome",
        "free",
        "allowed",
        "permits",
        "allows",
        "permitting",
        "authorizing",
        "excused",
        "invited",
        "encouraged",
        "urged",
    ]
)
_ASKED = frozenset(
    ("required", "requested", "expected", "obligated", "obliged")
)  # "is not required to": is free not to
_ABSTAINS = frozenset(("refrain", "cease", "abstain", "desist"))
_MUST_NOT = frozenset(
    ["prohibited", "forbidden", "barred", "restrained", "enjoined", "precluded", "cannot", "prohibits"]
)


def modality_of_clause(clause: Clause, bearer: Bearer | None, predicate: str) -> Modality | None:
    """Return the force of a clause, ``None`` when its words bind nobody ("encouraged to").

    Example: "may only be used" forbids every other use; "need not appear" allows.

    Args:
        clause: the clause.
        bearer: who is named, if anybody.
        predicate: the words after the verb, folded.
    """
    modal = clause.modal
    if clause.verb in _ABSTAINS and modal in _MUST:
        return Modality.MUST if clause.negated else Modality.MUST_NOT
    if bearer is Bearer.COURT and modal in ("may", "will"):
        return Modality.COURT_MAY if modal == "may" else Modality.COURT_WILL
    if modal == "need not":
        return Modality.MAY
    if modal == "excused" or (clause.negated and modal in _ASKED):
        return Modality.MAY
    if modal in _MUST_NOT:
        return Modality.MUST_NOT
    if modal in ("encouraged", "urged", "invited"):
        return None
    if modal in _MAY:
        if clause.negated:
            return Modality.MUST_NOT
        return (
            Modality.MUST_NOT
            if predicate.lstrip().startswith(("only ", "no more than ", "not more than ", "no fewer "))
            or " solely " in f" {predicate} "
            else Modality.MAY
        )
    if modal in _MUST or modal.endswith(" to"):
        return Modality.MUST_NOT if clause.negated else Modality.MUST
    return None
