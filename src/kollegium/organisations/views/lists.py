"""What the lists of places share: the chips of the filters that are on."""

from django.http import HttpRequest

from kollegium.ui.components.navigation import Chip
from kollegium.ui.paging import cut_page, url_with

__all__ = ["chip", "cut_page", "url_with"]


def chip(request: HttpRequest, name: str, label: object) -> Chip:
    """Give the chip of a filter that is on, with the address of the list without it."""
    return Chip(str(label), url_with(request, **{name: None, "page": None}))
