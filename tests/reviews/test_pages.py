"""The pages of reviews answer the right people and nobody else."""

import pytest
from django.test import Client

from kollegium.domain.roles import Role
from tests.people import make_account, make_person, make_provider, make_region, make_unit
from tests.reviews.builders import make_review

pytestmark = pytest.mark.django_db


def client_with(role, at=None) -> Client:
    client = Client()
    client.force_login(make_account(make_person(role=role, at=at)))
    return client


@pytest.fixture
def review():
    return make_review()


PATHS = [
    "",
    "history/",
    "facts/",
    "publish/",
]


@pytest.mark.parametrize("path", PATHS)
def test_office_opens_every_page_of_a_review(review, path) -> None:
    answer = client_with(Role.REVIEW_OFFICE).get(f"/reviews/{review.pk}/{path}")

    assert answer.status_code == 200
    assert review.unit.name in answer.content.decode()
