"""Publishing: nothing undecided, nothing that was not previewed, withdrawn at once."""

import pytest

from kollegium.domain.naming import Decision, NameChoice, SentenceChoice
from kollegium.domain.roles import Role
from kollegium.reviews import actions
from kollegium.reviews.actions import PublicationChoices, ReviewRefused, examine
from kollegium.reviews.models import CaseState, Publication, Review
from kollegium.reviews.queries import case_of, get_case_for
from kollegium.reviews.recorded import RecordedArea
from tests.people import make_actor
from tests.reviews.builders import NOW, make_review, plain_part

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_actor(Role.REVIEW_OFFICE, name="Karin Kansli")


@pytest.fixture
def review():
    areas = (
        RecordedArea(
            "A",
            "Enligt studierektor Sanna Ekvall finns rutiner. ST-läkaren är tidigare specialist i kirurgi.",
        ),
    )
    return make_review(part=plain_part(areas=areas))


def decided(examination, **others) -> PublicationChoices:
    """Give the proposal for every name and leave every sentence out, unless told otherwise."""
    names = {person.key: NameChoice(Decision.REPLACE, person.function) for person in examination.people}
    sentences = {found.key: SentenceChoice(Decision.LEAVE_OUT) for found in examination.sentences}
    return PublicationChoices(
        {**names, **others.get("names", {})}, {**sentences, **others.get("sentences", {})}
    )


def publish(review, office, choices, fingerprint=None):
    examination = examine(case_of(Review.objects.get(pk=review.pk)))
    return actions.publish_review(
        review_id=review.pk,
        choices=choices,
        fingerprint=fingerprint or examination.fingerprint,
        now=NOW,
        by=office,
    )


def refusal_of(call) -> str:
    with pytest.raises(ReviewRefused) as refused:
        call()
    return refused.value.code


def test_every_name_and_sentence_of_the_review_is_found(review, office) -> None:
    examination = examine(get_case_for(office, review.pk))

    assert [(person.name, person.function) for person in examination.people] == [
        ("Torgny Ekdal", "granskare 1"),
        ("Majken Örn", "granskare 2"),
        ("Sanna Ekvall", "studierektor"),
        ("Ylva Fjällhed", "enhetschef"),
    ]
    assert [found.text for found in examination.sentences] == ["ST-läkaren är tidigare specialist i kirurgi."]


def test_published_content_holds_functions_and_no_name(review, office) -> None:
    publication = publish(review, office, decided(examine(get_case_for(office, review.pk))))

    content = publication.content
    assert content["reviewers"] == ["Granskare 1", "Granskare 2"]
    assert content["parts"][0]["areas"][0]["narrative"] == "Enligt studierektorn finns rutiner."
    assert content["parts"][0]["plan"][0]["responsible"] == "Enhetschef"
    for name in ("Ekdal", "Örn", "Ekvall", "Fjällhed", "Torgny", "Majken", "kirurgi"):
        assert name not in str(content)
        assert name not in publication.search_text
        assert name not in str(publication.listing)


def test_nothing_is_published_with_one_name_undecided(review, office) -> None:
    examination = examine(get_case_for(office, review.pk))
    choices = decided(examination)
    names = dict(choices.names)
    del names["sanna ekvall"]

    assert (
        refusal_of(lambda: publish(review, office, PublicationChoices(names, choices.sentences)))
        == "unanswered"
    )
    assert not Publication.objects.exists()


def test_nothing_is_published_with_one_sentence_undecided(review, office) -> None:
    choices = decided(examine(get_case_for(office, review.pk)))

    assert refusal_of(lambda: publish(review, office, PublicationChoices(choices.names, {}))) == "unanswered"


def test_name_in_a_new_wording_stops_the_publication(review, office) -> None:
    examination = examine(get_case_for(office, review.pk))
    key = examination.sentences[0].key
    choices = decided(
        examination, sentences={key: SentenceChoice(Decision.REPLACE, "Arbetet leds av Göran Lundkvist.")}
    )

    assert refusal_of(lambda: publish(review, office, choices)) == "names-remain"


def test_name_that_was_kept_on_purpose_may_stand(review, office) -> None:
    choices = decided(
        examine(get_case_for(office, review.pk)), names={"sanna ekvall": NameChoice(Decision.KEEP)}
    )

    publication = publish(review, office, choices)

    assert "Sanna Ekvall" in publication.content["parts"][0]["areas"][0]["narrative"]


def test_review_that_changed_after_the_preview_is_not_published(review, office) -> None:
    examination = examine(get_case_for(office, review.pk))
    Review.objects.filter(pk=review.pk).update(visit_text="Med Rut Ask")

    def call() -> None:
        publish(review, office, decided(examination), fingerprint=examination.fingerprint)

    assert refusal_of(call) == "content-changed"


@pytest.mark.parametrize("state", [CaseState.DRAFT, CaseState.FACT_CHECK, CaseState.CALIBRATION])
def test_review_that_is_not_decided_is_not_published(review, office, state) -> None:
    choices = decided(examine(get_case_for(office, review.pk)))
    Review.objects.filter(pk=review.pk).update(state=state)

    assert refusal_of(lambda: publish(review, office, choices)) == "still-in-progress"


@pytest.mark.parametrize("role", [Role.HEAD_OF_UNIT, Role.DIRECTOR_OF_TRAINING])
def test_only_the_office_publishes(review, office, role) -> None:
    place = review.unit if role is Role.HEAD_OF_UNIT else review.unit.region
    choices = decided(examine(get_case_for(office, review.pk)))

    assert refusal_of(lambda: publish(review, make_actor(role, place), choices)) == "not-allowed-here"


def test_new_publication_takes_the_place_of_the_old_one(review, office) -> None:
    choices = decided(examine(get_case_for(office, review.pk)))
    first, second = publish(review, office, choices), publish(review, office, choices)

    first.refresh_from_db()
    assert first.withdrawn_at == NOW
    assert second.withdrawn_at is None


def test_withdrawal_needs_a_reason_and_a_publication(review, office) -> None:
    def withdraw(reason: str) -> None:
        actions.withdraw_publication(review_id=review.pk, reason=reason, now=NOW, by=office)

    assert refusal_of(lambda: withdraw("fel")) == "not-public"
    publish(review, office, decided(examine(get_case_for(office, review.pk))))
    assert refusal_of(lambda: withdraw(" ")) == "reason-missing"

    withdraw("Ett namn stod kvar.")

    publication = Publication.objects.get()
    assert (publication.withdrawal_reason, publication.withdrawn_by_id) == (
        "Ett namn stod kvar.",
        office.person_id,
    )
    assert not case_of(Review.objects.get(pk=review.pk)).publication.is_public


def test_choices_are_kept_for_the_record(review, office) -> None:
    publication = publish(review, office, decided(examine(get_case_for(office, review.pk))))

    kept = {(item["what"], item["found"], item["decision"]) for item in publication.choices}
    assert ("name", "Sanna Ekvall", "replace") in kept
    assert ("sentence", "ST-läkaren är tidigare specialist i kirurgi.", "leave_out") in kept
