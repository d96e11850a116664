"""Addresses of the pages of questionnaires."""

from django.urls import path

from kollegium.questionnaires.views import answering

app_name = "questionnaires"

urlpatterns = [
    path("answer/<str:token>/", answering.answer, name="answer"),
]
