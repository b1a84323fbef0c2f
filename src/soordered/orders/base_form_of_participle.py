"""The verb a past participle belongs to, so that "shall be combined" is written as the act "combine".

English spells it by the letters before *-ed*; what the spelling cannot tell stands in the tables of exceptions.
"""

from __future__ import annotations

_IRREGULAR = {
    "brought": "bring",
    "borne": "bear",
    "begun": "begin",
    "bound": "bind",
    "chosen": "choose",
    "come": "come",
    "cut": "cut",
    "done": "do",
    "drawn": "draw",
    "found": "find",
    "given": "give",
    "gone": "go",
    "had": "have",
    "heard": "hear",
    "held": "hold",
    "kept": "keep",
    "known": "know",
    "laid": "lay",
    "left": "leave",
    "made": "make",
    "met": "meet",
    "overseen": "oversee",
    "paid": "pay",
    "put": "put",
    "read": "read",
    "reset": "reset",
    "said": "say",
    "seen": "see",
    "sent": "send",
    "set": "set",
    "shown": "show",
    "sought": "seek",
    "spoken": "speak",
    "stricken": "strike",
    "struck": "strike",
    "submitted": "submit",
    "taken": "take",
    "told": "tell",
    "undertaken": "undertake",
    "withdrawn": "withdraw",
    "withheld": "withhold",
    "written": "write",
}
_DOUBLED_IN_THE_VERB = ("ll", "ss", "ff", "zz")
_ONE_L = frozenset(
    ("cancelled", "controlled", "compelled", "enrolled", "labelled", "expelled", "dispelled", "modelled")
)
_NO_E_AFTER = (
    "oin", "ain", "ein", "oid", "oad", "ead", "eed", "ear", "air", "oor", "our", "aim", "ail", "eal", "oil", "eat",
    "ait", "eet", "oot", "out", "eak", "eek", "ook", "ief", "eep", "oup", "oom", "eem", "eam", "een", "oon", "eel",
    "er", "or", "en", "on", "ow", "ay", "oy", "ey",
)  # fmt: skip
_E_AFTER = (
    "c", "v", "u", "z", "dg", "rg", "ng", "at", "ut", "et", "ot", "ud", "id", "ad", "od", "ir", "ar", "ur", "in", "un",
    "im", "am", "um", "om", "yp", "ik", "ak", "ok", "il", "ul", "ol", "ib", "ap", "ip", "op", "as", "es", "is", "os",
    "us", "rs", "ns", "bl", "dl", "tl", "pl", "gl", "kl", "cl", "fl", "ag", "ys", "yz", "iz",
)  # fmt: skip
_WITH_E = frozenset(("cit", "invit", "recit", "excit", "unit", "postpon", "interven", "conven", "stor", "explor", "ignor", "pleas", "ceas", "leas", "releas", "increas", "decreas", "rais", "prais", "advis", "clos", "caus", "hous", "us", "induc", "writ"))  # fmt: skip
_WITHOUT_E = frozenset(
    ("develop", "target", "market", "budget", "interpret", "visit", "focus", "canvas", "bias", "gallop", "envelop",
     "pilot", "pivot", "ballot", "belong")
)  # fmt: skip


def base_form(participle: str) -> str:
    """Return the verb of a past participle, lower case; a word that is none comes back as it is.

    Examples: ``"combined"`` is ``combine``, ``"referred"`` is ``refer``, ``"made"`` is ``make``.
    """
    word = participle.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.endswith("ed") or len(word) < 4:
        return word
    stem = word[:-2]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = stem[-1] == stem[-2] and stem[-1] not in "aeiou"
    if doubled and (word in _ONE_L or not stem.endswith(_DOUBLED_IN_THE_VERB)):
        return stem[:-1]
    if doubled or stem in _WITHOUT_E:
        return stem
    if stem in _WITH_E or stem.endswith("e"):
        return stem + "e"
    if stem.endswith(_NO_E_AFTER):
        return stem
    return stem + "e" if stem.endswith(_E_AFTER) else stem
