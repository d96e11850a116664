"""The pages of one action: report with a file, judge, replace and withdraw, and who is turned away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kollegium.action_plans.actions import NewEvidence, SentFile, add_evidence
from kollegium.action_plans.models import Evidence
from kollegium.domain.roles import Role
from kollegium.reviews.models import ActionPlanItem, ActionState
from tests.people import SYSTEM, client_of, make_person, make_unit
from tests.reviews.builders import NOW, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> ActionPlanItem:
    return ActionPlanItem.objects.get(part__review=make_review())


@pytest.fixture
def director(item) -> Client:
    return client_of(make_person("Stina Studierektor", Role.PROGRAMME_DIRECTOR, item.part.review.unit))


@pytest.fixture
def head(item) -> Client:
    return client_of(make_person("Hedda Chef", Role.HEAD_OF_UNIT, item.part.review.unit))


def page(item, rest: str = "") -> str:
    return f"/follow-up/actions/{item.pk}/{rest}"


def text_of(answer) -> str:
    return answer.content.decode()


def sent(**values: object) -> dict[str, object]:
    return {"version": 1, "state": "reported_done", "note": "Klart.", **values}


def test_director_reports_with_a_file_and_the_head_judges_it(item, director, head) -> None:
    file = SimpleUploadedFile("rutin.pdf", b"%PDF-1.7 rutin")
    reported = director.post(page(item, "report/"), sent(file=file, title="Rutin för handledning"))
    seen = text_of(head.get(page(item)))
    judged = head.post(page(item, "judge/"), {"version": 2, "verdict": "done", "note": "Har läst rutinen."})

    item.refresh_from_db()
    assert (reported.status_code, judged.status_code, item.state) == (302, 302, ActionState.DONE)
    assert "Rutin för handledning" in seen
    assert "Stina Studierektor" in seen
    assert "Har läst rutinen." in text_of(director.get(page(item)))


def test_file_is_sent_to_keep_and_never_to_run(item, head) -> None:
    evidence = NewEvidence("Rutin", file=SentFile("rutin å.txt", b"<script>"))
    one = add_evidence(item_id=item.pk, evidence=evidence, now=NOW, by=SYSTEM)

    answer = head.get(page(item, f"evidence/{one.pk}/file/"))

    assert answer.content == b"<script>"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")


def test_wrong_file_keeps_what_was_typed_and_says_what_to_do(item, director) -> None:
    answer = director.post(page(item, "report/"), sent(file=SimpleUploadedFile("x.exe", b"MZ")))

    assert answer.status_code == 422
    assert "Filer kan vara PDF" in text_of(answer)
    assert "Klart." in text_of(answer)
    assert ActionPlanItem.objects.get().state == ActionState.PLANNED


def test_too_large_request_is_answered_before_it_is_read(item, director) -> None:
    answer = director.post(page(item, "report/"), sent(), CONTENT_LENGTH=str(40 * 1024 * 1024))

    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"note": ""}, "note"),
        ({"state": "done"}, "state"),
        ({"state": "nonsense"}, "state"),
        ({"link": "javascript:alert(1)"}, "link"),
    ],
)
def test_bad_report_is_told_at_its_field(item, director, values, said) -> None:
    answer = director.post(page(item, "report/"), sent(**values))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [said]


def test_somebody_else_was_faster(item, director) -> None:
    director.post(page(item, "report/"), sent())

    answer = director.post(page(item, "report/"), sent(note="Mitt eget."))

    assert answer.status_code == 422
    assert "Mitt eget." in text_of(answer)
    assert 'name="version" value="2"' in text_of(answer)


def test_evidence_is_replaced_and_withdrawn_from_the_page(item, director) -> None:
    director.post(page(item, "evidence/"), {"title": "Rutin", "text": "Första."})
    first = Evidence.objects.get()
    director.post(page(item, f"evidence/{first.pk}/replace/"), {"title": "Rutin", "text": "Andra."})
    second = Evidence.objects.get(replaces=first)
    director.post(page(item, f"evidence/{second.pk}/withdraw/"), {"reason": "Fel enhet."})

    shown = text_of(director.get(page(item)))
    assert all(words in shown for words in ("Första.", "Andra.", "Fel enhet.", "Tillbakadraget"))
    assert director.get(page(item, f"evidence/{first.pk}/replace/")).status_code == 404


def test_own_report_is_warned_about(item, head) -> None:
    head.post(page(item, "report/"), sent())

    assert "Du har själv rapporterat den klar" in text_of(head.get(page(item, "judge/")))


@pytest.mark.parametrize("rest", ["", "report/", "judge/", "evidence/"])
def test_another_unit_finds_no_such_page(item, rest) -> None:
    stranger = client_of(make_person(role=Role.HEAD_OF_UNIT, at=make_unit("Vikens hälsocentral")))

    assert stranger.get(page(item, rest)).status_code == 404


def test_those_who_only_read_may_not_change(item) -> None:
    reader = client_of(make_person(role=Role.MAIN_SUPERVISOR, at=item.part.review.unit))

    assert reader.get(page(item)).status_code == 200
    assert reader.post(page(item, "report/"), sent()).status_code == 403
    assert (
        reader.post(page(item, "judge/"), {"version": 1, "verdict": "done", "note": "x"}).status_code == 403
    )


def test_page_of_a_unit_shows_its_actions_and_no_other(item, head) -> None:
    other = make_review(make_unit("Vikens hälsocentral"))

    shown = text_of(head.get(f"/units/{item.part.review.unit_id}/follow-up/"))

    assert page(item) in shown
    assert head.get(f"/units/{other.unit_id}/follow-up/").status_code == 404


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (ActionState.REPORTED_DONE, "Väntar på uppföljning av D6."),
        (ActionState.DONE, "Varje åtgärd som räknas är genomförd: graderingen kan stå kvar."),
        (ActionState.NOT_DONE, "Inte genomfört: D6. Graderingen bör beslutas på nytt."),
    ],
)
def test_office_sees_what_the_rule_says_of_the_grade_and_decides(item, head, state, said) -> None:
    ActionPlanItem.objects.update(state=state)
    office = client_of(make_person("Karin Kansli", Role.REVIEW_OFFICE))

    shown = text_of(office.get(page(item)))

    assert "Område D har gradering C nu." in shown
    assert said in shown
    address = f"/reviews/{item.part.review_id}/parts/{item.part_id}/grades/D/?round=follow_up"
    assert f'href="{address}"' in shown
    assert '<option value="follow_up" selected>' in text_of(office.get(address))
    assert said not in text_of(head.get(page(item)))
