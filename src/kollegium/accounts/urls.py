"""Addresses of log-in, one's own page and the pages of people."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from kollegium.accounts import views

app_name = "accounts"

urlpatterns = [
    path("login/", views.LogInView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", views.own_page, name="own_page"),
    path("people/", views.people_list, name="people"),
    path("people/<int:person_id>/", views.person_page, name="person"),
]
