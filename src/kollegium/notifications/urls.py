"""Addresses of one's own reminders."""

from django.urls import path

from kollegium.notifications import views

app_name = "notifications"

urlpatterns = [
    path("me/reminders/", views.reminder_list, name="list"),
    path("me/reminders/read/", views.read_all, name="read_all"),
    path("me/reminders/settings/", views.mail_settings, name="settings"),
    path("me/reminders/<int:reminder_id>/", views.open_reminder, name="open"),
]
