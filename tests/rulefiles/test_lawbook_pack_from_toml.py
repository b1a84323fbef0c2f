"""A pack is written and read back as it was, and no two packs share what is signed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.lawbook.shipped_files import LawbookPack
from soordered.rulefiles.accepted_packs_from_toml import (
    AcceptedPack,
    AcceptedPacks,
    accepted_packs_from_toml,
    toml_from_accepted_packs,
)
from soordered.rulefiles.lawbook_pack_from_toml import (
    LawbookPackError,
    PackSignature,
    lawbook_pack_from_toml,
    signed_message,
    toml_from_lawbook_pack,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip)
VERSIONS = st.from_regex(r"20[0-9]{2}\.[1-9]\.[1-9](?:-[a-z]{1,4})?", fullmatch=True)
NAMES = st.sampled_from(
    ["time/federal", "time/states/CA", "time/notices/ca9", "time/courts_of_appeals", "rules/cand", "orders/x-y-2010"]
)
BODIES = st.sampled_from(["", "a = 1\n", "# Ünïcode\r\nb = '\t'\n", 'c = "\\u0000"\n', "e = 2"])
PACKS = st.builds(
    LawbookPack,
    VERSIONS,
    st.dictionaries(NAMES, BODIES.filter(str.strip), min_size=1, max_size=4),
    WORDS,
)
SIGNATURES = st.none() | st.builds(
    PackSignature, st.from_regex(r"[0-9a-f]{64}", fullmatch=True), st.binary(min_size=1, max_size=64)
)


def parts(pack: LawbookPack, follows: str) -> tuple[object, ...]:
    return pack.version, follows, pack.words, tuple(sorted(pack.files.items()))


@given(pack=PACKS, follows=VERSIONS, signature=SIGNATURES)
def test_what_is_written_is_read_back(pack: LawbookPack, follows: str, signature: PackSignature | None) -> None:
    text = toml_from_lawbook_pack(pack, follows=follows, signature=signature)
    read = lawbook_pack_from_toml(text, name="pack.toml")

    assert parts(read.pack, read.follows) == parts(pack, follows)
    assert read.signature == signature
    assert toml_from_lawbook_pack(read.pack, follows=read.follows, signature=read.signature) == text


@given(one=PACKS, other=PACKS, follows=st.tuples(VERSIONS, VERSIONS))
def test_two_packs_share_what_is_signed_only_if_they_are_the_same(
    one: LawbookPack, other: LawbookPack, follows: tuple[str, str]
) -> None:
    same = signed_message(one, follows=follows[0]) == signed_message(other, follows=follows[1])

    assert same == (parts(one, follows[0]) == parts(other, follows[1]))


@given(text=st.text(max_size=200) | WORDS.map(lambda words: f'version = "2027.1.1"\nfollows = {words}'))
def test_any_other_text_is_refused_in_our_words(text: str) -> None:
    with pytest.raises(LawbookPackError, match="Get the pack again"):
        lawbook_pack_from_toml(text, name="pack.toml")


@given(
    packs=st.lists(
        st.builds(
            AcceptedPack,
            file=st.from_regex(r"pack-[0-9.]{1,9}\.toml", fullmatch=True),
            sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
            unsigned=st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_list_of_accepted_packs_is_read_back(packs: list[AcceptedPack]) -> None:
    listed = AcceptedPacks("2026.11.1", tuple(packs))

    assert accepted_packs_from_toml(toml_from_accepted_packs(listed), name="accepted.toml") == listed
