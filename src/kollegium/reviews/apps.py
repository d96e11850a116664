"""Register reviews with Django."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from kollegium.domain.roles import Permission


class ReviewsConfig(AppConfig):
    """Reviews."""

    name = "kollegium.reviews"
    label = "reviews"

    def ready(self) -> None:
        """Add the page of a unit's reviews to the pages of units."""
        from kollegium.organisations.tabs import (  # noqa: PLC0415 - needs the loaded models
            register_unit_tab,
        )

        register_unit_tab(pgettext_lazy("menu", "Reviews"), "reviews:unit_reviews", Permission.READ_REVIEWS)
