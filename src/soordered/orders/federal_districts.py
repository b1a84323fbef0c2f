"""The 94 federal districts by the id that CM/ECF gives their courts, as their papers print their names.

Source: 28 U.S.C. 81-131 (the districts of the states, the District of Columbia and Puerto Rico), 48 U.S.C. 1424, 1611, 1821
(the territories).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class District:
    """One federal district.

    Args:
        direction: ``"Northern"`` …, empty where the district is the whole state.
        state: as it stands after "District of".
        short: the state as citations shorten it.
    """

    direction: str
    state: str
    short: str

    @property
    def name(self) -> str:
        """The name that papers print, e.g. ``"Northern District of California"``."""
        return f"{self.direction} District of {self.state}".strip()

    @property
    def citation(self) -> str:
        """The name that citations print, e.g. ``"N.D. Cal."``."""
        if self.state == "Columbia":
            return "D.D.C."
        joint = "" if self.short[1:2] == "." and " " not in self.short else " "
        return f"{self.direction[:1]}{'.' if self.direction else ''}D.{joint}{self.short}"


DISTRICTS: dict[str, District] = {
    "akd": District("", "Alaska", "Alaska"),
    "almd": District("Middle", "Alabama", "Ala."),
    "alnd": District("Northern", "Alabama", "Ala."),
    "alsd": District("Southern", "Alabama", "Ala."),
    "ared": District("Eastern", "Arkansas", "Ark."),
    "arwd": District("Western", "Arkansas", "Ark."),
    "azd": District("", "Arizona", "Ariz."),
    "cacd": District("Central", "California", "Cal."),
    "caed": District("Eastern", "California", "Cal."),
    "cand": District("Northern", "California", "Cal."),
    "casd": District("Southern", "California", "Cal."),
    "cod": District("", "Colorado", "Colo."),
    "ctd": District("", "Connecticut", "Conn."),
    "dcd": District("", "Columbia", "D.C."),
    "ded": District("", "Delaware", "Del."),
    "flmd": District("Middle", "Florida", "Fla."),
    "flnd": District("Northern", "Florida", "Fla."),
    "flsd": District("Southern", "Florida", "Fla."),
    "gamd": District("Middle", "Georgia", "Ga."),
    "gand": District("Northern", "Georgia", "Ga."),
    "gasd": District("Southern", "Georgia", "Ga."),
    "gud": District("", "Guam", "Guam"),
    "hid": District("", "Hawaii", "Haw."),
    "iand": District("Northern", "Iowa", "Iowa"),
    "iasd": District("Southern", "Iowa", "Iowa"),
    "idd": District("", "Idaho", "Idaho"),
    "ilcd": District("Central", "Illinois", "Ill."),
    "ilnd": District("Northern", "Illinois", "Ill."),
    "ilsd": District("Southern", "Illinois", "Ill."),
    "innd": District("Northern", "Indiana", "Ind."),
    "insd": District("Southern", "Indiana", "Ind."),
    "ksd": District("", "Kansas", "Kan."),
    "kyed": District("Eastern", "Kentucky", "Ky."),
    "kywd": District("Western", "Kentucky", "Ky."),
    "laed": District("Eastern", "Louisiana", "La."),
    "lamd": District("Middle", "Louisiana", "La."),
    "lawd": District("Western", "Louisiana", "La."),
    "mad": District("", "Massachusetts", "Mass."),
    "mdd": District("", "Maryland", "Md."),
    "med": District("", "Maine", "Me."),
    "mied": District("Eastern", "Michigan", "Mich."),
    "miwd": District("Western", "Michigan", "Mich."),
    "mnd": District("", "Minnesota", "Minn."),
    "moed": District("Eastern", "Missouri", "Mo."),
    "mowd": District("Western", "Missouri", "Mo."),
    "msnd": District("Northern", "Mississippi", "Miss."),
    "mssd": District("Southern", "Mississippi", "Miss."),
    "mtd": District("", "Montana", "Mont."),
    "nced": District("Eastern", "North Carolina", "N.C."),
    "ncmd": District("Middle", "North Carolina", "N.C."),
    "ncwd": District("Western", "North Carolina", "N.C."),
    "ndd": District("", "North Dakota", "N.D."),
    "ned": District("", "Nebraska", "Neb."),
    "nhd": District("", "New Hampshire", "N.H."),
    "njd": District("", "New Jersey", "N.J."),
    "nmd": District("", "New Mexico", "N.M."),
    "nmid": District("", "the Northern Mariana Islands", "N. Mar. I."),
    "nvd": District("", "Nevada", "Nev."),
    "nyed": District("Eastern", "New York", "N.Y."),
    "nynd": District("Northern", "New York", "N.Y."),
    "nysd": District("Southern", "New York", "N.Y."),
    "nywd": District("Western", "New York", "N.Y."),
    "ohnd": District("Northern", "Ohio", "Ohio"),
    "ohsd": District("Southern", "Ohio", "Ohio"),
    "oked": District("Eastern", "Oklahoma", "Okla."),
    "oknd": District("Northern", "Oklahoma", "Okla."),
    "okwd": District("Western", "Oklahoma", "Okla."),
    "ord": District("", "Oregon", "Or."),
    "paed": District("Eastern", "Pennsylvania", "Pa."),
    "pamd": District("Middle", "Pennsylvania", "Pa."),
    "pawd": District("Western", "Pennsylvania", "Pa."),
    "prd": District("", "Puerto Rico", "P.R."),
    "rid": District("", "Rhode Island", "R.I."),
    "scd": District("", "South Carolina", "S.C."),
    "sdd": District("", "South Dakota", "S.D."),
    "tned": District("Eastern", "Tennessee", "Tenn."),
    "tnmd": District("Middle", "Tennessee", "Tenn."),
    "tnwd": District("Western", "Tennessee", "Tenn."),
    "txed": District("Eastern", "Texas", "Tex."),
    "txnd": District("Northern", "Texas", "Tex."),
    "txsd": District("Southern", "Texas", "Tex."),
    "txwd": District("Western", "Texas", "Tex."),
    "utd": District("", "Utah", "Utah"),
    "vaed": District("Eastern", "Virginia", "Va."),
    "vawd": District("Western", "Virginia", "Va."),
    "vid": District("", "the Virgin Islands", "V.I."),
    "vtd": District("", "Vermont", "Vt."),
    "waed": District("Eastern", "Washington", "Wash."),
    "wawd": District("Western", "Washington", "Wash."),
    "wied": District("Eastern", "Wisconsin", "Wis."),
    "wiwd": District("Western", "Wisconsin", "Wis."),
    "wvnd": District("Northern", "West Virginia", "W. Va."),
    "wvsd": District("Southern", "West Virginia", "W. Va."),
    "wyd": District("", "Wyoming", "Wyo."),
}
"""CM/ECF id to district."""
