"""Addresses of the pages of places."""

from django.urls import URLPattern, path

from kollegium.organisations.views import others, units

app_name = "organisations"


def _pages(prefix: str, noun: others.Noun) -> list[URLPattern]:
    given = {"noun": noun}
    key = noun.key
    return [
        path(f"{prefix}/", others.place_list, given, name=f"{key}_list"),
        path(f"{prefix}/add/", others.place_add, given, name=f"{key}_add"),
        path(f"{prefix}/<int:pk>/", others.place_page, given, name=f"{key}_page"),
        path(f"{prefix}/<int:pk>/edit/", others.place_edit, given, name=f"{key}_edit"),
        path(f"{prefix}/<int:pk>/merge/", others.place_merge, given, name=f"{key}_merge"),
    ]


urlpatterns = [
    path("units/", units.unit_list, name="units"),
    path("units/add/", units.unit_add, name="unit_add"),
    path("units/<int:unit_id>/", units.unit_page, name="unit"),
    path("units/<int:unit_id>/edit/", units.unit_edit, name="unit_edit"),
    path("units/<int:unit_id>/merge/", units.unit_merge, name="unit_merge"),
    path("units/<int:unit_id>/close/", units.unit_close, name="unit_close"),
    *_pages("care-providers", others.PROVIDERS),
    *_pages("regions", others.REGIONS),
    *_pages("specialties", others.SPECIALTIES),
]
