"""Evidence of an action: what is taken, versions, withdrawing; and judging what was reported done."""

from dataclasses import replace

import pytest

from kollegium.action_plans.actions import (
    ActionReport,
    NewEvidence,
    SentFile,
    add_evidence,
    judge_action,
    report_action,
    withdraw_evidence,
)
from kollegium.action_plans.case_file import evidence_parts
from kollegium.action_plans.models import Evidence
from kollegium.action_plans.queries import get_action_for
from kollegium.domain.roles import Role
from kollegium.files.models import StoredFile
from kollegium.reviews.actions import ReviewRefused, report_progress
from kollegium.reviews.models import ActionPlanItem, ActionProgress, ActionState, CaseState, Review
from kollegium.reviews.queries.open_cases import OpenCase
from kollegium.trail.queries import log_of
from tests.people import make_actor, make_unit
from tests.reviews.builders import NOW, make_review, plain_part, plan_item

pytestmark = pytest.mark.django_db
ROUTINE = NewEvidence("Rutin", text="Ligger på intranätet.")
PDF = SentFile("rutin.pdf", b"%PDF-1.7 en rutin")


@pytest.fixture
def item() -> ActionPlanItem:
    return ActionPlanItem.objects.get(part__review=make_review())


@pytest.fixture
def director(item: ActionPlanItem):
    return make_actor(Role.PROGRAMME_DIRECTOR, item.part.review.unit, "Stina Studierektor")


@pytest.fixture
def head(item: ActionPlanItem):
    return make_actor(Role.HEAD_OF_UNIT, item.part.review.unit, "Hedda Chef")


def shown(actor, item: ActionPlanItem):
    return [
        (one.title, one.text, [old.text for old in one.earlier], bool(one.withdrawn_at))
        for one in get_action_for(actor, item.pk).evidence
    ]


def test_newer_version_stands_before_the_one_it_replaces(item, director) -> None:
    first = add_evidence(item_id=item.pk, evidence=ROUTINE, now=NOW, by=director)
    newer = NewEvidence("Rutin", text="Ändrad i maj.", replaces=first.pk)
    add_evidence(item_id=item.pk, evidence=newer, now=NOW, by=director)

    assert shown(director, item) == [("Rutin", "Ändrad i maj.", ["Ligger på intranätet."], False)]


def test_what_is_replaced_is_neither_replaced_nor_withdrawn_again(item, director) -> None:
    first = add_evidence(item_id=item.pk, evidence=ROUTINE, now=NOW, by=director)
    newer = NewEvidence("Rutin", text="Ändrad.", replaces=first.pk)
    add_evidence(item_id=item.pk, evidence=newer, now=NOW, by=director)

    with pytest.raises(ReviewRefused, match="already-replaced"):
        add_evidence(item_id=item.pk, evidence=newer, now=NOW, by=director)
    with pytest.raises(ReviewRefused, match="already-replaced"):
        withdraw_evidence(item_id=item.pk, evidence_id=first.pk, reason="Fel.", now=NOW, by=director)


def test_withdrawn_evidence_stays_on_record_with_its_reason(item, director) -> None:
    first = add_evidence(item_id=item.pk, evidence=ROUTINE, now=NOW, by=director)

    withdraw_evidence(item_id=item.pk, evidence_id=first.pk, reason="Fel enhet.", now=NOW, by=director)

    assert shown(director, item) == [("Rutin", "Ligger på intranätet.", [], True)]
    assert log_of(Evidence.objects.all())[-1].action == "action_plans.withdraw_evidence"
    with pytest.raises(ReviewRefused, match="already-withdrawn"):
        withdraw_evidence(item_id=item.pk, evidence_id=first.pk, reason="Igen.", now=NOW, by=director)


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        (NewEvidence("Tomt"), "nothing-shown"),
        (NewEvidence("Tom fil", file=SentFile("a.pdf", b"")), "file-empty"),
        (NewEvidence("Program", file=SentFile("a.exe", b"MZ")), "file-kind"),
        (NewEvidence("Utklädd", file=SentFile("a.pdf", b"<html>")), "file-kind"),
        (NewEvidence("Bytes", file=SentFile("a.txt", b"a\0b")), "file-kind"),
        (NewEvidence("Stor", file=SentFile("a.txt", b"x" * (10 * 1024 * 1024 + 1))), "file-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.title,
)
def test_evidence_that_shows_nothing_or_is_no_known_file_is_refused(item, director, evidence, code) -> None:
    with pytest.raises(ReviewRefused, match=code):
        add_evidence(item_id=item.pk, evidence=evidence, now=NOW, by=director)

    assert (Evidence.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_file_of_just_the_largest_size_is_taken(item, director) -> None:
    largest = NewEvidence("Stor", file=SentFile("a.txt", b"x" * (10 * 1024 * 1024)))

    assert add_evidence(item_id=item.pk, evidence=largest, now=NOW, by=director).file.size == 10 * 1024 * 1024


def test_those_of_another_unit_and_those_who_only_read_add_nothing(item) -> None:
    for actor in (
        make_actor(Role.PROGRAMME_DIRECTOR, make_unit("Vikens hälsocentral")),
        make_actor(Role.MAIN_SUPERVISOR, item.part.review.unit),
        make_actor(Role.CARE_PROVIDER_OFFICER, item.part.review.unit.care_provider),
    ):
        with pytest.raises(ReviewRefused, match="not-allowed-here"):
            add_evidence(item_id=item.pk, evidence=ROUTINE, now=NOW, by=actor)

    assert not Evidence.objects.exists()


def test_main_supervisor_sees_the_action_and_not_what_it_rests_on(item, director) -> None:
    add_evidence(item_id=item.pk, evidence=ROUTINE, now=NOW, by=director)

    action = get_action_for(make_actor(Role.MAIN_SUPERVISOR, item.part.review.unit), item.pk)

    assert (action.item, action.evidence, action.may_see_evidence) == (item, (), False)


def test_report_and_its_evidence_are_kept_together_or_not_at_all(item, director) -> None:
    wrong = ActionReport(
        ActionState.REPORTED_DONE, "Klart.", NewEvidence("Fil", file=SentFile("a.exe", b"MZ"))
    )
    with pytest.raises(ReviewRefused, match="file-kind"):
        report_action(item_id=item.pk, report=wrong, expected_version=1, now=NOW, by=director)
    item.refresh_from_db()
    assert (item.state, ActionProgress.objects.count()) == (ActionState.PLANNED, 0)

    right = ActionReport(ActionState.REPORTED_DONE, "Klart.", NewEvidence("Fil", file=PDF))
    report_action(item_id=item.pk, report=right, expected_version=1, now=NOW, by=director)

    item.refresh_from_db()
    assert (item.state, Evidence.objects.get().file.media_type) == (
        ActionState.REPORTED_DONE,
        "application/pdf",
    )


@pytest.mark.parametrize(("is_done", "state"), [(True, ActionState.DONE), (False, ActionState.NOT_DONE)])
def test_head_judges_what_was_reported_done(item, director, head, is_done, state) -> None:
    report_action(
        item_id=item.pk,
        report=ActionReport(ActionState.REPORTED_DONE, "Klart."),
        expected_version=1,
        now=NOW,
        by=director,
    )

    judge_action(item_id=item.pk, is_done=is_done, reason="Sett.", expected_version=2, now=NOW, by=head)

    item.refresh_from_db()
    assert item.state == state
    assert Review.objects.get().open_action_count == (0 if is_done else 1)


def test_what_nobody_reported_is_not_judged(item, head) -> None:
    with pytest.raises(ReviewRefused, match="not-reported"):
        judge_action(item_id=item.pk, is_done=True, reason="Sett.", expected_version=1, now=NOW, by=head)


def test_programme_director_reports_and_does_not_judge(item, director) -> None:
    with pytest.raises(ReviewRefused, match="not-allowed-here"):
        report_progress(
            item_id=item.pk, state=ActionState.DONE, note="Klart.", expected_version=1, now=NOW, by=director
        )


def test_two_who_judge_at_once_both_see_it(item, director, head) -> None:
    report = ActionReport(ActionState.REPORTED_DONE, "Klart.")
    report_action(item_id=item.pk, report=report, expected_version=1, now=NOW, by=director)

    with pytest.raises(ReviewRefused, match="changed-meanwhile"):
        judge_action(item_id=item.pk, is_done=True, reason="Sett.", expected_version=1, now=NOW, by=head)


def test_nothing_is_added_to_an_import_that_was_taken_back(item, director) -> None:
    Review.objects.update(state=CaseState.TAKEN_BACK, taken_back_reason="fel enhet")

    with pytest.raises(ReviewRefused, match="taken-back"):
        add_evidence(item_id=item.pk, evidence=ROUTINE, now=NOW, by=director)


def test_evidence_of_another_action_cannot_be_replaced(director) -> None:
    review = make_review(part=plain_part(plan_items=(plan_item(), plan_item("E1"))))
    one, other = ActionPlanItem.objects.filter(part__review=review).order_by("pk")
    first = add_evidence(item_id=one.pk, evidence=ROUTINE, now=NOW, by=director)

    with pytest.raises(Evidence.DoesNotExist):
        add_evidence(
            item_id=other.pk, evidence=NewEvidence("R", text="r", replaces=first.pk), now=NOW, by=director
        )


def test_all_evidence_stands_in_the_file_of_the_case_with_what_it_held(item, director, head) -> None:
    shows = NewEvidence("Rutin", file=PDF)
    first = add_evidence(item_id=item.pk, evidence=shows, now=NOW, by=director)
    add_evidence(item_id=item.pk, evidence=replace(ROUTINE, replaces=first.pk), now=NOW, by=director)
    other = add_evidence(item_id=item.pk, evidence=replace(ROUTINE, title="Fel"), now=NOW, by=director)
    withdraw_evidence(item_id=item.pk, evidence_id=other.pk, reason="Fel enhet.", now=NOW, by=head)
    case = OpenCase(item.part.review, frozenset(), None)

    (part,) = evidence_parts(case)

    held = {file.name: file.data() for file in part.files}
    assert held["underlag/01-rutin.pdf"] == PDF.data
    assert set(held) == {"underlag/om.html", "underlag/om.json", "underlag/01-rutin.pdf"}
    assert {"Ligger på intranätet.", "underlag/01-rutin.pdf"} <= set(part.texts)
    assert any("Fel enhet." in text for text in part.texts)
    assert part.must_be_read
    assert list(evidence_parts(OpenCase(make_review(), frozenset(), None))) == []
