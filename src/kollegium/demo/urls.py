"""Addresses of the demo's pages."""

from django.urls import path

from kollegium.demo import views

app_name = "demo"

urlpatterns = [
    path("demo/mail", views.mail, name="mail"),
    path("demo/mail/<slug:key>/", views.letter, name="letter"),
    path("demo/example-reports.zip", views.example_reports, name="example_reports"),
]
