"""The phrases that name who acts, and the bearer code each stands for; the first row found wins."""

from __future__ import annotations

from soordered.rules.vocabulary import Bearer

B = Bearer

BEARER_WORDS: tuple[tuple[str, Bearer], ...] = (
    (r"chief executives?|chief executive officers?|client representatives? with", B.CHIEF_EXECUTIVES),
    (r"insurers?|insurance (carriers?|adjusters?)|claims professionals?", B.INSURER),
    (r"lead (trial )?counsel|principal trial counsel|lead (trial )?attorneys?|trial counsel", B.LEAD_TRIAL_COUNSEL),
    (
        r"plaintiffs?'?s? and (the )?defendants?|both sides|all (other )?parties|each of the parties|all counsel and parties",
        B.PARTIES,
    ),
    (
        r"(part(y|ies)|litigants?) or (their |its |the |his |her )?(counsel|attorneys?)|(counsel|attorneys?) or (a |the )?(pro se )?part(y|ies)",
        B.PARTY_OR_COUNSEL,
    ),
    (
        r"plaintiff\(?s?\)?'?s? (lead )?(counsel|attorneys?)|(counsel|attorneys?) for (the )?plaintiff",
        B.PLAINTIFF_COUNSEL,
    ),
    (
        r"defendant\(?s?\)?'?s? (lead )?(counsel|attorneys?)|(counsel|attorneys?) for (the )?defendant|defense counsel",
        B.DEFENDANT_COUNSEL,
    ),
    (r"(any|either) (one )?(of the )?part(y|ies)|a party|any counsel or party", B.ANY_PARTY),
    (r"(each|every) party", B.EACH_PARTY),
    (r"(each|either|a|any) side|the sides", B.EACH_SIDE),
    (
        r"moving part(y|ies)|movants?|applicants?|party (seeking|requesting|filing the motion)|complaining party",
        B.MOVANT,
    ),
    (r"opposing part(y|ies)|opposing side|opponents?|opposing counsel|non-?moving part(y|ies)|opposition", B.OPPONENT),
    (r"responding part(y|ies)|producing part(y|ies)|answering party|other side", B.RESPONDING_PARTY),
    (r"the other( party| side)?$", B.ANY_PARTY),
    (r"requesting part(y|ies)|propounding part(y|ies)", B.REQUESTING_PARTY),
    (
        r"filers?|filing part(y|ies)|party filing|parties (filing|submitting)|(attorneys|persons|anyone) filing|users?",
        B.FILER,
    ),
    (r"third[- ]part(y|ies)|non-?part(y|ies)|subpoena recipients?|isp|deponents?|custodians? of records", B.NON_PARTY),
    (r"plaintiffs?|petitioners?|relators?|removing part(y|ies)|plaintiff\(s\)", B.PLAINTIFF),
    (r"defendants?|respondents?|defendant\(s\)|defense", B.DEFENDANT),
    (r"part(y|ies)|litigants?|participants?|sides", B.PARTIES),
    (r"counsel|attorneys?|lawyers?", B.COUNSEL),
    (r"experts?", B.EXPERT),
    (r"witness(es)?|interpreters?", B.WITNESS),
    (
        r"clerk('s office)?|(court|chambers|judge)('s)?( \w+)? (staff|deputy)|courtroom deputy|\bstaff|deputy clerk|law clerks?|case managers?",
        B.CLERK,
    ),
    (r"district (court )?judge", B.DISTRICT_JUDGE),
    (r"magistrate judge|undersigned", B.MAGISTRATE_JUDGE),
    (
        r"court(?!'s|-| (reporter|order|filing|approval|leave|copy|costs|appearance)s?\b)|judge(?!'s)|chambers(?!'|( hard| paper| courtesy)? cop)",
        B.COURT,
    ),
)
