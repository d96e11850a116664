"""Every write of people, accounts and assignments."""

from kollegium.accounts.actions.accepting import Newcomer, accept_with_log_in, accept_with_new_log_in
from kollegium.accounts.actions.appointments import Appointment, admit_person, end_role, give_role
from kollegium.accounts.actions.deputies import DeputyValues, arrange_deputy, end_deputyship
from kollegium.accounts.actions.erasing import erase_person
from kollegium.accounts.actions.hats import choose_hat
from kollegium.accounts.actions.imports import (
    confirm_import,
    correct_row,
    discard_import,
    forget_old_previews,
    invite_imported,
    leave_row_out,
    start_import,
    undo_import,
)
from kollegium.accounts.actions.invitations import (
    InvitationValues,
    add_invitation,
    invite_person,
    send_invitation_again,
    withdraw_invitation,
)
from kollegium.accounts.actions.letters import (
    deliver,
    send_invitation,
    send_new_password_letter,
    tell_of_new_password,
    tell_of_reset_factor,
)
from kollegium.accounts.actions.log_ins import close_log_in, reopen_log_in
from kollegium.accounts.actions.looks import note_look
from kollegium.accounts.actions.merging import merge_people, undo_merge
from kollegium.accounts.actions.passwords import (
    ask_for_new_password,
    change_own_password,
    open_account,
    renew_password,
)
from kollegium.accounts.actions.people import PersonValues, add_person, change_person, choose_language
from kollegium.accounts.actions.profile import (
    ask_for_new_email,
    change_own_profile,
    confirm_new_email,
    is_waiting,
    send_new_address,
)
from kollegium.accounts.actions.proposals import accept_proposal, decline_proposal, note_proposals
from kollegium.accounts.actions.refusals import PeopleRefused
from kollegium.accounts.actions.roles import assign_role
from kollegium.accounts.actions.second_factor import (
    add_passkey,
    give_app,
    remove_factor,
    renew_recovery_codes,
    reset_second_factor,
    set_up_app,
    use_code,
)
from kollegium.accounts.actions.sessions import (
    end_other_sessions,
    end_own_session,
    forget_ended_sessions,
    log_out,
)

__all__ = [
    "Appointment",
    "DeputyValues",
    "InvitationValues",
    "Newcomer",
    "PeopleRefused",
    "PersonValues",
    "accept_proposal",
    "accept_with_log_in",
    "accept_with_new_log_in",
    "add_invitation",
    "add_passkey",
    "add_person",
    "admit_person",
    "arrange_deputy",
    "ask_for_new_email",
    "ask_for_new_password",
    "assign_role",
    "change_own_password",
    "change_own_profile",
    "change_person",
    "choose_hat",
    "choose_language",
    "close_log_in",
    "confirm_import",
    "confirm_new_email",
    "correct_row",
    "decline_proposal",
    "deliver",
    "discard_import",
    "end_deputyship",
    "end_other_sessions",
    "end_own_session",
    "end_role",
    "erase_person",
    "forget_ended_sessions",
    "log_out",
    "forget_old_previews",
    "give_app",
    "give_role",
    "invite_imported",
    "invite_person",
    "is_waiting",
    "leave_row_out",
    "note_look",
    "note_proposals",
    "merge_people",
    "open_account",
    "remove_factor",
    "renew_password",
    "renew_recovery_codes",
    "reopen_log_in",
    "reset_second_factor",
    "send_invitation",
    "send_invitation_again",
    "send_new_address",
    "send_new_password_letter",
    "set_up_app",
    "start_import",
    "tell_of_new_password",
    "tell_of_reset_factor",
    "undo_import",
    "undo_merge",
    "use_code",
    "withdraw_invitation",
]
