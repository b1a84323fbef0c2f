"""Where: rooms, addresses and ways to attend, as printed after "in", "at" or "by"."""

from __future__ import annotations

from soordered.orders.patterns import Pattern

_ROOM = Pattern(
    r"\b(?:in|at)\s(?:the\s)?(?=[A-Z]|courtroom\s(?:no\b|number\b|#|\d))(?P<place>[^.;]{0,40}?(?:[Cc]ourtroom|[Rr]oom|[Cc]hambers|[Cc]ourthouse|[Bb]uilding|[Ff]loor|Division|Library)\b[^;]{0,160})"
)
_CITY = Pattern(
    r"\b(?:in|at)\s(?P<place>[A-Z][A-Za-z.]+(?:\s[A-Z][A-Za-z.]+){0,3}(?:,\s[A-Z][A-Za-z. ]+)?)(?=\s(?:before|on)\b|[.;]|$)"
)
_ONLY = Pattern(
    r"\b(?:(?:by|via)\s)?(?:Zoom|[Vv]ideo ?conference|[Tt]elephone|[Ii]n [Pp]erson)\s(?:[Oo]nly|webinar)\b|(?<=[ ,])(?:by|via)\s(?:Zoom|[Vv]ideo ?conference)\b"
)
_OFFICE = Pattern(
    r"\b(?:in|at)\s(?:(?:the|its|their|his|her)\s)(?P<place>(?:[a-z']+\s){0,3}?(?:chambers|offices?)\b(?:\sof\s[^,.;]{3,60})?(?:\sin\s[A-Z][A-Za-z ]{2,30})?)"
)
_ENDS = Pattern(
    r"\s(?:before\s(?:the\s)?(?:Honorable|Hon\.|Judge|Magistrate|Chief|United)|before\s[A-Z]|regarding|to\s[a-z]+|for\s(?:the|a|purposes)|in an effort|with\s|on\s(?:[A-Z]|\d)|at\s\d|by\s(?:tele|video|no)|and\s(?:shall|must|will)|unless|concerning|about|from\s\d)"
    r"|\.\s+[A-Z(\[\"]|\.$|;\s|\s\(|\.\)"
)
_ABBREVIATED = Pattern(r"(?:U\.S|(?<![A-Za-z])[A-Z]|St|Ave|Blvd|Fl|Rm|Bldg|N|S|E|W)\.\s")


def place_after(clean: str, at: int, end: int) -> tuple[int, int] | None:
    """Return where a room or an address is printed between two places, ``None`` if none is.

    Example: "on Fridays, in Courtroom A, 15th Floor, before Judge Doe" gives "Courtroom A, 15th Floor".

    Args:
        clean: the clean text, capitals kept: a place begins with one.
        at: where to begin.
        end: where to stop.
    """
    only = _ONLY.search(clean, at, end)
    if only is not None:
        return only.span()
    room = _ROOM.search(clean, at, end)
    found = room or _CITY.search(clean, at, end) or _OFFICE.search(clean, at, end)
    if found is None:
        return None
    start, stop = found.span("place")
    limit = stop
    cut = start
    while True:
        mark = _ENDS.search(clean, cut, min(limit + 2, end))
        if mark is None:
            break
        if mark[0].startswith(".") and _ABBREVIATED.search(clean, max(start, mark.start() - 5), mark.start() + 2):
            cut = max(mark.end() - 1, mark.start() + 1)
            continue
        limit = mark.start()
        break
    while limit > start and clean[limit - 1] in " ,.-":
        limit -= 1
    return (start, limit) if limit - start > 2 else None
