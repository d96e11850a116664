"""What the letters of this capability say, in the reader's language."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from kollegium.accounts.models import Account, Invitation
from kollegium.accounts.wording import ROLE_NAMES, place_name
from kollegium.domain.roles import Role
from kollegium.ui.mail import Letter


def invitation_letter(invitation: Invitation, token: str) -> Letter:
    """Give the letter of an invitation; its places and inviter must be fetched along."""
    with translation.override(invitation.language):
        words = {
            "name": invitation.name,
            "inviter": invitation.invited_by.name if invitation.invited_by else "Kollegium",
            "role": str(ROLE_NAMES[Role(invitation.role)]),
            "place": place_name(invitation),
            "day": formats.date_format(timezone.localtime(invitation.expires_at), "j F Y"),
        }
        return Letter(
            subject=_("Invitation to Kollegium: %(role)s, %(place)s") % words,
            paragraphs=(
                _(
                    "Hello %(name)s. %(inviter)s invites you to Kollegium as: %(role)s, %(place)s. "
                    "Open the link to accept."
                )
                % words,
                _("The link is for you alone and works until %(day)s. Do not pass it on.") % words,
                _("If you do not know what this is about you need do nothing.") % words,
            ),
            link=address_of("accounts:open_invitation", token),
            link_label=_("Accept the invitation"),
            language=invitation.language,
        )


def reset_factor_letter(account: Account) -> Letter:
    """Give the letter that tells of a second step that an administrator has reset."""
    with translation.override(account.person.language):
        words = {"name": account.person.name}
        return Letter(
            subject=_("Your second step in Kollegium was reset"),
            paragraphs=(
                _(
                    "Hello %(name)s. An administrator has reset the second step of your log-in, because it was said "
                    "to be lost. You are logged out everywhere, and set up a new one when you log in next time."
                )
                % words,
                _("Did you not ask for this? Then call your administrator at once."),
            ),
            link=address_of("accounts:login"),
            link_label=_("Log in"),
            language=account.person.language,
        )


def new_address_letter(account: Account, token: str) -> Letter:
    """Give the letter to a new address, with the link that confirms it; the person must be fetched along."""
    with translation.override(account.person.language):
        return Letter(
            subject=_("Confirm your new address for Kollegium"),
            paragraphs=(
                _("Hello %(name)s. Open the link to log in with this address from now on.")
                % {"name": account.person.name},
                _("The link works for two days, and only for you when you are logged in."),
                _("If you do not know what this is about you need do nothing."),
            ),
            link=address_of("accounts:confirm_email", token),
            link_label=_("Confirm the address"),
            language=account.person.language,
        )


def old_address_letter(account: Account) -> Letter:
    """Give the letter that tells the present address of the change that waits; the person must be fetched along."""
    with translation.override(account.person.language):
        return Letter(
            subject=_("Your address for Kollegium is about to change"),
            paragraphs=(
                _("Hello %(name)s. Somebody who knows your password wants to log in with another address.")
                % {"name": account.person.name},
                _("Was it you? Then you need do nothing here: the link is in a letter to the new address."),
                _("Was it not you? Change your password at once and tell your administrator."),
            ),
            link=address_of("accounts:own_page"),
            link_label=_("My page"),
            language=account.person.language,
        )


def new_password_letter(account: Account) -> Letter:
    """Give the letter with a link for a new password; the link is made for it and stands nowhere else."""
    with translation.override(account.person.language):
        key = urlsafe_base64_encode(force_bytes(account.pk))
        return Letter(
            subject=_("New password in Kollegium"),
            paragraphs=(
                _("Hello %(name)s. Open the link to choose a new password. It works once, for two hours.")
                % {"name": account.person.name},
                _("Did you not ask for it? Then you need do nothing; your password stays as it is."),
            ),
            link=address_of("accounts:new_password", key, default_token_generator.make_token(account)),
            link_label=_("Choose a new password"),
            language=account.person.language,
        )


def password_renewed_letter(account: Account) -> Letter:
    """Give the letter that tells of a password that was changed by a letter's link."""
    with translation.override(account.person.language):
        return Letter(
            subject=_("Your password in Kollegium was changed"),
            paragraphs=(
                _(
                    "Hello %(name)s. Your password was changed by a link in a letter, and you are logged out everywhere."
                )
                % {"name": account.person.name},
                _("Was it not you? Then call your administrator at once."),
            ),
            link=address_of("accounts:login"),
            link_label=_("Log in"),
            language=account.person.language,
        )


def address_of(page: str, *arguments: object) -> str:
    """Give the whole address of a page, for a letter."""
    return settings.ADDRESS + reverse(page, args=arguments)
