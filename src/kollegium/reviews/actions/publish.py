"""Publish a review once every name and every sentence about a single trainee is decided about; withdraw it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kollegium.domain.naming import (
    Decision,
    NameChoice,
    Passage,
    PersonFound,
    SentenceChoice,
    SentenceFound,
    find_people,
    find_trainee_sentences,
    redact,
    unanswered,
)
from kollegium.domain.roles import Permission
from kollegium.reviews.actions.refusals import ReviewRefused, locked_review, person_id_of
from kollegium.reviews.content import (
    Content,
    content_of,
    listing_of,
    passages_of,
    search_text_of,
    with_texts,
    words_of_places,
)
from kollegium.reviews.models import CaseState, Publication, Review
from kollegium.reviews.queries.case import ReviewCase
from kollegium.reviews.queries.one_review import place_of
from kollegium.reviews.queries.whole_case import case_of
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor

FINISHED_STATES = (CaseState.DECIDED, CaseState.FOLLOW_UP, CaseState.CLOSED)


@dataclass(frozen=True, slots=True)
class PublicationChoices:
    """What a person decided. Shape: `names` person's key → choice; `sentences` sentence's key → choice."""

    names: Mapping[str, NameChoice] = field(default_factory=dict)
    sentences: Mapping[str, SentenceChoice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """A review looked through for people before it is published.

    `fingerprint` tells the looked-through content from a later one.
    """

    content: Content
    passages: tuple[Passage, ...]
    people: tuple[PersonFound, ...]
    sentences: tuple[SentenceFound, ...]
    fingerprint: str

    def open_keys(self, choices: PublicationChoices) -> tuple[str, ...]:
        """Give the keys nobody has decided about."""
        return unanswered(self.people, self.sentences, choices.names, choices.sentences)

    def redacted(self, choices: PublicationChoices) -> Content:
        """Give the content as it would be public after these choices."""
        result = redact(
            self.passages, self.people, self.sentences, names=choices.names, wordings=choices.sentences
        )
        return with_texts(self.content, result.texts)

    def names_left(self, choices: PublicationChoices) -> tuple[str, ...]:
        """Give names in the public content that nobody chose to keep, as a new wording may bring in."""
        public = self.redacted(choices)
        kept = {key for key, choice in choices.names.items() if choice.decision is Decision.KEEP}
        kept_words = {word for key in kept for word in key.split()}
        replacements = {
            word for choice in choices.names.values() for word in choice.replacement.lower().split()
        }
        found = find_people(passages_of(public), not_names=(*words_of_places(public), *kept_words))
        return tuple(
            person.name for person in found if not set(person.key.split()) <= kept_words | replacements
        )


def examine(case: ReviewCase) -> Examination:
    """Look a review through for names and for sentences about a single trainee."""
    content = content_of(case)
    passages = passages_of(content)
    return Examination(
        content=content,
        passages=passages,
        people=find_people(passages, reviewers=case.reviewers, not_names=words_of_places(content)),
        sentences=find_trainee_sentences(passages),
        fingerprint=hashlib.sha256(
            json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
        ).hexdigest()[:24],
    )


def publish_review(
    *, review_id: int, choices: PublicationChoices, fingerprint: str, now: datetime, by: "Actor"
) -> Publication:
    """Make a review public exactly as it was previewed and give the publication.

    A standing publication is withdrawn in the same act: a correction is a new publication.

    **Raises** ReviewRefused: `not-allowed-here`, `not-finished`, `content-changed`, `unanswered`,
    `names-remain`, `taken-back`.
    """
    with recording(by=by, action="reviews.publish_review"):
        review = _locked_whole(review_id, by=by)
        if review.state not in FINISHED_STATES:
            raise ReviewRefused("not-finished")
        examination = examine(case_of(review))
        if examination.fingerprint != fingerprint:
            raise ReviewRefused("content-changed")
        if examination.open_keys(choices):
            raise ReviewRefused("unanswered")
        left = examination.names_left(choices)
        if left:
            raise ReviewRefused("names-remain", names=", ".join(left))
        Publication.objects.filter(review=review, withdrawn_at__isnull=True).update(
            withdrawn_at=now, withdrawn_by_id=person_id_of(by), withdrawal_reason=REPLACED
        )
        content = examination.redacted(choices)
        return Publication.objects.create(
            review=review,
            published_at=now,
            published_by_id=person_id_of(by),
            content=content,
            choices=_as_json(examination, choices),
            visited_on=content["visit"]["from"],
            region_name=content["region"],
            specialty_name=content["specialty"],
            listing=listing_of(content),
            search_text=search_text_of(content),
        )


# Stored in place of a reason; the interface words it.
REPLACED = "replaced"


def withdraw_publication(*, review_id: int, reason: str, now: datetime, by: "Actor") -> None:
    """Take a review out of the public register; what was public stays on record.

    **Raises** ReviewRefused: `not-allowed-here`, `reason-missing`, `not-public`.
    """
    with recording(by=by, action="reviews.withdraw_publication"):
        review = (
            Review.objects.select_for_update(of=("self",))
            .select_related("unit", "specialty")
            .get(pk=review_id)
        )
        if not by.may(Permission.PUBLISH_REVIEWS, place_of(review)):
            raise ReviewRefused("not-allowed-here")
        if not reason.strip():
            raise ReviewRefused("reason-missing")
        withdrawn = Publication.objects.filter(review=review, withdrawn_at__isnull=True).update(
            withdrawn_at=now, withdrawn_by_id=person_id_of(by), withdrawal_reason=reason.strip()
        )
        if not withdrawn:
            raise ReviewRefused("not-public")


def _locked_whole(review_id: int, *, by: "Actor") -> Review:
    locked_review(review_id, by=by, permission=Permission.PUBLISH_REVIEWS)
    related = ("unit__region", "unit__care_provider", "care_provider", "specialty")
    return Review.objects.select_related(*related).get(pk=review_id)


def _as_json(examination: Examination, choices: PublicationChoices) -> list[dict[str, Any]]:
    """Give what was decided, for the record that only the review office can read."""
    people = [
        {"what": "name", "found": person.name, "kind": person.kind.value, **_plain(choices.names[person.key])}
        for person in examination.people
    ]
    sentences = [
        {
            "what": "sentence",
            "found": found.text,
            "kind": found.reason.value,
            **_plain(choices.sentences[found.key]),
        }
        for found in examination.sentences
    ]
    return [*people, *sentences]


def _plain(choice: NameChoice | SentenceChoice) -> dict[str, str]:
    return {key: str(value) for key, value in asdict(choice).items()}
