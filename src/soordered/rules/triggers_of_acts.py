"""Which act brings about which event: what a period counts from has to come from somewhere."""

from __future__ import annotations

from soordered.rules.vocabulary import Act, Trigger

ACTS_OF_TRIGGERS: dict[Trigger, tuple[Act, ...]] = {
    Trigger.REFERENCE_MADE: (Act.REFER_MATTER,),
    Trigger.EFFORTS_FAILED: (Act.MAKE_EFFORTS,),
    Trigger.MEETING_DEMANDED: (Act.DEMAND_MEETING,),
    Trigger.MEETING_HELD: (Act.MEET_AND_CONFER,),
    Trigger.LETTER_FILED: (Act.FILE_JOINT_LETTER,),
    Trigger.LETTER_RECEIVED: (Act.FILE_JOINT_LETTER,),
    Trigger.DETERMINATION_ENTERED: (Act.DETERMINE_PROCEEDINGS,),
    Trigger.STIPULATION_MADE: (Act.FILE_STIPULATION, Act.SUBMIT_WITHOUT_ARGUMENT),
    Trigger.HEARING: (Act.HEAR_MOTIONS,),
    Trigger.CONFERENCE: (Act.HOLD_CONFERENCE,),
}
"""Events of the procedure itself, with the acts that make them happen; all others come from outside the order."""
