"""Addresses of log-in, one's own page and the pages of people."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from kollegium.accounts.views import (
    closing,
    coming_in,
    invitations,
    log_in,
    own_page,
    people,
    people_changes,
    rights,
    roles,
)

app_name = "accounts"

urlpatterns = [
    path("login/", log_in.LogInView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("me/", own_page.own_page, name="own_page"),
    path("people/", people.people_list, name="people"),
    path("people/add/", people_changes.person_add, name="person_add"),
    path("people/export.csv", people.people_export, name="people_export"),
    path("people/rights/", rights.rights_list, name="rights"),
    path("people/rights/export.csv", rights.rights_export, name="rights_export"),
    path("people/roles/<int:assignment_id>/end/", roles.role_end, name="role_end"),
    path("people/invite/", invitations.invite, name="invite"),
    path("people/invitations/", invitations.invitation_list, name="invitations"),
    path("people/invitations/<int:invitation_id>/send/", invitations.send_again, name="send_invitation"),
    path(
        "people/invitations/<int:invitation_id>/withdraw/", invitations.withdraw, name="withdraw_invitation"
    ),
    path("invitation/", coming_in.invitation, name="invitation"),
    path("invitation/<str:token>/", coming_in.open_invitation, name="open_invitation"),
    path("people/<int:person_id>/", people.person_page, name="person"),
    path("people/<int:person_id>/edit/", people_changes.person_edit, name="person_edit"),
    path("people/<int:person_id>/roles/add/", roles.role_add, name="role_add"),
    path("people/<int:person_id>/log-ins/<int:account_id>/", closing.log_in_change, name="log_in_change"),
]
