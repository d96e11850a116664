"""From a review back to its file: for whoever may see the import, and nobody else."""

import pytest

from kollegium.domain.roles import Role
from kollegium.reviews.links import links_of_review
from tests.people import make_actor, make_region
from tests.report_import.reports import make_director, make_office
from tests.report_import.test_confirming import confirm, ready

pytestmark = pytest.mark.django_db


def test_importer_and_office_reach_the_original_file() -> None:
    director = make_director(make_region())
    proposal = ready(director)
    review = confirm(proposal, director)

    for actor in (director, make_office()):
        assert [link.url for link in links_of_review(actor, review.pk)] == [
            f"/import/{proposal.pk}/original/",
            f"/import/{proposal.pk}/",
        ]


def test_head_of_the_unit_reads_the_review_but_not_the_import() -> None:
    director = make_director(make_region())
    review = confirm(ready(director), director)

    assert links_of_review(make_actor(Role.HEAD_OF_UNIT, review.unit), review.pk) == []


def test_review_that_was_not_imported_has_no_such_link() -> None:
    assert links_of_review(make_office(), 999_999) == []
