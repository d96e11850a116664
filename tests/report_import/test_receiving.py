"""Files come in once, whatever happens on the way."""

from uuid import uuid4

import pytest

from kollegium.domain.roles import Role
from kollegium.files.models import StoredFile
from kollegium.report_import import actions
from kollegium.report_import.actions.receiving import name_as_text
from kollegium.report_import.models import ImportBatch, ImportProposal, ProposalState
from tests.people import make_actor, make_region, make_unit
from tests.report_import.reports import NOW, bring, make_director, make_office, open_form, read, report_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("rapport.pdf", "rapport.pdf", id="plain"),
        pytest.param('säg "hej".pdf', 'säg "hej".pdf', id="quotes"),
        pytest.param("../../etc/passwd", "../../etc/passwd", id="a path stays text"),
        pytest.param("a\x00b\nc\u202etxt.exe", "a b c txt.exe", id="what cannot be seen"),
        pytest.param("", "?", id="none"),
        pytest.param("\t \n", "?", id="blank"),
        pytest.param("x" * 300 + ".pdf", "…" + "x" * 250 + ".pdf", id="too long keeps its end"),
        pytest.param("A\u030angermanland.txt", "Ångermanland.txt", id="letters put together"),
    ],
)
def test_a_file_name_is_text_for_people(name: str, text: str) -> None:
    assert name_as_text(name) == text


def test_the_same_file_sent_again_gives_the_same_proposal() -> None:
    director, key = make_director(make_region()), uuid4()

    first, second = bring(director, key=key), bring(director, key=key)

    assert first.pk == second.pk
    assert (ImportBatch.objects.count(), ImportProposal.objects.count(), StoredFile.objects.count()) == (
        1,
        1,
        1,
    )


def test_the_same_content_under_another_name_is_a_duplicate() -> None:
    director, key = make_director(make_region()), uuid4()

    first = bring(director, key=key)
    copy = bring(director, name="kopia.txt", key=key)

    assert (copy.state, copy.duplicate_of_id) == (ProposalState.DUPLICATE, first.pk)
    assert StoredFile.objects.count() == 1


def test_another_persons_open_proposal_is_neither_shown_nor_in_the_way() -> None:
    region = make_region()
    first = bring(make_director(region))

    second = bring(make_director(region, "Dag Andre"))

    assert (second.state, second.duplicate_of_id) == (ProposalState.WAITING, None)
    assert second.pk != first.pk


def test_the_office_sees_a_directors_file_and_gets_a_duplicate() -> None:
    first = bring(make_director(make_region()))

    copy = bring(make_office())

    assert (copy.state, copy.duplicate_of_id) == (ProposalState.DUPLICATE, first.pk)


def test_a_duplicate_sent_again_is_read_when_its_original_was_given_up() -> None:
    director, key = make_director(make_region()), uuid4()
    first = read(bring(director, key=key))
    bring(director, name="kopia.txt", key=key)
    actions.discard_proposal(proposal_id=first.pk, by=director)

    again = bring(director, name="kopia.txt", key=key)

    assert (again.state, again.duplicate_of_id) == (ProposalState.WAITING, None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"  \r\n\x00", "empty", id="only blanks"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "not-a-report-format", id="picture"),
        pytest.param(b"<html><body>rapport</body></html>", "not-a-report-format", id="web page"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            id="encrypted",
        ),
        pytest.param(b"x" * (25 * 1024 * 1024 + 1), "too-large", id="too large"),
    ],
)
def test_what_can_be_told_at_the_door_is_refused_and_not_kept(data: bytes, code: str) -> None:
    director = make_director(make_region())

    proposal = actions.receive_file(
        batch=open_form(director), file_name="fil", data=data, by=director, now=NOW
    )

    assert (proposal.state, proposal.refusal_code, proposal.stored_file) == (
        ProposalState.REFUSED,
        code,
        None,
    )
    assert StoredFile.objects.count() == 0


def test_a_refused_file_sent_again_stands_once_in_the_list() -> None:
    director = make_director(make_region())
    batch = open_form(director)

    for _ in range(2):
        actions.refuse_file(batch=batch, file_name="tom.txt", code="empty", by=director, now=NOW)

    assert ImportProposal.objects.count() == 1


def test_a_form_of_another_person_is_refused() -> None:
    key = uuid4()
    open_form(make_director(make_region()), key)

    with pytest.raises(actions.ImportRefused) as refused:
        open_form(make_director(make_region(), "Dag Andre"), key)

    assert refused.value.code == "not-allowed"


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.HEAD_OF_UNIT])
def test_who_may_import_nowhere_brings_nothing(role: Role) -> None:
    actor = make_actor(role, make_unit())

    with pytest.raises(actions.ImportRefused):
        open_form(actor)

    assert ImportBatch.objects.count() == 0


def test_a_file_sent_a_second_time_after_a_passing_fault_is_read_again() -> None:
    director, key = make_director(make_region()), uuid4()
    proposal = bring(director, key=key)
    ImportProposal.objects.filter(pk=proposal.pk).update(
        state=ProposalState.REFUSED, refusal_code="timed-out"
    )

    again = bring(director, key=key)

    assert (again.pk, again.state, again.refusal_code) == (proposal.pk, ProposalState.WAITING, "")


def test_folders_in_a_name_tell_two_files_apart() -> None:
    director, key = make_director(make_region()), uuid4()

    bring(director, report_text("Norrvikens hälsocentral").encode(), "norr/rapport.txt", key)
    bring(director, report_text("Söderby hälsocentral").encode(), "syd/rapport.txt", key)

    assert list(ImportProposal.objects.order_by("pk").values_list("file_name", "state")) == [
        ("norr/rapport.txt", "waiting"),
        ("syd/rapport.txt", "waiting"),
    ]
