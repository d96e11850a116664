"""Addresses of the pages that belong to no capability."""

from django.urls import path

from kollegium.ui import views

app_name = "ui"

urlpatterns = [
    path("preferences/theme", views.set_theme, name="set_theme"),
    path("preferences/language", views.set_language, name="set_language"),
    path("design/", views.design, name="design"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("accessibility/thanks/", views.fault_reported, name="fault_reported"),
    path("privacy/", views.privacy, name="privacy"),
]
