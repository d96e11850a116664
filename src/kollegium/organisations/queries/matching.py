"""Units and specialties whose names are near a name found in a text."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from kollegium.domain.roles import Permission
from kollegium.organisations.models import EarlierName, Specialty, Unit

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

NEAR_ENOUGH = 70.0
ABBREVIATIONS = {
    "hc": "halsocentral",
    "vc": "vardcentral",
    "vardc": "vardcentral",
    "fam": "familjelakarmottagning",
    "klin": "kliniken",
    "kk": "kvinnokliniken",
    "palliativa": "palliativ",
    "teamet": "team",
    "us": "universitetssjukhus",
}
WORD_ENDS = re.compile(r"(erna|arna|orna|en|et|ens|ets|s)$")


@dataclass(frozen=True, slots=True)
class NearUnit:
    """A unit with a name near the one asked for. `score` is 0–100; `name` is the name that matched."""

    unit_id: int
    name: str
    current_name: str
    care_provider: str
    region: str
    score: float


def fold(text: str) -> str:
    """Give the text in lower case without accents, so that å, ä and ö compare as a and o."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def comparable(name: str) -> str:
    """Give a name as it is compared: folded, abbreviations written out, words without their endings."""
    words = re.findall(r"\w+", fold(name))
    written_out = (ABBREVIATIONS.get(word, word) for word in words)
    return " ".join(WORD_ENDS.sub("", word) if len(word) > 5 else word for word in written_out)


def near_units(actor: "Actor", name: str, *, limit: int = 5) -> list[NearUnit]:
    """Give the units most alike in name, best first, earlier names too; only units the actor may import for.

    HC and hälsocentral, VC and vårdcentral, letter case, endings and word order do not count.
    """
    wanted = comparable(name)
    if not wanted:
        return []
    scope = actor.places(Permission.IMPORT_REVIEWS)
    units = {
        row["pk"]: row
        for row in Unit.objects.within(scope)
        .current()
        .values("pk", "name", "site", "care_provider__name", "region__name")
    }
    names = [(row["name"], pk) for pk, row in units.items()]
    names += [(f"{row['name']} {row['site']}", pk) for pk, row in units.items() if row["site"]]
    names += EarlierName.objects.filter(unit_id__in=units).values_list("name", "unit_id")
    matches = process.extract(
        wanted,
        [comparable(item[0]) for item in names],
        scorer=fuzz.token_sort_ratio,
        score_cutoff=NEAR_ENOUGH,
        limit=limit * 3,
    )
    found: dict[int, NearUnit] = {}
    for _, score, index in matches:
        matched, pk = names[index]
        row = units[pk]
        found.setdefault(
            pk,
            NearUnit(pk, matched, row["name"], row["care_provider__name"], row["region__name"], score),
        )
    return list(found.values())[:limit]


def near_specialties(name: str, *, limit: int = 5) -> list[tuple[int, str, float]]:
    """Give (id, name, score 0–100) of the specialties most alike in name, best first."""
    wanted = fold(name)
    choices = dict(Specialty.objects.filter(merged_into__isnull=True).values_list("pk", "name"))
    matches = process.extract(
        wanted,
        {pk: fold(text) for pk, text in choices.items()},
        scorer=fuzz.token_sort_ratio,
        score_cutoff=NEAR_ENOUGH,
        limit=limit,
    )
    return [(pk, choices[pk], score) for _, score, pk in matches]
