"""The reviews of the walk, and the files they are read from."""

from dataclasses import replace
from datetime import date
from typing import Any

from kollegium.accounts.models import Person
from kollegium.accounts.queries import actor_of_person
from kollegium.action_plans.actions import NewEvidence, SentFile, add_evidence
from kollegium.action_plans.models import Evidence, ExtraReview
from kollegium.domain.roles import Permission
from kollegium.organisations.models import Specialty, Unit
from kollegium.report_import.models import ImportProposal
from kollegium.reviews import actions
from kollegium.reviews.actions import ReviewFacts
from kollegium.reviews.models import ActionPlanItem, ActionState, CaseState, Review, ReviewPart
from kollegium.reviews.recorded import RecordedArea
from tests import people
from tests.matrix.expected import Marker, Thing
from tests.matrix.found import NOWHERE, World
from tests.matrix.viewpoints import UNITS, Spot
from tests.report_import.reports import NARRATIVES, bring_and_read, report_text
from tests.reviews.builders import NOW, make_review, plain_part, plan_item, publish_as_proposed

# Which reviews there are: key → unit, specialty, what is done with it.
REVIEWS = {
    "recorded": ("clinic", "family", ""),
    "published": ("clinic", "family", "published"),
    "withdrawn": ("clinic", "surgery", "withdrawn"),
    "under": ("team", "surgery", ""),
    "merged": ("old", "surgery", ""),
    "private": ("private", "surgery", ""),
    "crossing": ("crossing", "surgery", ""),
    "away": ("away", "family", ""),
    "away-published": ("away", "surgery", "published"),
    "away-taken-back": ("away", "surgery", "taken-back"),
}
PROPOSALS = {
    "office": "review_office-national",
    "director": "director_of_training-region",
}


def add_reviews(world: World, places: dict[tuple[str, str], Any]) -> None:
    world.things["review"], world.things["publication"] = [], []
    for key, (unit, specialty, fate) in REVIEWS.items():
        review = _review(key, places["unit", unit], places["specialty", specialty], fate)
        part = ReviewPart.objects.get(review=review)
        item = ActionPlanItem.objects.get(part=part)
        ids = {
            "review_id": review.pk, "part_id": part.pk, "item_id": item.pk,
            "evidence_id": Evidence.objects.get(item=item).pk,
            "extra_id": ExtraReview.objects.get(review=review).pk,
            "area_key": "D", "criterion_key": "D6", "section_key": "area-D", "extension": "docx",
        }  # fmt: skip
        unknown = {**ids, "review_id": NOWHERE, "item_id": NOWHERE, "extra_id": NOWHERE}
        thing = Thing(key, ids, unknown, (replace(UNITS[unit], specialty=specialty),))
        world.things["review"].append(thing)
        is_public = fate == "published"
        world.things["publication"].append(
            Thing(
                key,
                {"review_id": review.pk, "extension": "json"},
                {"review_id": NOWHERE, "extension": "json"},
                is_there=is_public,
            )
        )
        read, told = (Permission.READ_REVIEWS, thing), (Permission.READ_REVIEW_HISTORY, thing)
        word = word_of(key)
        world.markers += [
            Marker(f"zqtext{word}", (read,), is_public),
            Marker(f"/register/{review.pk}/", (read,), is_public),
            # A report bears its case's number, also in public.
            Marker(f"zq-nr-{word}", (read,), is_public),
            *(Marker(f"{start}{word}", (read,)) for start in ("zqnamn", "zqnot", "zqskal")),
            Marker(f"/reviews/{review.pk}/", (read,)),
            *(Marker(f"{start}{word}", (told,)) for start in ("zqforr", "zqbevis", "zqbilaga")),
        ]
        if fate in ("withdrawn", "taken-back"):
            world.markers.append(Marker(f"zqorsak{word}", (read,)))


def word_of(key: str) -> str:
    # No word begins another, for a search finds by the beginnings of words.
    return f"{key.replace('-', '')}z"


def _review(key: str, unit: Unit, specialty: Specialty, fate: str) -> Review:
    word = word_of(key)
    base = plain_part()
    grades = (*base.grades[:-1], replace(base.grades[-1], reason=f"skälet zqskal{word}"))
    part = plain_part(
        strengths=(f"God stämning, zqtext{word}.",),
        areas=(RecordedArea("A", f"Mottagningen har zqtext{word}."),),
        grades=grades,
        plan_items=(
            plan_item(action=f"Alla får zqtext{word}.", responsible=f"Enhetschef Ylva Zqnamn{word}"),
        ),
    )
    review = make_review(
        unit,
        specialty=specialty,
        part=part,
        reviewers=(f"Torgny Zqnamn{word}", "Majken Örn"),
        case_number=f"zq-nr-{word}",
        report_date_text=f"zqforr{word}",
    )
    _correct(review)
    item = ActionPlanItem.objects.get(part__review=review)
    actions.report_progress(
        item_id=item.pk,
        state=ActionState.NOT_DONE,
        note=f"läget är zqnot{word}",
        expected_version=item.version,
        now=NOW,
        by=people.SYSTEM,
    )
    _show(item, word)
    _settle(review, fate, f"för att zqorsak{word}")
    return review


def _show(item: ActionPlanItem, word: str) -> None:
    file = SentFile(f"zqbilaga{word}.txt", f"zqbevis{word}".encode())
    shown = NewEvidence(title="En rutin", text=f"Den heter zqbevis{word}", file=file)
    days = {"decided_on": date(2025, 12, 1), "due_on": date(2026, 6, 1)}
    ExtraReview.objects.create(review_id=item.part.review_id, **days)
    add_evidence(item_id=item.pk, evidence=shown, now=NOW, by=people.SYSTEM)


def _correct(review: Review) -> None:
    """Change a fact, so that what stood before is known to the history alone."""
    names = [name for name in ReviewFacts.__dataclass_fields__ if name != "report_date_text"]
    facts = ReviewFacts(**{name: getattr(review, name) for name in names}, report_date_text="")
    actions.correct_facts(review_id=review.pk, facts=facts, expected_version=review.version, by=people.SYSTEM)


def _settle(review: Review, fate: str, reason: str) -> None:
    if fate in ("published", "withdrawn"):
        publish_as_proposed(review)
    if fate == "withdrawn":
        actions.withdraw_publication(review_id=review.pk, reason=reason, now=NOW, by=people.SYSTEM)
    if fate == "taken-back":
        Review.objects.filter(pk=review.pk).update(state=CaseState.TAKEN_BACK, taken_back_reason=reason)


def add_imports(world: World, persons: dict[str, Person], today: date) -> None:
    for kind in ("proposal", "page", "batch", "own form"):
        world.things[kind] = []
    for key, owner in PROPOSALS.items():
        by = actor_of_person(persons[owner], as_of=today)
        proposal = _proposal(by, word_of(key))
        thing = Thing(key, {"proposal_id": proposal.pk}, {"proposal_id": NOWHERE}, (Spot(),), owner)
        world.things["proposal"].append(thing)
        page = {"number": 1}
        world.things["page"].append(
            replace(thing, ids={**thing.ids, **page}, unknown={**thing.unknown, **page})
        )
        batch, form_key = proposal.batch, proposal.batch.form_key
        world.things["batch"].append(
            replace(thing, ids={"batch_id": batch.pk}, unknown={"batch_id": NOWHERE})
        )
        # What a form has begun is gone on with by the one who began it; nothing sent, its key tells nothing.
        world.things["own form"].append(
            replace(thing, ids={"form_key": form_key}, unknown={}, owner="anybody")
        )
        way = (Permission.IMPORT_REVIEWS, thing)
        world.markers += [
            Marker(text, (way,))
            for text in (
                f"zqfil{word_of(key)}", f"zqutkast{word_of(key)}", f"/import/{proposal.pk}/", f"/import/batches/{batch.pk}/", 
                str(form_key),
            )
        ]  # fmt: skip


def _proposal(by: Any, word: str) -> ImportProposal:
    text = report_text().replace(NARRATIVES["A"], f"{NARRATIVES['A']} Det heter zqutkast{word}.")
    return bring_and_read(by, text, f"zqfil{word}.txt")
