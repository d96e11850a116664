"""The letters about a decision and its reconsideration: what they say, to whom, and that they are no report."""

from datetime import date

import pytest
from django.urls import reverse

from kollegium.accounts.models import Person
from kollegium.domain.case_life import State
from kollegium.domain.reading import NotAReport, read
from kollegium.domain.roles import Role
from kollegium.domain.standard import Outcome
from kollegium.extraction import extract
from kollegium.printing import to_docx, to_pdf
from kollegium.printing.tree import Document, FactTable, Table
from kollegium.reviews.actions.decision import Decision, FinalGrade, decide_review
from kollegium.reviews.models import Grade, GradeRound, Review, ReviewKind, Verdict, VerdictSource
from kollegium.reviews.printed_letters import (
    decision_document,
    decision_letter_of,
    reconsideration_document,
    reconsideration_letter_of,
)
from kollegium.reviews.queries.reconsideration import reconsideration_of
from tests import people
from tests.reviews.builders import make_review
from tests.reviews.cases import NOW, give_team, grade_everything, lead_to, make_case
from tests.reviews.reconsiderations import LAST_NOW, ask
from tests.reviews.reconsiderations import decide as reconsider

pytestmark = pytest.mark.django_db
WHY = "Rutinen finns sedan i mars."


@pytest.fixture
def office() -> Person:
    return people.make_person("Kerstin Lind", Role.REVIEW_OFFICE)


@pytest.fixture
def case(office: Person) -> Review:
    """Give a case that the office decided: D failed on two regulations, E against the proposal, the rest passed."""
    review = make_case(people.make_unit("Ekens hälsocentral"))
    give_team(review, people.make_person("Greta", Role.REVIEWER), people.make_person("Göran", Role.REVIEWER))
    grade_everything(review)
    part = review.parts.get()
    for key, outcome in (("D6", "not_met"), ("D7", "partly_met")):
        Verdict.objects.create(
            part=part, criterion_key=key, source=VerdictSource.RECONCILED, outcome=outcome, recorded_at=NOW
        )
    Grade.objects.filter(part=part, area_key="D").update(outcome=Outcome.FAILED)
    review = lead_to(review, State.CALIBRATION)
    return decide_review(
        review_id=review.pk,
        decision=Decision([FinalGrade(part.pk, "E", Outcome.PASSED_WITH_REMARKS, WHY)], "2026-77"),
        expected_version=review.version,
        now=NOW,
        by=people.actor_today(office),
    )


def letter(case: Review, language: str = "sv") -> Document:
    review = Review.objects.select_related("unit__region", "care_provider", "specialty").get(pk=case.pk)
    said = decision_letter_of(review)
    assert said is not None
    return decision_document(said, language)


def answer(case: Review, language: str = "sv") -> Document:
    said = reconsideration_letter_of(case, reconsideration_of(case))
    assert said is not None
    return reconsideration_document(said, language)


def words(value: object) -> str:
    """Give every word of a block, in order."""
    if isinstance(value, tuple):
        return "".join(map(words, value))
    if hasattr(value, "text") and isinstance(value.text, str):
        return value.text
    fields = getattr(value, "__dataclass_fields__", {})
    return "\n".join(words(getattr(value, name)) for name in fields) if fields else ""


def grades(document: Document) -> dict[str, tuple[str, ...]]:
    table = next(block for block in document.blocks if isinstance(block, Table))
    return {words(name)[0]: tuple(map(words, others)) for name, *others in table.rows}


def test_letter_tells_the_decision_its_reasons_what_to_do_and_until_when(case: Review) -> None:
    document = letter(case)

    facts = next(block for block in document.blocks if isinstance(block, FactTable)).facts
    told = {fact.label: words(fact.values) for fact in facts}
    assert told["Ärendenummer"] == "2026-77"
    assert told["Granskningsmodell"].endswith("(spur-st-2021)")
    assert told["Beslutat av"] == "Kerstin Lind, granskningskansli"
    assert told["Beslutsdag"] == "2 mars 2026"
    assert document.dated == date(2026, 3, 2)
    shown = grades(document)
    assert shown["D"] == (
        "D – Inte godkänt",
        "D6 inte uppfyllt, D7 delvis uppfyllt. En föreskrift följs inte, eller bara delvis. ",
    )
    assert shown["E"] == ("C – Godkänt med anmärkning", f"Granskarna föreslog B. {WHY}")
    assert set(shown) == set("ABCDEFGH")
    whole = words(document.blocks)
    assert "till granskningskansliet senast 2 juni 2026" in whole
    assert whole.count("(föreskrift, ") == 2
    assert "till och med 23 mars 2026" in whole
    assert "/reconsideration/" in whole


def test_letter_says_in_both_languages_when_nothing_must_be_done(case: Review) -> None:
    Grade.objects.filter(part__review=case, round=GradeRound.DECISION).update(outcome=Outcome.PASSED)
    Verdict.objects.filter(part__review=case).delete()

    Review.objects.filter(pk=case.pk).update(kind=ReviewKind.INTERNAL)

    assert "av den som leder den interna granskningen" in words(letter(case).blocks)
    assert "Inget måste göras" in words(letter(case).blocks)
    english = words(letter(case, "en").blocks)
    assert "Nothing must be done because of this decision" in english
    assert "action plan to the review office" not in english


def test_letter_names_each_report_and_no_day_where_the_standard_gives_none(office: Person) -> None:
    review = make_case(people.make_unit(), kind=ReviewKind.AT, specialty_id=None, standard_key="at-spur")
    give_team(review, people.make_person("Greta", Role.REVIEWER), people.make_person("Göran", Role.REVIEWER))
    grade_everything(review, Outcome.FAILED)
    review = lead_to(review, State.DECIDED)

    document = letter(review)

    table = next(block for block in document.blocks if isinstance(block, Table))
    names = [words(name) for name, *_others in table.rows]
    assert len(set(names)) == len(names) == Grade.objects.filter(round=GradeRound.DECISION).count()
    assert all(": " in name for name in names)
    whole = words(document.blocks)
    assert "enheten kommer överens om en dag med granskningskansliet" in whole
    assert "lämna en handlingsplan" not in whole


def test_what_is_corrected_later_does_not_change_the_letter(case: Review) -> None:
    before = letter(case)
    Verdict.objects.create(
        part=case.parts.get(), criterion_key="D6", source=VerdictSource.RECONCILED, outcome="met", sequence=2,
        recorded_at=LAST_NOW,
    )  # fmt: skip

    assert letter(case) == before


def test_letter_of_a_reconsideration_tells_what_was_asked_decided_and_that_it_is_over(
    case: Review, office: Person
) -> None:
    head = people.make_person("Helle", Role.HEAD_OF_UNIT, case.unit)
    ask(case, head, "DE", "Rutinen fanns.\n\nDen var inte bifogad.")
    assert reconsideration_letter_of(case, reconsideration_of(case)) is None
    reconsider(case, office, D=("failed", "Den saknas."), E=("passed", "Rutinen visad."))

    document = answer(case)

    whole = words(document.blocks)
    for told in ("Helle", "Rutinen fanns.", "Den var inte bifogad.", "23 mars 2026", "kan inte begäras igen"):
        assert told in whole
    assert grades(document) == {
        "D": ("D – Inte godkänt", "D – Inte godkänt (står fast)", "Den saknas."),
        "E": ("C – Godkänt med anmärkning", "B – Godkänt (ändrad)", "Rutinen visad."),
    }
    assert "senast 2 juni 2026" in whole


@pytest.mark.parametrize("language", ["sv", "en"])
def test_letters_are_never_read_as_a_report(case: Review, office: Person, language: str) -> None:
    ask(case, people.make_person("Helle", Role.HEAD_OF_UNIT, case.unit), "D")
    reconsider(case, office, D="failed")

    for document in (letter(case, language), answer(case, language)):
        for name, data in (("brev.pdf", to_pdf(document)), ("brev.docx", to_docx(document))):
            with pytest.raises(NotAReport):
                read(extract(data, file_name=name), file_name=name)


def test_page_offers_the_letter_to_those_who_may_fetch_it(case: Review, office: Person) -> None:
    unit = case.unit
    address = reverse("reviews:decision_letter", args=[case.pk, "docx"])
    provider = people.make_person("Vera", Role.CARE_PROVIDER_OFFICER, unit.care_provider)
    for person in (office, people.make_person("Hedda", Role.HEAD_OF_UNIT, unit), provider):
        client = people.client_of(person)
        assert (
            address.replace("docx", "pdf")
            in client.get(reverse("reviews:decision", args=[case.pk])).content.decode()
        )
        got = client.get(address, {"language": "en"})
        assert got.headers["Content-Disposition"].endswith('-2026-77-ekens-halsocentral.docx"')
    assert people.client_of(people.make_person("Elsa", Role.TRAINEE, unit)).get(address).status_code == 404


def test_review_that_was_read_in_has_no_letter(office: Person) -> None:
    review = make_review()
    graded = Grade.objects.filter(part__review=review, round=GradeRound.DECISION)
    assert graded.update(decided_on=date(2026, 3, 2))
    page = people.client_of(office).get(reverse("reviews:decision", args=[review.pk])).content.decode()

    assert "letter.pdf" not in page
    assert decision_letter_of(review) is None
    address = reverse("reviews:decision_letter", args=[review.pk, "pdf"])
    assert people.client_of(office).get(address).status_code == 404
