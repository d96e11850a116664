"""Addresses of the start page and of what changed lately."""

from django.urls import path

from kollegium.home import views

app_name = "home"

urlpatterns = [
    path("", views.start, name="start"),
    path("changes/", views.changes, name="changes"),
    path("changes/new/", views.changed, name="changed"),
]
