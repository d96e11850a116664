"""Register reviews with Django."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Reviews."""

    name = "kollegium.reviews"
    label = "reviews"
