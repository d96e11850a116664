"""What the pages of reviews say in the language of the page."""

import re

import pytest
from django.test import Client

from kollegium.domain.roles import Role
from tests.people import make_account, make_person
from tests.reviews.builders import make_review

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "shown"),
    [("sv", '<span lang="sv">Allmänmedicin</span>'), ("en", "General practice")],
)
def test_specialty_stands_in_the_language_of_the_page(language: str, shown: str) -> None:
    review = make_review()
    review.specialty.name_en = "General practice"
    review.specialty.save()
    office = Client()
    office.force_login(make_account(make_person(role=Role.REVIEW_OFFICE)))
    office.cookies["language"] = language

    for address in ("/", "/reviews/", f"/reviews/{review.pk}/", f"/units/{review.unit_id}/reviews/"):
        assert shown in office.get(address).content.decode(), address


@pytest.mark.parametrize(
    ("language", "shown", "left_out"),
    [("sv", "Allmänmedicin", "General practice"), ("en", "General practice", "Allmänmedicin")],
)
def test_choices_of_specialties_stand_in_the_language_of_the_page(
    language: str, shown: str, left_out: str
) -> None:
    review = make_review()
    review.specialty.name_en = "General practice"
    review.specialty.save()
    office = Client()
    office.force_login(make_account(make_person(role=Role.REVIEW_OFFICE)))
    office.cookies["language"] = language

    for address in (
        f"/reviews/{review.pk}/facts/",
        "/reviews/?filters=open",
        "/units/",
        f"/units/{review.unit_id}/edit/",
    ):
        page = office.get(address)
        options = "".join(
            re.findall(r"<option[^>]*>[^<]*|<label[^>]*>.*?</label>", page.content.decode(), re.S)
        )
        assert (page.status_code, shown in options, left_out in options) == (200, True, False), address
