from __future__ import annotations

import pytest

from soordered.orders.base_form_of_participle import base_form
from soordered.orders.order_reading import read_order
from soordered.rules.vocabulary import Other


@pytest.mark.parametrize(
    ("participle", "verb"),
    [
        ("made", "make"), ("sought", "seek"), ("stricken", "strike"), ("set", "set"),  # irregular
        ("notified", "notify"), ("certified", "certify"),  # a y
        ("referred", "refer"), ("permitted", "permit"), ("stapled", "staple"), ("tabbed", "tab"),  # a doubled letter
        ("called", "call"), ("addressed", "address"), ("cancelled", "cancel"),  # doubled in the verb, or not
        ("combined", "combine"), ("joined", "join"), ("defined", "define"), ("explained", "explain"),  # -in
        ("filed", "file"), ("mailed", "mail"), ("sealed", "seal"), ("compiled", "compile"),  # -il, -al
        ("cited", "cite"), ("limited", "limit"), ("prohibited", "prohibit"), ("invited", "invite"),  # -it
        ("required", "require"), ("repaired", "repair"), ("prepared", "prepare"), ("appeared", "appear"),  # -ir, -ar
        ("ordered", "order"), ("stored", "store"), ("monitored", "monitor"), ("postponed", "postpone"),  # -er, -or, -on
        ("used", "use"), ("based", "base"), ("agreed", "agree"), ("proceeded", "proceed"), ("e-mailed", "e-mail"),
        ("file", "file"), ("bed", "bed"), ("", ""),  # no participle
    ],
)  # fmt: skip
def test_the_verb_of_a_participle(participle: str, verb: str) -> None:
    assert base_form(participle) == verb


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The room shall be cleaned by the parties.", "clean the room"),
        ("All tables and chairs, where moved, shall be arranged by the parties.", "arrange all tables and chairs"),
    ],
)
def test_an_act_no_table_knows_is_told_by_its_verb_and_object(sentence: str, act: str) -> None:
    acts = [rule.act for rule in read_order(sentence, name="order").rulebook.rules]

    assert Other(act) in acts
