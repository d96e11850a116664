"""The fact check: the unit remarks on the draft it was sent, each remark is answered, and nothing is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404

from kollegium.accounts.models import Person
from kollegium.domain.passages import Span
from kollegium.domain.roles import Role
from kollegium.reviews.models import (
    AreaText,
    FactCheck,
    Remark,
    RemarkKind,
    RemarkOutcome,
    Review,
    ReviewPart,
)
from tests import people
from tests.reviews.cases import NOW
from tests.reviews.fact_checks import LAST, TEXT, answer, refusal_of, remark

pytestmark = pytest.mark.django_db


def test_draft_is_frozen_when_it_is_sent(case: Review, part: ReviewPart) -> None:
    AreaText.objects.filter(part=part).update(narrative="Helt ny text.")

    check = FactCheck.objects.get()
    frozen = {one["key"]: one["text"] for one in check.draft[0]["sections"]}
    assert frozen["area-A"] == TEXT
    assert check.draft[0]["grades"]["A"] == "passed"
    assert (check.number, check.due_on) == (1, LAST)


def test_remark_keeps_the_words_and_their_place(case: Review, head: Person) -> None:
    kept = remark(case, head, Span(26, 55))

    assert (kept.start, kept.quote) == (27, "Handledning ges varje vecka.")
    assert kept.written_by == head


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"span": Span(20, 500)}, "no-such-passage"),
        ({"text": "  \n"}, "remark-empty"),
        ({"now": NOW + timedelta(days=22)}, "fact-check-over"),
    ],
    ids=["beyond the text", "empty", "too late"],
)
def test_bad_remark_is_refused(case: Review, head: Person, values: dict[str, Any], code: str) -> None:
    assert refusal_of(remark, case, head, **values) == code
    assert not Remark.objects.exists()


def test_remark_on_the_last_day_is_in_time(case: Review, head: Person) -> None:
    assert remark(case, head, now=NOW + timedelta(days=21)).pk


def test_remark_on_what_is_missing_needs_no_words(case: Review, head: Person) -> None:
    kept = remark(case, head, None, section_key="weaknesses", kind=RemarkKind.MISSING)

    assert (kept.quote, kept.start) == ("", 0)


@pytest.mark.parametrize("key", ["area-Z", "grades", ""])
def test_unknown_section_is_none(case: Review, head: Person, key: str) -> None:
    with pytest.raises(Http404):
        remark(case, head, section_key=key)


def test_only_the_unit_remarks_and_it_does_not_answer(case: Review, head: Person, greta: Person) -> None:
    kept = remark(case, head)

    assert refusal_of(remark, case, greta) == "not-allowed-here"
    assert refusal_of(answer, case, kept, head) == "not-allowed-here"


def test_head_of_another_unit_finds_no_case(case: Review) -> None:
    other = people.make_person("Axel", Role.HEAD_OF_UNIT, people.make_unit("Annan enhet"))

    with pytest.raises(Http404):
        remark(case, other)


def test_two_answers_at_once_do_not_write_over_each_other(
    case: Review, head: Person, greta: Person, office: Person
) -> None:
    kept = remark(case, head)
    answer(case, kept, greta)

    assert refusal_of(answer, case, kept, office, text="Annat svar.") == "changed-meanwhile"
    kept.refresh_from_db()
    assert (kept.answer, kept.answered_by, kept.version) == ("Rättat.", greta, 1)
    assert answer(case, kept, office, 1, outcome=RemarkOutcome.UNCHANGED).version == 2


def test_answer_without_why_is_refused(case: Review, head: Person, greta: Person) -> None:
    assert refusal_of(answer, case, remark(case, head), greta, text=" ") == "answer-empty"
