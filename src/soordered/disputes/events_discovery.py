"""Events of the discovery ledger, of filings and their chambers copies, and of supplements."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from soordered.disputes.happening import Happening
from soordered.disputes.names import RequestType


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveryServed(Happening):
    """A discovery request was served; ``about`` is its id.

    Args:
        type: interrogatory, production, admission or subpoena.
        number: its number, as printed.
        text: its words.
        service: how it was served (``mail``, ``ecf``, ``hand``, ``email`` …).
        to: id of who must answer.
        compliance_on: for a subpoena, the day named for compliance.
    """

    type: RequestType
    number: str = ""
    text: str = ""
    service: str = ""
    to: str = ""
    compliance_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveryAnswered(Happening):
    """A request was answered or objected to; ``about`` is the request.

    Args:
        text: the answer's words.
        objected: whether it only objects.
        service: how it was served.
    """

    text: str = ""
    objected: bool = False
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorLearned(Happening):
    """A party learned that a disclosure is incomplete or incorrect; ``about`` names the entry of the supplement log.

    Args:
        what: which disclosure, and what is wrong.
    """

    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureSupplemented(Happening):
    """A disclosure was supplemented or corrected; ``about`` names the entry of the supplement log.

    Args:
        what: what was supplied.
    """

    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEFiled(Happening):
    """A paper was filed electronically; ``about`` is its id.

    Args:
        title: as captioned.
        entry: docket number.
        referred: whether it relates to a motion before the magistrate judge.
    """

    title: str = ""
    entry: str = ""
    referred: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChambersCopyLodged(Happening):
    """A chambers copy was handed in; ``about`` is the filing.

    Args:
        mark: the words on its cover.
        conformed: whether it was conformed; ``None`` when not recorded.
        copies: how many.
    """

    mark: str = ""
    conformed: bool | None = None
    copies: int = 1


DiscoveryEvent = (
    DiscoveryServed | DiscoveryAnswered | ErrorLearned | DisclosureSupplemented | PaperEFiled | ChambersCopyLodged
)
