"""The names of the medical specialties, so that one can be recognised in a report's text."""

from __future__ import annotations

import re

from kollegium.domain.reading.likeness import likeness
from kollegium.domain.reading.patterns import RarePattern
from kollegium.domain.reading.text import fold

# Source: the lists of specialties in SOSFS 2015:8 and HSLF-FS 2021:8, with common short forms.
SPECIALTIES: tuple[str, ...] = (
    "akutsjukvård",
    "allergologi",
    "allmänmedicin",
    "anestesi och intensivvård",
    "arbets- och miljömedicin",
    "arbetsmedicin",
    "barn- och ungdomsallergologi",
    "barn- och ungdomshematologi och onkologi",
    "barn- och ungdomskardiologi",
    "barn- och ungdomskirurgi",
    "barn- och ungdomsmedicin",
    "barn- och ungdomsneurologi med habilitering",
    "barn- och ungdomspsykiatri",
    "beroendemedicin",
    "endokrinologi och diabetologi",
    "geriatrik",
    "gynekologisk onkologi",
    "handkirurgi",
    "hematologi",
    "hud- och könssjukdomar",
    "hörsel- och balansrubbningar",
    "infektionssjukdomar",
    "internmedicin",
    "kardiologi",
    "kirurgi",
    "klinisk farmakologi",
    "klinisk fysiologi",
    "klinisk genetik",
    "klinisk immunologi och transfusionsmedicin",
    "klinisk kemi",
    "klinisk mikrobiologi",
    "klinisk neurofysiologi",
    "klinisk patologi",
    "kärlkirurgi",
    "lungsjukdomar",
    "medicinsk gastroenterologi och hepatologi",
    "neonatologi",
    "neurokirurgi",
    "neurologi",
    "neuroradiologi",
    "njurmedicin",
    "nuklearmedicin",
    "obstetrik och gynekologi",
    "onkologi",
    "ortopedi",
    "palliativ medicin",
    "plastikkirurgi",
    "psykiatri",
    "radiologi",
    "rehabiliteringsmedicin",
    "reumatologi",
    "rättsmedicin",
    "rättspsykiatri",
    "röst- och talrubbningar",
    "skolhälsovård",
    "smärtlindring",
    "socialmedicin",
    "thoraxkirurgi",
    "urologi",
    "vårdhygien",
    "äldrepsykiatri",
    "ögonsjukdomar",
    "öron-, näs- och halssjukdomar",
)
_BY_FOLDED = {fold(name): name for name in SPECIALTIES}
_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted(SPECIALTIES, key=len, reverse=True)
)
_TRAINEES = RarePattern(
    rf"(?:\bST-?\s?läkar\w*|\bST-utbildning\w*|\bspecialiseringstjänstgöring\w*|\bST)\s+(?:i|inom)\s+({_NAMES})(?![\w-])",
    re.IGNORECASE,
)


def specialty_named(text: str) -> str | None:
    """Give the specialty a short text is the name of, spelt as in the list; small misprints allowed."""
    folded = fold(text)
    if folded in _BY_FOLDED:
        return _BY_FOLDED[folded]
    if len(folded) < 8:
        return None
    best = max(_BY_FOLDED, key=lambda name: likeness()(folded, name))
    return _BY_FOLDED[best] if likeness()(folded, best) >= 93 else None


def trainees_specialties(text: str) -> list[str]:
    """Give the specialties that running text names as the trainees' own, each once, in order."""
    return list(dict.fromkeys(_BY_FOLDED[fold(match)] for match in _TRAINEES.compiled.findall(text)))
