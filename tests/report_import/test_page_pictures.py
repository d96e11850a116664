"""The pages of an imported PDF as pictures: for whoever may see the file, and nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client

from kollegium.demo.report_files.as_pdf import as_pdf
from kollegium.demo.report_files.compose import synthetic_report
from kollegium.domain.roles import Role
from kollegium.report_import.models import ImportProposal
from tests.people import make_region
from tests.report_import.reports import bring, bring_and_read, make_director, read

pytestmark = pytest.mark.django_db

LogIn = Callable[..., Client]


@pytest.fixture(scope="module")
def printed() -> bytes:
    """One synthetic report as a PDF."""
    return as_pdf(synthetic_report(3))


@pytest.fixture
def proposal(director: Client, printed: bytes) -> ImportProposal:
    """The report, brought by the director and read."""
    return read(bring(director.actor, printed, "rapport.pdf"))  # type: ignore[attr-defined]


def address(proposal: ImportProposal, number: int) -> str:
    """Give the address of a page's picture."""
    return f"/import/{proposal.pk}/pages/{number}.png"


def test_first_and_last_page_are_pictures(director: Client, proposal: ImportProposal) -> None:
    answers = [director.get(address(proposal, number)) for number in (1, proposal.page_count)]

    assert [(answer.status_code, answer["Content-Type"]) for answer in answers] == [(200, "image/png")] * 2
    assert answers[0].content != answers[1].content


def test_a_picture_is_kept_by_the_browser_and_asked_for_again(
    director: Client, proposal: ImportProposal
) -> None:
    first = director.get(address(proposal, 1))

    again = director.get(address(proposal, 1), HTTP_IF_NONE_MATCH=first["ETag"])

    assert first["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.content) == (304, b"")


def test_pages_before_the_first_and_past_the_last_do_not_exist(
    director: Client, proposal: ImportProposal
) -> None:
    numbers = (0, proposal.page_count + 1, 10**30)

    assert [director.get(address(proposal, number)).status_code for number in numbers] == [404] * 3


def test_a_text_has_no_pictures(director: Client) -> None:
    proposal = bring_and_read(director.actor)  # type: ignore[attr-defined]

    page = director.get(f"/import/{proposal.pk}/").content.decode()

    assert director.get(address(proposal, 1)).status_code == 404
    assert ("Visa som bild" in page, "picture-1" in page) == (False, False)


def test_another_director_sees_no_picture_also_when_they_know_its_tag(log_in: LogIn, printed: bytes) -> None:
    proposal = read(bring(make_director(make_region()), printed, "rapport.pdf"))
    stored = proposal.stored_file
    assert stored is not None
    other = log_in(Role.DIRECTOR_OF_TRAINING, make_region(), "Dag Andre")

    answer = other.get(address(proposal, 1), HTTP_IF_NONE_MATCH=f'"{stored.sha256[:32]}-1"')

    assert answer.status_code == 404


def test_a_visitor_is_asked_to_log_in(client: Client, proposal: ImportProposal) -> None:
    assert client.get(address(proposal, 1)).status_code == 302


def test_each_area_leads_to_the_pages_it_stands_on(director: Client, proposal: ImportProposal) -> None:
    page = director.get(f"/import/{proposal.pk}/").content.decode()
    pages = [number for number, _, _ in {(page_of, 0, 0) for _, page_of, _ in proposal.lines}]

    assert all(f'id="picture-{number}"' in page for number in pages)
    area = page.partition('id="area-A"')[2].partition("</form>")[0]
    first_page = next(page_of for _, page_of, text in proposal.lines if text.startswith("A. "))
    assert f'href="#picture-{first_page}"' in area
