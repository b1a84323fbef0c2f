"""The pages of an image file and how large they are, told from its head alone: before anything unpacks it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from soordered.intake.limits import Limits, OverLimitError, UnreadableFormError

_DAMAGED = "the image is damaged"
_REMEDY = "Open it in a viewer, save it as PNG or PDF, and read that."
_METRE = 39.3701  # inches
_LETTER = 8.5  # inches: the width of the paper of a federal court
_FINENESS = range(60, 1_300)  # dots an inch that a scan may claim


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSize:
    """One page of an image file.

    Args:
        width: in dots.
        height: in dots.
        dots_an_inch: as the file claims, else as letter paper of this width would have.
    """

    width: int
    height: int
    dots_an_inch: float


def picture_sizes(data: bytes, *, name: str, limits: Limits) -> list[PictureSize]:
    """Return the sizes of an image file's pages.

    Args:
        data: a PNG, a JPEG or a TIFF.
        name: the file, for messages.
        limits: how much is read.

    Raises:
        UnreadableFormError: it is none of these, or damaged.
        OverLimitError: an image larger than can be unpacked, or too many pages.
    """
    try:
        if data.startswith(b"\x89PNG"):
            sizes = [_png(data)]
        elif data.startswith(b"\xff\xd8"):
            sizes = [_jpeg(data)]
        elif data.startswith((b"II*\x00", b"MM\x00*")):
            sizes = _tiff(data, limits.scanned_pages + 1)
        else:
            raise UnreadableFormError(name, what="it is an image of a kind that is not read", remedy=_REMEDY)
    except (struct.error, IndexError, ValueError) as trouble:
        raise UnreadableFormError(name, what=_DAMAGED, remedy=_REMEDY) from trouble
    if len(sizes) > limits.scanned_pages:
        raise OverLimitError(
            name, what=f"more than {limits.scanned_pages:,} pages of images", most=f"{limits.scanned_pages:,}"
        )
    for size in sizes:
        if size.width < 1 or size.height < 1:
            raise UnreadableFormError(name, what=_DAMAGED, remedy=_REMEDY)
        if size.width * size.height > limits.pixels:
            raise OverLimitError(
                name, what=f"an image of {size.width:,} by {size.height:,} dots", most=f"{limits.pixels:,} dots"
            )
    return sizes


def _size(width: int, height: int, claimed: float) -> PictureSize:
    sure = round(claimed) in _FINENESS
    return PictureSize(width=width, height=height, dots_an_inch=claimed if sure else max(1.0, width / _LETTER))


def _png(data: bytes) -> PictureSize:
    width, height = struct.unpack_from(">II", data, 16)
    claimed = 0.0
    place = 8
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind == b"pHYs":
            across, _, unit = struct.unpack_from(">IIB", data, place + 8)
            claimed = across / _METRE if unit == 1 else 0.0
        if kind in (b"IDAT", b"IEND"):
            break
        place += 12 + length
    return _size(width, height, claimed)


def _jpeg(data: bytes) -> PictureSize:
    claimed = 0.0
    place = 2
    while True:
        while data[place] == 0xFF and data[place + 1] == 0xFF:
            place += 1
        if data[place] != 0xFF:
            raise ValueError(place)
        kind = data[place + 1]
        if kind in range(0xD0, 0xD8) or kind == 0x01:
            place += 2
            continue
        (length,) = struct.unpack_from(">H", data, place + 2)
        if kind == 0xE0 and data[place + 4 : place + 9] == b"JFIF\x00":
            unit, across = struct.unpack_from(">BH", data, place + 11)
            claimed = across * {1: 1.0, 2: 2.54}.get(unit, 0.0)
        if kind in range(0xC0, 0xD0) and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, place + 5)
            return _size(width, height, claimed)
        if length < 2:
            raise ValueError(length)
        place += 2 + length


def _tiff(data: bytes, most: int) -> list[PictureSize]:
    order = "<" if data[:2] == b"II" else ">"
    (place,) = struct.unpack_from(f"{order}I", data, 4)
    sizes: list[PictureSize] = []
    seen: set[int] = set()
    while place and len(sizes) < most:
        if place in seen:
            raise ValueError(place)  # a chain of pages that bites its tail
        seen.add(place)
        (count,) = struct.unpack_from(f"{order}H", data, place)
        fields: dict[int, float] = {}
        for entry in range(place + 2, place + 2 + 12 * count, 12):
            tag, kind, _ = struct.unpack_from(f"{order}HHI", data, entry)
            if kind == 3:
                fields[tag] = struct.unpack_from(f"{order}H", data, entry + 8)[0]
            elif kind == 4:
                fields[tag] = struct.unpack_from(f"{order}I", data, entry + 8)[0]
            elif kind == 5 and tag == 282:
                (at,) = struct.unpack_from(f"{order}I", data, entry + 8)
                above, below = struct.unpack_from(f"{order}II", data, at)
                fields[tag] = above / below if below else 0.0
        inch = {2: 1.0, 3: 2.54}.get(int(fields.get(296, 2)), 0.0)
        sizes.append(_size(int(fields.get(256, 0)), int(fields.get(257, 0)), fields.get(282, 0.0) * inch))
        (place,) = struct.unpack_from(f"{order}I", data, place + 2 + 12 * count)
    return sizes
