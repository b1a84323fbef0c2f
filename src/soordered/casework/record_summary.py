"""What every act asks of a record before anything else, kept as it grows instead of counted again."""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass, field

from soordered.casework.ports import LoadedMatter
from soordered.disputes.names import Side
from soordered.record.acts import AudienceChanged, MatterOpened, SittingHeld
from soordered.record.entry import Header, MatterId

_SIDES = frozenset({Side.PLAINTIFF.value, Side.DEFENDANT.value})
_KEPT = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSummary:
    """A record in short.

    Args:
        version: how many entries it covers.
        last: the last header it covers.
        opened: the caption, as put right last.
        sitting: when motions are heard, as put on the record last.
        readers: how many entries each may read, by the names of audiences.
        shared: whether both sides may read every entry, as long as no audience was changed.
    """

    version: int = 0
    last: Header | None = None
    opened: MatterOpened | None = None
    sitting: SittingHeld | None = None
    readers: Counter[str] = field(default_factory=Counter)
    shared: bool = True


class RecordSummaries:
    """The summaries of the matters looked at last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[MatterId, RecordSummary] = OrderedDict()

    def of(self, loaded: LoadedMatter) -> RecordSummary:
        """Return the summary of a record; what is kept counts only while the record goes on from it.

        Args:
            loaded: the matter.
        """
        kept = self._kept.get(loaded.matter)
        if (
            kept is None
            or not 0 < kept.version <= loaded.version
            or loaded.entries[kept.version - 1].header != kept.last
        ):
            kept = RecordSummary()
        if kept.version < loaded.version:
            kept = _grown(kept, loaded)
        self._kept[loaded.matter] = kept
        self._kept.move_to_end(loaded.matter)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept


def _grown(summary: RecordSummary, loaded: LoadedMatter) -> RecordSummary:
    readers, opened, sitting, shared = Counter(summary.readers), summary.opened, summary.sitting, summary.shared
    for place in range(summary.version, loaded.version):
        entry = loaded.entries[place]
        readers.update(entry.header.visible_to)
        shared = shared and _SIDES.issubset(entry.header.visible_to)
        match entry.act:
            case MatterOpened():
                opened = entry.act
            case SittingHeld():
                sitting = entry.act
            case AudienceChanged():
                shared = False
            case _:
                pass
    return RecordSummary(
        version=loaded.version,
        last=loaded.entries[loaded.version - 1].header,
        opened=opened,
        sitting=sitting,
        readers=readers,
        shared=shared,
    )
