"""An invented report in the layout of the field, and what else the tests of the import share."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from kollegium.accounts.actors import PersonActor
from kollegium.domain import standard as standards
from kollegium.domain.roles import Role, SystemActor
from kollegium.domain.standard import RequirementLevel
from kollegium.extraction import SandboxPool
from kollegium.report_import import actions
from kollegium.report_import.models import ImportBatch, ImportProposal
from tests.people import make_actor

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
READER = SystemActor("report-import")
KINDS = (
    ("Föreskrift", RequirementLevel.REGULATION),
    ("Allmänna råd", RequirementLevel.RECOMMENDATION),
    ("Kvalitetsindikator", RequirementLevel.QUALITY_INDICATOR),
)
NARRATIVES = {
    "A": "Liten hälsocentral vid kusten med omkring femtusen listade patienter.",
    "B": "Två ST-läkare och fyra specialister i allmänmedicin arbetar på enheten.",
    "C": "Ljusa lokaler med den utrustning som behövs.",
    "D": "ST-läkarna saknar utbildningsprogram. Handlingsplan inkommen, gradering D kvarstår.",
    "E": "Handledningen sker varje vecka på avsatt tid.",
    "F": "Internutbildning hålls varje månad.",
    "G": "Verksamheten har efter granskningen inkommit med handlingsplan för åtgärder. Graderingen är ändrad till C.",
    "H": "Ledarskap tränas i vardagen.",
}
PLAN = {
    "D6": (
        "Utbildningsprogram upprättas för varje ST-läkare tillsammans med handledaren.",
        "2025-10-31",
        "Verksamhetschefen",
        "2025-12-31",
        "Studierektorn",
    ),
    "G3": (
        "ST-läkarna deltar i arbetet med kvalitet och patientsäkerhet.",
        "Redan genomfört",
        "Verksamhetschefen",
        "15 april",
        "Studierektorn",
    ),
}
LABELS = (
    "Planerad åtgärd:",
    "Datum när åtgärden ska vara genomförd:",
    "Ansvarig för genomförandet:",
    "Datum för uppföljning:",
    "Ansvarig för uppföljningen:",
)


def report_text(unit: str = "Strandkulla hälsocentral", specialty: str = "Allmänmedicin") -> str:
    """Give an invented report: three lists, eight areas, a plan with two items and a date without a year."""
    standard = standards.load("spur-st-2021")
    lines = ["Styrkor", "", "Engagerade handledare med tid för uppdraget.", "Väl utrustade lokaler.", ""]
    lines += ["Svagheter", "", "Utbildningsprogram saknas.", ""]
    lines += ["Förbättringspotential", "", "Upprätta utbildningsprogram för alla ST-läkare.", ""]
    for part in standard.parts:
        lines += [part.title_sv.upper(), ""]
        for area in part.areas:
            lines += [f"{area.key}. {area.title_sv}", "", NARRATIVES[area.key], ""]
            for heading, level in KINDS:
                found = area.at_level(level)
                lines += (
                    [heading, "", *(line for item in found for line in (item.text_sv, ""))] if found else []
                )
            lines += ["Gradering", ""]
            lines += [line for step in area.scale.steps for line in (step.letter, step.text_sv, "")]
    return "\n".join([*lines, *_plan_lines(unit, specialty)])


def _plan_lines(unit: str, specialty: str) -> list[str]:
    standard = standards.load("spur-st-2021")
    lines = ["", "", "HANDLINGSPLAN", f"{unit} - {specialty}", ""]
    for key, values in PLAN.items():
        criterion = standard.criterion(key)
        area = standard.area(criterion.area_key)
        lines += [f"{area.key}. {area.title_sv}", "", criterion.text_sv, ""]
        for label, value in zip(LABELS, values, strict=True):
            lines += [label, value, ""]
    return lines


def make_director(at: object, name: str = "Disa Förste") -> PersonActor:
    """Add a director of training at a region or care provider and give them as an actor."""
    return make_actor(Role.DIRECTOR_OF_TRAINING, at, name)  # type: ignore[arg-type]


def make_office(name: str = "Otto Kansli") -> PersonActor:
    """Add a person of the review office and give them as an actor."""
    return make_actor(Role.REVIEW_OFFICE, None, name)


def bring(
    by: PersonActor, data: bytes | None = None, name: str = "rapport.txt", key: UUID | None = None
) -> ImportProposal:
    """Receive one file in the batch of a form, as the drop zone does."""
    batch = open_form(by, key)
    return actions.receive_file(
        batch=batch, file_name=name, data=data or report_text().encode(), by=by, now=NOW
    )


def open_form(by: PersonActor, key: UUID | None = None) -> ImportBatch:
    """Give the batch of a form."""
    return actions.open_batch(form_key=key or uuid4(), by=by, now=NOW)


def read(proposal: ImportProposal) -> ImportProposal:
    """Read a waiting file as the worker does, and give the proposal anew."""
    with SandboxPool(1) as sandboxes:
        actions.read_file(proposal_id=proposal.pk, sandboxes=sandboxes, by=READER, now=NOW)
    return ImportProposal.objects.get(pk=proposal.pk)


def bring_and_read(by: PersonActor, text: str | None = None, name: str = "rapport.txt") -> ImportProposal:
    """Receive and read one report."""
    return read(bring(by, (text or report_text()).encode(), name))
