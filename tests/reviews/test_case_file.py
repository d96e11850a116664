"""A case's number, and the case as one file: what goes in, what never does, and that each time is kept."""

import hashlib
import json
import zipfile
from datetime import time
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import Http404
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import PATH, State, Step
from kollegium.domain.errors import Refused
from kollegium.domain.interviews import Interviewed
from kollegium.domain.roles import Role
from kollegium.domain.visit_schedule import SlotKind
from kollegium.files.actions import store_file
from kollegium.planning.models import VisitSlot
from kollegium.reviews import case_file
from kollegium.reviews.actions import move_case
from kollegium.reviews.actions.handing_out import HandedOut, note_export
from kollegium.reviews.case_file import decided, documents
from kollegium.reviews.models import (
    AreaText,
    CalibrationComment,
    CaseExport,
    InterviewNote,
    MaterialFile,
    MaterialItem,
    MaterialVersion,
    Review,
    Verdict,
    VerdictSource,
)
from kollegium.reviews.queries.open_cases import get_open_case_for
from tests import people
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case
from tests.reviews.reconsiderations import ask, decide

pytestmark = pytest.mark.django_db
TRAINEE = "ST-läkaren är sjukskriven."


@pytest.fixture
def office() -> Person:
    return people.make_person("Kerstin", Role.REVIEW_OFFICE)


@pytest.fixture
def case() -> Review:
    """Give a decided case with something in every part, and things that must never leave it."""
    review = make_case(people.make_unit("Ekens hälsocentral"))
    lead = people.make_person("Greta", Role.REVIEWER, people.make_specialty())
    give_team(review, lead, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(review)
    review = lead_to(review, State.PREPARING)
    version = MaterialVersion.objects.create(
        item=MaterialItem.objects.get(review=review, item_key="rota"), number=1, handed_in_at=NOW
    )
    stored = store_file(data=b"schemat", media_type="text/plain", now=NOW, by=people.SYSTEM)
    MaterialFile.objects.create(hand_in=version, stored_file=stored, name="../schema:1.txt", position=0)
    for kind, place in ((SlotKind.TRAINEES, "Biblioteket"), (SlotKind.PRIVATE_TALK, "Hemliga rummet")):
        VisitSlot.objects.create(
            key=uuid4(), review=review, day=review.visit_from, starts=time(9), ends=time(10), kind=kind,
            place=place, changed_at=NOW,
        )  # fmt: skip
    part = review.parts.get()
    InterviewNote.objects.create(
        key=uuid4(), part=part, author=lead, interviewed=Interviewed.TRAINEES, text="Hemlig anteckning",
        first_text="Hemlig anteckning", heard_at=NOW, written_at=NOW, saved_at=NOW,
    )  # fmt: skip
    AreaText.objects.create(part=part, area_key="A", narrative=TRAINEE)
    return lead_to(review, State.DECIDED)


@pytest.fixture(autouse=True)
def _no_typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (documents, decided):
        monkeypatch.setattr(module, "to_pdf", lambda document: b"%PDF- " + document.title.encode())


def taken_out(answer) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def post(case: Review, by: Person, **others: object):
    client = people.client_of(by)
    data = {"request": "Begäran 2026-11-20", "is_tried": "on", "language": "sv", **others}
    return client.post(reverse("reviews:case_file", args=[case.pk]), data)


def test_cases_are_numbered_in_a_series_a_year_past_numbers_that_were_typed() -> None:
    unit = people.make_unit()
    make_case(unit, case_number="2026-0002")

    assert [make_case(unit).case_number for _ in range(2)] == ["2026-0001", "2026-0003"]


def test_an_order_that_fails_leaves_no_gap() -> None:
    unit = people.make_unit()
    with transaction.atomic():
        make_case(unit)
        transaction.set_rollback(True)

    assert make_case(unit).case_number == "2026-0001"


def test_file_holds_every_part_with_its_digest_and_tells_what_was_left_out(
    case: Review, office: Person
) -> None:
    files = taken_out(post(case, office))

    index = json.loads(files["index.json"])
    assert {one["name"]: one["sha256"] for one in index["files"]} == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files.items()
        if name not in ("innehåll.html", "index.json")
    }
    names = {name for name in files if not name.startswith("material/")}
    assert {
        "rapport.pdf",
        "rapport.json",
        "arende.html",
        "besoksschema.html",
        "beslut.html",
        "beslutsbrev.pdf",
        "historik.json",
    } <= names
    assert [data for name, data in files.items() if name.endswith("schema_1.txt")] == [b"schemat"]
    assert all(".." not in name.split("/") and not name.startswith("/") for name in files)
    listed = files["innehåll.html"].decode()
    for one in index["left_out"]:
        assert one["what"] in listed
    assert any("anteckningar" in one["what"] for one in index["left_out"])


def test_notes_private_talks_and_openings_never_leave_the_case(case: Review, office: Person) -> None:
    whole = b"\n".join(taken_out(post(case, office)).values()).decode()

    assert "Biblioteket" in whole
    assert TRAINEE in whole
    for secret in ("Hemliga rummet", "Hemlig anteckning"):
        assert secret not in whole


def test_part_that_the_office_leaves_out_is_not_there_and_is_told(case: Review, office: Person) -> None:
    files = taken_out(post(case, office, withheld=["report", "history"]))

    assert not {name for name in files if name.startswith(("rapport", "historik"))}
    assert "Utelämnat av granskningskansliet" in files["index.json"].decode()
    kept = CaseExport.objects.get()
    assert (kept.request, kept.made_by, kept.withheld) == (
        "Begäran 2026-11-20",
        office,
        ["Rapporten", "Ändringshistorik"],
    )
    assert kept.files == {one["name"]: one["sha256"] for one in json.loads(files["index.json"])["files"]}


def test_what_may_point_at_a_trainee_is_shown_and_must_be_read_first(case: Review, office: Person) -> None:
    page = people.client_of(office).get(reverse("reviews:case_file", args=[case.pk])).content.decode()
    unread, unasked = post(case, office, is_tried=""), post(case, office, request=" ")

    assert TRAINEE in page
    assert (unread.status_code, unasked.status_code) == (422, 422)
    assert not CaseExport.objects.exists()


def test_only_the_office_takes_out_a_case(case: Review, office: Person) -> None:
    head = people.make_person("Hilda", Role.HEAD_OF_UNIT, case.unit)
    early = lead_to(make_case(case.unit), State.PLANNED)

    for review in (case, early):
        with pytest.raises(Http404):
            note_export(
                review_id=review.pk, handed=HandedOut("x", {}, []), now=NOW, by=people.actor_today(head)
            )
    with pytest.raises(Refused, match="request-missing"):
        note_export(review_id=case.pk, handed=HandedOut(" ", {}, []), now=NOW, by=people.actor_today(office))


def test_list_names_and_headings_are_in_the_language_asked_for(case: Review, office: Person) -> None:
    page = people.client_of(office).get(reverse("reviews:case_file", args=[case.pk]))
    files = taken_out(post(case, office, language="en", withheld=["history"]))

    assert page.context["form"]["language"].value() == "sv"
    assert {"contents.html", "report.pdf", "case.html", "decision-letter.pdf"} <= set(files)
    told = files["contents.html"].decode()
    assert 'lang="en"' in told
    assert "Left out by the review office after a secrecy assessment." in told
    assert b"Steps of the case" in files["case.html"]
    assert (CaseExport.objects.get().language, CaseExport.objects.get().withheld) == (
        "en",
        ["History of changes"],
    )


def open_case(state: State) -> Review:
    """Give a case in progress with something handed in, a draft that has changed since it was sent, and secrets."""
    review = make_case(people.make_unit("Rönnens hälsocentral"))
    lead = people.make_person("Greta Granskare", Role.REVIEWER, people.make_specialty())
    give_team(review, lead, people.make_person("Göran", Role.REVIEWER, people.make_specialty()))
    grade_everything(review)
    review = lead_to(review, min(state, State.PREPARING, key=PATH.index))
    if state is State.ORDERED:
        return review
    item = MaterialItem.objects.filter(review=review).first()
    MaterialVersion.objects.create(item=item, number=1, text="Inlämnat schema.", handed_in_at=NOW)
    part = review.parts.get()
    text = AreaText.objects.create(part=part, area_key="A", narrative="Skickat till enheten.")
    Verdict.objects.create(
        part=part, criterion_key="A1", source=VerdictSource.RECONCILED, outcome="not_met", note="Enad om brist.",
        recorded_at=NOW,
    )  # fmt: skip
    InterviewNote.objects.create(
        key=uuid4(), part=part, author=lead, interviewed=Interviewed.TRAINEES, text="Hemlig anteckning",
        first_text="Hemlig anteckning", heard_at=NOW, written_at=NOW, saved_at=NOW,
    )  # fmt: skip
    review = lead_to(review, state)
    text.narrative = "Ännu inte skickat."
    text.save()
    CalibrationComment.objects.create(
        part=part, area_key="A", advice="reconsider", text="Kalibrerat ord.", written_at=NOW
    )
    return review


@pytest.mark.parametrize(
    ("state", "there", "not_there"),
    [
        (State.ORDERED, [], ["Greta Granskare", "Inlämnat schema."]),
        (State.VISITED, ["Greta Granskare", "Inlämnat schema."], ["Skickat till enheten."]),
        (State.CALIBRATION, ["Greta Granskare", "Inlämnat schema.", "Skickat till enheten."], []),
    ],
    ids=["ordered", "visited", "calibration"],
)
def test_open_case_gives_what_came_in_and_went_out_and_no_working_material(
    office: Person, state: State, there: list[str], not_there: list[str]
) -> None:
    review = open_case(state)
    page = people.client_of(office).get(reverse("reviews:case_file", args=[review.pk])).content.decode()
    files = taken_out(post(review, office))
    index = json.loads(files["index.json"])
    told = b"\n".join(
        data for name, data in files.items() if name not in ("innehåll.html", "index.json")
    ).decode()

    assert [words for words in there if words not in told] == []
    secrets = ["Hemlig anteckning", "Enad om brist.", "Ännu inte skickat.", "Kalibrerat ord.", "telefon"]
    assert [words for words in (*not_there, *secrets) if words in told] == []
    assert not {"rapport.pdf", "enkater.html", "historik.html", "beslut.html", "kalibrering.html"} & set(
        files
    )
    for cover in (page, files["innehåll.html"].decode()):
        assert "Ärendet är inte beslutat." in cover
        assert "Enkäter: frågorna, vilka som har fått dem" in cover
    assert (index["is_decided"], index["state"]) == (False, state)
    planned_only = any("inte berättat för enheten" in one["what"] for one in index["left_out"])
    assert planned_only == (state is State.ORDERED)
    assert CaseExport.objects.get().state == state


def test_withdrawn_case_gives_what_had_come_in(office: Person) -> None:
    review = open_case(State.PREPARING)
    move_case(
        review_id=review.pk, step=Step.WITHDRAW, reason="Enheten läggs ned.", expected_version=review.version,
        now=NOW, by=people.SYSTEM,
    )  # fmt: skip

    files = taken_out(post(review, office))

    whole = b"\n".join(files.values()).decode()
    assert "Ärendet drogs tillbaka" in files["innehåll.html"].decode()
    assert ("Inlämnat schema." in whole, "Enheten läggs ned." in whole, "Hemlig" in whole) == (
        True,
        True,
        False,
    )


def test_parts_cost_the_same_with_one_and_with_three_things_handed_in(
    case: Review, office: Person, django_assert_max_num_queries
) -> None:
    opened = get_open_case_for(people.actor_today(office), case.pk)
    item = MaterialItem.objects.filter(review=case).exclude(item_key="rota").first()
    for number in (1, 2):
        MaterialVersion.objects.create(item=item, number=number, text="Så är det.", handed_in_at=NOW)

    with django_assert_max_num_queries(4):
        parts = list(documents.material_parts(opened))

    assert sum("Så är det." in part.texts for part in parts) == 1
    assert case_file.flagged_in(parts) == {}


def test_file_tells_what_was_reconsidered_and_why(case: Review, office: Person) -> None:
    assert "omprovning.html" not in taken_out(post(case, office))
    head = people.make_person("Helle", Role.HEAD_OF_UNIT, case.unit)
    ask(case, head, "AD")
    decide(case, office, A="passed", D=("passed_well", "Rotation visad."))

    files = taken_out(post(case, office))
    told = files["omprovning.html"].decode()
    assert files["beslutsbrev-omprovning.pdf"].startswith(b"%PDF-")

    assert "Helle" in told
    assert "Rotation visad." in told
