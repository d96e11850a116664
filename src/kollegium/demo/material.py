"""Material of the demo's cases: small invented files, links and remarks, so that there is something to read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from kollegium.accounts.queries import actor_of_person
from kollegium.reviews.actions import material as actions
from kollegium.reviews.material_files import examined
from kollegium.reviews.models import MaterialItem, Review

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor

DIRECTOR, REVIEWER = "studierektor@exempel.se", "granskare@exempel.se"
INTRODUCTION = """Introduktion för ny ST-läkare

Vecka 1  Rundvandring, journalsystem, möte med huvudansvarig handledare.
Vecka 2  Medsittning på mottagning två halvdagar. Första utkast till utbildningsprogram.
Vecka 3  Egen mottagning med dubbla tider. Genomgång av rutiner för jour och remisser.
Vecka 4  Avstämning med studierektor, utbildningsprogrammet skrivs under.
"""
ROTA = """Dag;Förmiddag;Eftermiddag
Måndag;Mottagning;Mottagning
Tisdag;Mottagning;Handledning 13-14, mottagning
Onsdag;Självstudier 4 tim;Mottagning
Torsdag;Barnavårdscentral;Mottagning
Fredag;Mottagning;Intern undervisning 13-15
"""
TEACHING = """Datum;Ämne;Delmål;Ansvarig funktion
15 januari;Konsultation och samtal;a2, STb1;ST-läkare
12 februari;Hjärtsvikt i primärvård;c1;specialist
12 mars;Kritisk granskning av artikel;a5;studierektor
16 april;Ledarskap i vardagen;a1;verksamhetschef
"""
INSTRUCTIONS = """Handledning hos oss

Varje ST-läkare har en timme schemalagd handledning i veckan. Den utgår från utbildningsprogrammet.
ST-läkaren förbereder ett fall eller en fråga. Efteråt skrivs två rader i handledningsloggen.
"""


@dataclass(frozen=True, slots=True)
class DemoHandIn:
    """One thing handed in: what, how many days after the order, as a file, a text or a link; accepted or not."""

    item_key: str
    after: int
    file: tuple[str, str] | None = None
    text: str = ""
    link: str = ""
    is_accepted: bool = False
    asked_again: str = ""


HAND_INS = (
    DemoHandIn(
        "st-guidelines",
        40,
        link="https://vard.exempel.se/riktlinjer-st",
        text="Regionens riktlinjer gäller. Avsnitt 3 är vårt eget tillägg.",
        is_accepted=True,
    ),
    DemoHandIn("introduction", 42, file=("introduktion.txt", INTRODUCTION), is_accepted=True),
    DemoHandIn(
        "rota",
        45,
        file=("schema januari.csv", ROTA),
        asked_again="Bra. Vi behöver en månad till, gärna med jour.",
    ),
    DemoHandIn("teaching-programme", 50, file=("undervisning våren.csv", TEACHING)),
    DemoHandIn("supervision-instructions", 55, file=("handledning.txt", INSTRUCTIONS)),
)
MORE = (
    DemoHandIn("rota", 60, file=("schema februari.csv", ROTA), is_accepted=True),
    DemoHandIn(
        "evaluation-routine",
        62,
        text="Intern granskning görs varje höst. Senast i oktober.",
        is_accepted=True,
    ),
    DemoHandIn("director-mandate", 64, text="Tio procent av en heltid, för tre enheter.", is_accepted=True),
)


def add_demo_material(review: Review, people: "dict[str, Person]", *, since: datetime, is_much: bool) -> None:
    """Hand in some of what a case asks for, or most of it, and let a reviewer look at it."""
    give, judge = _actor(people[DIRECTOR], since.date()), _actor(people[REVIEWER], since.date())
    for entry in (*HAND_INS, *MORE) if is_much else HAND_INS:
        _hand_in(review, entry, since, give, judge)
    actions.say_not_applicable(
        review_id=review.pk,
        item_id=_item(review, "scientific-works"),
        reason="Vår enda ST-läkare började i höstas och har inte påbörjat något arbete.",
        now=since + timedelta(days=56),
        by=give,
    )
    actions.comment_material(
        review_id=review.pk,
        item_id=_item(review, "teaching-programme"),
        text="Är programmet gemensamt för flera hälsocentraler?",
        now=since + timedelta(days=58),
        by=judge,
    )


def _hand_in(review: Review, entry: DemoHandIn, since: datetime, give: "Actor", judge: "Actor") -> None:
    item_id, now = _item(review, entry.item_key), since + timedelta(days=entry.after)
    files = [examined(entry.file[0], entry.file[1].encode())] if entry.file else []
    version = actions.hand_in_material(
        review_id=review.pk,
        item_id=item_id,
        what=actions.HandIn(entry.text, entry.link, files),
        now=now,
        by=give,
    )
    if entry.is_accepted:
        actions.accept_material(review_id=review.pk, item_id=item_id, seen_version=version.number, by=judge)
    if entry.asked_again:
        later = now + timedelta(days=2)
        actions.ask_again(
            review_id=review.pk, item_id=item_id, comment=entry.asked_again, due_on=None, now=later, by=judge
        )


def _item(review: Review, key: str) -> int:
    return MaterialItem.objects.get(review=review, item_key=key).pk


def _actor(person: "Person", as_of: date) -> "Actor":
    return actor_of_person(person, as_of=as_of)
