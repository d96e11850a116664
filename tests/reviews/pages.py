"""Browsers and pages for the tests of reviews."""

from django.test import Client

from kollegium.domain.roles import Role
from kollegium.reviews.models import ActionPlanItem
from tests.people import make_account, make_person


def client_of(role: Role | None, at=None) -> Client:
    client = Client()
    client.force_login(make_account(make_person(role=role, at=at)))
    return client


def text_of(answer) -> str:
    return answer.content.decode()


def pages_of(review) -> dict[str, str]:
    part, item = review.parts.get(), ActionPlanItem.objects.get(part__review=review)
    root = f"/reviews/{review.pk}/"
    return {
        "review": root,
        "history": f"{root}history/",
        "facts": f"{root}facts/",
        "grade": f"{root}parts/{part.pk}/grades/D/",
        "verdict": f"{root}parts/{part.pk}/verdicts/D6/",
        "progress": f"{root}actions/{item.pk}/",
        "publish": f"{root}publish/",
    }
