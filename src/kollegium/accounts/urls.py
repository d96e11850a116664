"""Addresses of log-in and one's own page."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from kollegium.accounts import views

app_name = "accounts"

urlpatterns = [
    path("login/", views.LogInView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", views.own_page, name="own_page"),
]
