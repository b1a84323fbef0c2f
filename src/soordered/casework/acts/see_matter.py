"""Look at a matter: what one may see of it, what is due in one's own view, and where the sides' rulebooks differ."""

from __future__ import annotations

from soordered.casework.acting import Asking, see
from soordered.casework.case_act import CaseAct
from soordered.casework.case_of_record import AdoptionDifference, differences_of_adoptions
from soordered.casework.case_run import CaseRun
from soordered.casework.desk import Desk
from soordered.casework.policy import Permission, may
from soordered.casework.policy_stage import policy_stage
from soordered.casework.recording import local_now
from soordered.casework.rulebook_of_view import book_of_view, run_of_view
from soordered.casework.view_of_matter import MatterView


def see_matter(desk: Desk, asking: Asking) -> MatterView | None:
    """Return what the caller may see of a matter; ``None`` alike for a missing matter and a foreign one.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
    """
    return see(desk, asking)


def dates_of_matter(desk: Desk, asking: Asking) -> CaseRun | None:
    """Return the matter run in the caller's view: by its rulebooks, its facts and the readings it settled for itself.

    Chambers' view runs on docketed papers alone. ``None`` where there is nothing to see, or no rulebook is adopted.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.

    Raises:
        CaseFileError: the matter cannot be run (two orders disagree, a day outside the verified calendar).
    """
    view = see(desk, asking)
    if view is None or view.left:
        return None
    loaded = desk.log.load(asking.matter)
    return run_of_view(desk, loaded, view.state, asking.caller.side, local_now(desk, loaded))


def differences_of_matter(desk: Desk, asking: Asking) -> tuple[AdoptionDifference, ...]:
    """Return where the two sides' rulebooks of one order differ, rule by rule; for the sides only.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
    """
    view = see(desk, asking)
    return differences_of_adoptions(view.state, desk.rulebooks) if view is not None else ()


def permissions_in_matter(desk: Desk, asking: Asking, *, about: str = "") -> tuple[Permission, ...]:
    """Return what the table says of every act to the caller now: what may be done, and why the rest may not.

    Args:
        desk: the ports.
        asking: who asks, and of which matter.
        about: id of the dispute; empty for the acts about none.
    """
    view = see(desk, asking)
    if view is None:
        return ()
    loaded = desk.log.load(asking.matter)
    now = local_now(desk, loaded)
    side = asking.caller.side
    book = book_of_view(desk, loaded, view.state, side, now)
    stage = policy_stage(view.state, about, side=side, now=now)
    return tuple(may(asking.caller, act, stage, book, loaded.state) for act in CaseAct)
