"""Addresses of log-in, one's own page and the pages of people."""

from django.urls import path, re_path

from kollegium.accounts.views import (
    closing,
    coming_in,
    deputies,
    forgotten_password,
    hats,
    imports,
    invitations,
    log_in,
    merging,
    other_log_ins,
    own_page,
    own_sessions,
    people,
    people_changes,
    profile,
    proposals,
    provider,
    rights,
    roles,
    second_factor,
)

app_name = "accounts"

urlpatterns = [
    path("login/", log_in.LogInView.as_view(), name="login"),
    path("login/passkey/", log_in.log_in_by_passkey, name="log_in_by_passkey"),
    path("login/code/", log_in.second_step_of_log_in, name="code"),
    path("login/again/", second_factor.prove, name="prove"),
    path("login/forgotten/", forgotten_password.forgotten_password, name="forgotten_password"),
    path("login/forgotten/sent/", forgotten_password.letter_sent, name="letter_sent"),
    path("login/forgotten/done/", forgotten_password.password_renewed, name="password_renewed"),
    path(
        "login/forgotten/<uidb64>/<token>/", forgotten_password.NewPasswordView.as_view(), name="new_password"
    ),
    path("login/provider/<slug:key>/", provider.leave_for_provider, name="leave_for_provider"),
    path("login/provider/<slug:key>/answer/", provider.come_back, name="provider_answer"),
    path("logout/", log_in.LogOutView.as_view(), name="logout"),
    path("me/", own_page.own_page, name="own_page"),
    path("me/second-step/", second_factor.second_step, name="second_step"),
    path("me/second-step/app/", second_factor.set_up_app, name="set_up_app"),
    path("me/second-step/passkey/", second_factor.add_passkey, name="add_passkey"),
    path("me/second-step/recovery-codes/", second_factor.recovery_codes, name="recovery_codes"),
    path("me/second-step/<int:factor_id>/remove/", second_factor.remove_factor, name="remove_factor"),
    path("me/browsers/", own_sessions.own_sessions, name="sessions"),
    path("me/browsers/others/end/", own_sessions.end_others, name="end_other_sessions"),
    path("me/browsers/<int:session_id>/end/", own_sessions.end_one, name="end_session"),
    path("me/edit/", profile.edit_profile, name="edit_profile"),
    path("me/email/", profile.new_email, name="new_email"),
    path("me/email/<str:token>/", profile.confirm_email, name="confirm_email"),
    path("me/role/", hats.choose_hat, name="choose_hat"),
    path("people/", people.people_list, name="people"),
    path("me/deputies/add/", deputies.own_deputy, name="own_deputy"),
    path("deputies/<int:deputyship_id>/end/", deputies.deputyship_end, name="deputyship_end"),
    path("people/<int:person_id>/deputies/add/", deputies.deputy_of, name="deputy_of"),
    path("people/add/", people_changes.person_add, name="person_add"),
    path("people/export.csv", people.people_export, name="people_export"),
    path("people/doubles/", merging.doubles, name="doubles"),
    path("people/merges/<int:merge_id>/undo/", merging.merge_undo, name="merge_undo"),
    path("people/import/", imports.import_start, name="import_start"),
    re_path(
        r"^people/import/template\.(?P<extension>csv|xlsx)$", imports.import_template, name="import_template"
    ),
    path("people/import/<int:import_id>/", imports.import_page, name="import"),
    path("people/import/<int:import_id>/rows/<int:number>/", imports.import_row, name="import_row"),
    path("people/import/<int:import_id>/change/", imports.import_change, name="import_change"),
    path("people/rights/", rights.rights_list, name="rights"),
    path("people/rights/export.csv", rights.rights_export, name="rights_export"),
    path("people/roles/<int:assignment_id>/end/", roles.role_end, name="role_end"),
    path("people/proposals/", proposals.proposal_list, name="proposals"),
    path("people/proposals/<int:proposal_id>/accept/", proposals.accept, name="accept_proposal"),
    path("people/proposals/<int:proposal_id>/decline/", proposals.decline, name="decline_proposal"),
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
    path("people/<int:person_id>/merge/", merging.merge_search, name="merge_search"),
    path("people/<int:person_id>/merge/<int:other_id>/", merging.merge, name="merge"),
    path("people/<int:person_id>/log-ins/<int:account_id>/", closing.log_in_change, name="log_in_change"),
    path(
        "people/<int:person_id>/log-ins/<int:account_id>/reset/",
        other_log_ins.reset_second_factor,
        name="reset_second_factor",
    ),
]

# allauth leads on to these by names of its own, without ours before them. No page of allauth is mounted.
names_for_allauth = [
    path("login/", log_in.LogInView.as_view(), name="account_login"),
    path("login/code/", log_in.second_step_of_log_in, name="mfa_authenticate"),
]
