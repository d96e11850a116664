"""Questionnaires of the demo: a round that is closed, with a group to read, one too small, and two open answers."""

from datetime import date
from typing import TYPE_CHECKING

from kollegium.domain import instruments
from kollegium.domain.instruments import Answers, ItemKind
from kollegium.questionnaires.actions import (
    Invited,
    close_round,
    invite,
    prepare_round,
    send_answers,
    send_round,
)
from kollegium.questionnaires.ciphering import link_hash
from kollegium.questionnaires.models import Invitation, Link
from kollegium.reviews.models import Review
from kollegium.reviews.queries.questionnaires import subject_of

if TYPE_CHECKING:
    from kollegium.accounts.models import Person
    from kollegium.domain.roles import Actor

SENT, LAST_DAY, CLOSED = date(2025, 11, 10), date(2025, 12, 1), date(2025, 12, 2)
# How many are asked with each questionnaire, and what each of those who answer says in own words.
ASKED = (
    (
        "trainee-1",
        5,
        (
            "Handledningen är bra när den blir av, men den stryks när det är ont om folk.",
            "Introduktionen var den bästa jag har fått. Schemalägg självstudierna.",
            "",
            "Mer återkoppling efter jouren.",
        ),
    ),
    ("supervisor-1", 4, ("Jag skulle behöva tid för bedömningarna.", "")),
)
OPENLY = (
    ("programme-director-1", "studierektor@exempel.se", "Handledarna behöver tid i schemat för bedömningar."),
    ("head-of-unit-1", "chef@exempel.se", "Fler handledare med utbildning."),
)


def add_demo_questionnaires(review: Review, people: "dict[str, Person]", *, by: "Actor") -> None:
    """Ask, answer and close, as it is done in use but for the letters: these people have no mail."""
    found = prepare_round(
        subject_key=subject_of(review), unit_id=review.unit_id, closes_on=LAST_DAY, as_of=SENT, by=by
    )
    for key, number, _ in ASKED:
        some = [Invited(f"Tillfrågad {n}", f"{key}-{n}@exempel.se") for n in range(number)]
        invite(round_id=found.pk, instrument_key=key, people=some, by=by)
    for key, email, _ in OPENLY:
        some = [Invited(people[email].name, email)]
        invite(round_id=found.pk, instrument_key=key, people=some, by=by)
    send_round(round_id=found.pk, as_of=SENT, by=by)
    for key, _, texts in ASKED:
        for number, text in enumerate(texts):
            _answer(key, f"{key}-{number}@exempel.se", found.pk, number, text)
    for number, (key, email, text) in enumerate(OPENLY):
        _answer(key, email, found.pk, number, text)
    close_round(round_id=found.pk, as_of=CLOSED)


def _answer(key: str, email: str, round_id: int, number: int, text: str) -> None:
    invited = Invitation.objects.get(group__round=round_id, group__instrument_key=key, email=email)
    token = f"demo-{round_id}-{key}-{number}"
    Link.objects.create(token_hash=link_hash(token), group_id=invited.group_id, invitation=invited)
    send_answers(token=token, sent=_answers(key, number, text), as_of=SENT)


def _answers(key: str, number: int, text: str) -> Answers:
    """Give answers that differ a little between people and statements, the same every time."""
    instrument = instruments.load(key)
    steps = [step.key for step in instrument.steps]
    likely = [steps[0], steps[1], steps[1], steps[2], steps[0], steps[1], steps[3], steps[4]]
    given = {
        item.key: likely[(position * 3 + number * 5) % len(likely)]
        for position, item in enumerate(instrument.items)
        if item.kind is ItemKind.SCALE
    }
    return {**given, "own-words": text} if text else given
