"""How every act goes: who asks, may they, what does it make, is it written; one path for all use cases and faces.

An act loads the matter, asks the policy table, decides on what its caller may see, and appends what comes of it on the
version it was decided on. If somebody else wrote in between, it is decided again on what stands then.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from soordered.casework.caller import CHAMBERS, Caller, Role
from soordered.casework.case_act import CaseAct
from soordered.casework.case_run import CaseRun
from soordered.casework.desk import Desk
from soordered.casework.due_exchanges import bring_due
from soordered.casework.policy import Permission, Verdict, may, no_such_matter
from soordered.casework.policy_stage import policy_stage
from soordered.casework.ports import LoadedMatter, VersionConflictError
from soordered.casework.private_events import private_events
from soordered.casework.recording import local_now, record
from soordered.casework.rulebook_of_view import book_of_view, run_of_view
from soordered.casework.view_of_matter import MatterView, view_of_matter
from soordered.deadlines.facts import Obligation
from soordered.disputes.commands import Command
from soordered.disputes.decide import decide
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_matter import FactContested
from soordered.disputes.evolve import fold
from soordered.disputes.exchange_of_dispute import ADVERSE
from soordered.disputes.names import Side
from soordered.disputes.refusal import Refusal, Ruled, refused
from soordered.disputes.state import Matter
from soordered.record.acts import AnyRecordAct, Recorded
from soordered.record.entry import MatterId
from soordered.rules.rulebook import Rulebook

_TRIES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One request of one person.

    Args:
        caller: who asks.
        matter: about which matter.
        request: an id the asker gives, so that the same request sent twice is done once; empty for none.
        approval: id of the attorney's approval that staff act on.
        version: the version of the caller's view the request was made on; ``None`` not to check.
    """

    caller: Caller
    matter: MatterId
    request: str = ""
    approval: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of an act.

    Args:
        events: what was recorded, now or when the same request came before.
        refusal: why nothing was; ``None`` when it was done.
        warnings: what its caller should know: contested points, and the table's warnings.
        version: the version of the caller's view after it.
        hidden: whether the answer is the one a missing matter gets.
    """

    events: tuple[Recorded, ...] = ()
    refusal: Refusal | None = None
    warnings: tuple[Ruled, ...] = ()
    version: int = 0
    hidden: bool = False

    @property
    def done(self) -> bool:
        """Whether the act was done."""
        return self.refusal is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What an act is decided on.

    Args:
        desk: the ports.
        asking: the request.
        loaded: the matter.
        state: the facts, as far as the caller may see them.
        book: the rules in force in the caller's view.
        now: the court's local time.
        by: as whom the event is recorded: the attorney, the party, or ``"court"``.
        event: the id its event will bear.
    """

    desk: Desk
    asking: Asking
    loaded: LoadedMatter
    state: Matter
    book: Rulebook
    now: dt.datetime
    by: str
    event: str

    @property
    def today(self) -> dt.date:
        """The court's day."""
        return self.now.date()

    @property
    def hour(self) -> dt.time:
        """The court's hour, to the second, so that nothing recorded now lies in the future."""
        return self.now.time().replace(microsecond=0, tzinfo=None)

    def run(self) -> CaseRun | None:
        """Return the matter run by the rules of the caller's view, ``None`` where no order has any.

        Raises:
            CaseFileError: the matter cannot be run (two orders disagree, a day outside the verified calendar).
        """
        return run_of_view(self.desk, self.loaded, self.state, self.asking.caller.side, self.now)

    def running(self) -> tuple[Obligation, ...]:
        """Return the obligations of the matter with their dates as they stand, extensions and stays among them."""
        run = self.run()
        return tuple(duty.obligation for duty in run.duties) if run is not None else ()


Made = Refusal | Sequence[Command | AnyRecordAct]
Make = Callable[[Scene], Made]


def perform(
    desk: Desk, asking: Asking, act: CaseAct, make: Make, *, about: str = "", digest: str = "", dated: bool = False
) -> Answer:
    """Do one act, or say why not.

    Args:
        desk: the ports.
        asking: the request.
        act: which act, for the policy table.
        make: from the scene to the commands, or to a refusal.
        about: the dispute, motion or order it is about, for its stage.
        digest: of the paper it concerns, which an approval must name.
        dated: whether it turns on dates that run (they are counted only then).

    Raises:
        VersionConflictError: others wrote all the time; the act was not done.
    """
    if asking.caller.matter != asking.matter or asking.caller.role in {Role.ADMINISTRATOR, Role.STRANGER}:
        return _hidden(act)
    conflict: VersionConflictError | None = None
    for _ in range(_TRIES):
        loaded = desk.log.load(asking.matter)
        if not loaded.version and act is not CaseAct.OPEN_MATTER:
            return _hidden(act)
        try:
            loaded = bring_due(desk, loaded)
            return _once(desk, asking, act, make, loaded, about=about, digest=digest, dated=dated)
        except VersionConflictError as error:
            conflict = error
    raise conflict or VersionConflictError(asking.matter, expected=0, found=0)


def _once(
    desk: Desk,
    asking: Asking,
    act: CaseAct,
    make: Make,
    loaded: LoadedMatter,
    *,
    about: str,
    digest: str,
    dated: bool,
) -> Answer:
    caller = asking.caller
    state, version = _visible(desk, loaded, caller)
    now = local_now(desk, loaded)
    book = book_of_view(desk, loaded, state, caller.side, now)
    permission = may(caller, act, policy_stage(state, about, side=caller.side, now=now), book, loaded.state)
    if permission.hidden:
        return _hidden(act)
    if permission.verdict is Verdict.REFUSED:
        return Answer(refusal=Refusal(permission.reasons), version=version)
    if asking.version is not None and asking.version != version:
        return Answer(refusal=refused("The matter changed since you read it; read it again."), version=version)
    approved = _approved(desk, asking, act, permission, about=about, digest=digest, state=loaded.state)
    if isinstance(approved, Refusal):
        return Answer(refusal=approved, version=version)
    event = asking.request or desk.ids.new(act.value)
    if permission.needs_approval:  # an approval is used once, whatever the request is called
        event = f"approved-{caller.stream}-{asking.approval}"
    before = _repeated(loaded, event, caller)
    if isinstance(before, Refusal):
        return Answer(refusal=before, version=version)
    if before:
        return Answer(events=before, version=version)
    scene = Scene(
        desk=desk,
        asking=asking,
        loaded=loaded,
        state=state,
        book=book,
        now=now,
        by=approved or _by(caller),
        event=event,
    )
    made = make(scene)
    if isinstance(made, Refusal):
        return Answer(refusal=made, version=version)
    decided = _decided(scene, made, dated=dated)
    if isinstance(decided, Refusal):
        return Answer(refusal=decided, version=version)
    record(desk, loaded, decided, actor=caller.person, role=caller.role, side=caller.side)
    return Answer(
        events=decided,
        warnings=(*permission.reasons, *_contested(decided)),
        version=_visible(desk, desk.log.load(asking.matter), caller)[1] if decided else version,
    )


def see(desk: Desk, asking: Asking) -> MatterView | None:
    """Return what the caller may see of a matter, ``None`` for nothing: a missing matter and a foreign one look alike."""
    caller = asking.caller
    if caller.matter != asking.matter or caller.role in {Role.ADMINISTRATOR, Role.STRANGER}:
        return None
    conflict: VersionConflictError | None = None
    for _ in range(_TRIES):
        loaded = desk.log.load(asking.matter)
        if not loaded.version:
            return None
        try:
            loaded = bring_due(desk, loaded)
        except VersionConflictError as error:
            conflict = error
            continue
        return view_of_matter(loaded, caller, private_events(desk.private, asking.matter, caller))
    raise conflict or VersionConflictError(asking.matter, expected=0, found=0)


def _visible(desk: Desk, loaded: LoadedMatter, caller: Caller) -> tuple[Matter, int]:
    """Return what an act of this caller is decided on, and the version of the caller's view.

    A side decides on the common record as long as it may read all of it; everybody else on what they may see.
    """
    summary = desk.summaries.of(loaded)
    if caller.role not in CHAMBERS and caller.side in ADVERSE and summary.shared:
        return loaded.state, summary.version
    view = view_of_matter(loaded, caller)
    return (view.state, view.version) if view is not None else (Matter(), 0)


def _by(caller: Caller) -> str:
    if caller.role in CHAMBERS:
        return Side.COURT.value
    return caller.parties[0] if caller.role is Role.STAFF and caller.parties else caller.person


def _approved(
    desk: Desk, asking: Asking, act: CaseAct, permission: Permission, *, about: str, digest: str, state: Matter
) -> str | Refusal:
    """Return the attorney on whose approval staff act; empty where none is needed."""
    if not permission.needs_approval:
        return ""
    stream = asking.caller.stream
    text = (
        desk.private.get(asking.matter, stream, f"approval/{asking.approval}") if stream and asking.approval else None
    )
    if text is None:
        return refused(
            f"Staff may {act.words} on a named attorney's recorded approval only; ask for one and act on it."
        )
    given: dict[str, str] = json.loads(text.body)
    if (given["act"], given["about"], given["digest"]) != (act.value, about, digest):
        return refused("The approval is for another act, dispute or text; ask for one that names this.")
    lawyer, party = state.counsel.get(given["by"]), state.parties.get(given["by"])
    if (lawyer is None or lawyer.left_on is not None) and not (party is not None and party.self_represented):
        return refused(f"{given['by']!r} is no longer of record; ask counsel of record for an approval.")
    return given["by"]


def _repeated(loaded: LoadedMatter, event: str, caller: Caller) -> tuple[Recorded, ...] | Refusal:
    """Return what the same request recorded before, if it did."""
    if event not in loaded.state.seen:
        return ()
    for entry in loaded.entries:
        if entry.act is not None and entry.act.id == event and entry.header.actor == caller.person:
            return (entry.act,)
    return refused("This request's id is taken; send it again under another.")


def _decided(scene: Scene, made: Sequence[Command | AnyRecordAct], *, dated: bool) -> tuple[Recorded, ...] | Refusal:
    state = scene.state
    running = scene.running() if dated else ()
    found: list[Recorded] = []
    before: list[MatterEvent] = []
    for one in made:
        if isinstance(one, AnyRecordAct):
            found.append(one)
            continue
        state, before = (fold(before, state), []) if before else (state, before)
        decision = decide(state, one, book=scene.book, now=scene.now, running=running)
        if isinstance(decision, Refusal):
            return decision
        before += decision
        found += decision
    return tuple(found)


def _contested(acts: Sequence[Recorded]) -> tuple[Ruled, ...]:
    return tuple(
        Ruled(words=act.words, rule=act.rule, quote=act.quote) for act in acts if isinstance(act, FactContested)
    )


def _hidden(act: CaseAct) -> Answer:
    return Answer(refusal=Refusal(no_such_matter(act).reasons), hidden=True)
