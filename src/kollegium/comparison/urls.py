"""Addresses of the public register."""

from django.urls import path

from kollegium.comparison import views

app_name = "comparison"

urlpatterns = [
    path("register/", views.register, name="register"),
    path("register/<int:review_id>/", views.public_review, name="public_review"),
    path("register/<int:review_id>/report.pdf", views.public_pdf, name="public_pdf"),
]
