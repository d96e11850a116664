"""The pages of a list of people: the file, the preview, the template, and who sees it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kollegium.accounts.actions import (
    correct_row,
    leave_row_out,
)
from kollegium.accounts.models import PeopleImport, Person
from kollegium.accounts.people_rows import checked_rows
from kollegium.domain.people_rows import written_rows
from kollegium.domain.roles import Role
from kollegium.extraction.sheets import sheet_rows
from tests import people
from tests.accounts.people_lists import (
    HEAD,
    TODAY,
    URL,
    confirm,
    preview,
    refused_code,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    """An administrator of the whole country."""
    return people.make_person("Ada Admin", Role.ADMINISTRATOR)


def upload(client: object, data: bytes, name: str = "lista.csv") -> object:
    return client.post(URL, {"file": SimpleUploadedFile(name, data)})  # type: ignore[attr-defined]


def test_file_is_uploaded_shown_and_confirmed(ada: Person) -> None:
    people.make_unit()
    client = people.client_of(ada)
    data = f"{HEAD}\nÅsa Öst;asa@x.se;;ST-läkare;Tallbackens hälsocentral;;;\nBo;;;ST-läkare;Nånstans;;;".encode()

    answer = upload(client, data)
    page = client.get(answer.headers["Location"])  # type: ignore[attr-defined]

    assert page.context["counts"] == {"all": 2, "faults": 1, "people": 1, "roles": 1, "left_out": 0}
    assert [row["number"] for row in page.context["rows"]] == [3]
    assert page.context["may_confirm"] is False


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 x", "Det här är varken CSV eller Excel"),
        (b"Fornamn;Efternamn\nA;B\n", "Saknas: Namn, Roll"),
        (b"Namn;Roll\n", "Det finns ingen i listan"),
    ],
    ids=["pdf", "columns", "nobody"],
)
def test_file_that_is_no_list_is_told_so(ada: Person, data: bytes, message: str) -> None:
    answer = upload(people.client_of(ada), data, "lista.xlsx")

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert message in answer.content.decode()  # type: ignore[attr-defined]
    assert not PeopleImport.objects.exists()


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_template_is_itself_a_list_that_is_understood(ada: Person, extension: str) -> None:
    people.make_unit("Enhetens namn")

    answer = people.client_of(ada).get(reverse("accounts:import_template", args=[extension]))

    rows = checked_rows(people.actor_today(ada), written_rows(sheet_rows(answer.content)), as_of=TODAY)
    assert [(row.has_faults, row.row.role, row.row.name) for row in rows] == [
        (False, Role.TRAINEE, "Exempel Person")
    ]


def test_imports_are_seen_by_who_made_them_and_by_the_country(ada: Person) -> None:
    people.make_unit()
    region = people.make_region()
    rut, rolf = (people.make_person(name, Role.ADMINISTRATOR, region) for name in ("Rut", "Rolf"))
    head = people.make_person("Hedda", Role.HEAD_OF_UNIT, people.make_unit("Grannen"))
    found = preview(rut, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;")
    url = reverse("accounts:import", args=[found.pk])
    everybody = (rut, ada, rolf, head)

    assert [people.client_of(one).get(url).status_code for one in everybody] == [200, 200, 404, 404]
    assert [people.client_of(one).get(URL).status_code for one in everybody] == [200, 200, 200, 404]
    change = reverse("accounts:import_change", args=[found.pk])
    assert [people.client_of(one).post(change).status_code for one in (rolf, head)] == [404, 404]
    assert refused_code(lambda: confirm(found, rolf)) == "not-allowed"
    assert refused_code(lambda: confirm(found, head)) == "not-allowed"


def test_preview_is_thrown_away(ada: Person) -> None:
    people.make_unit()
    line = "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;"
    kept, thrown = preview(ada, line), preview(ada, line)

    people.client_of(ada).post(reverse("accounts:import_change", args=[thrown.pk]), {"discard": "1"})

    assert list(PeopleImport.objects.values_list("pk", flat=True)) == [kept.pk]


def test_row_that_is_gone_and_import_that_is_gone(ada: Person) -> None:
    people.make_unit()
    found = preview(ada, "Åsa;;;ST-läkare;Tallbackens hälsocentral;;;")
    actor = people.actor_today(ada)

    leave_row_out(import_id=found.pk, number=2, by=actor)

    assert refused_code(lambda: confirm(found, ada)) == "import-empty"
    assert people.client_of(ada).get(reverse("accounts:import_row", args=[found.pk, 2])).status_code == 404
    assert (
        refused_code(lambda: correct_row(import_id=999_999, number=2, texts={}, expected_version=1, by=actor))
        == "import-not-open"
    )
