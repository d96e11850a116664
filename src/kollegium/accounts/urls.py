"""Addresses of log-in, one's own page and the pages of people."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from kollegium.accounts.views import log_in, own_page, people

app_name = "accounts"

urlpatterns = [
    path("login/", log_in.LogInView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", own_page.own_page, name="own_page"),
    path("people/", people.people_list, name="people"),
    path("people/<int:person_id>/", people.person_page, name="person"),
]
