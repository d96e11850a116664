"""Addresses of the public register."""

from django.urls import path, re_path

from kollegium.comparison import views

app_name = "comparison"

urlpatterns = [
    path("register/", views.register, name="register"),
    path("register/<int:review_id>/", views.public_review, name="public_review"),
    re_path(
        r"^register/(?P<review_id>\d{1,18})/report\.(?P<extension>pdf|html|json)$",
        views.public_file,
        name="public_file",
    ),
]
