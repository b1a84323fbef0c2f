"""A log is a sequence that only grows, and whose earlier states stay as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.disputes.append_only import Log

_ITEMS = st.lists(st.integers(), max_size=300)


@given(items=_ITEMS)
def test_adding_one_by_one_is_the_list(items: list[int]) -> None:
    log: Log[int] = Log()
    for item in items:
        log = log.plus(item)

    assert items == list(log)
    assert (len(items), items[-1] if items else None) == (len(log), log.last)
    assert log == Log(items)
    assert hash(log) == hash(Log(items))


@given(items=_ITEMS, more=st.integers())
def test_what_was_held_before_is_still_held(items: list[int], more: int) -> None:
    log = Log(items)
    log.plus(more)

    assert items == list(log)


@given(items=_ITEMS.filter(bool), data=st.data())
def test_items_are_found_by_place(items: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(-len(items), len(items) - 1))

    assert items[place] == Log(items)[place]


@given(items=_ITEMS, start=st.integers(-5, 300), stop=st.integers(-5, 300))
def test_a_slice_is_a_tuple(items: list[int], start: int, stop: int) -> None:
    assert tuple(items[start:stop]) == Log(items)[start:stop]


@pytest.mark.parametrize("place", [0, -1, 5])
def test_a_place_that_is_none_is_refused(place: int) -> None:
    with pytest.raises(IndexError, match="of a log of 0"):
        Log[int]()[place]
