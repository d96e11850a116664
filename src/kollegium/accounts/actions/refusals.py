"""How changes to people are refused, and the check of the right that every one of them begins with."""

from typing import TYPE_CHECKING

from kollegium.domain.errors import Refused

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor, Permission


class PeopleRefused(Refused):
    """A change to people is refused.

    Codes: `not-allowed`, `role-not-yours-to-give`, `role-not-at-place`, `name-missing`, `email-taken`, `wrong-password`,
    `unknown-person`, `already-erased`, `last-administrator`, `changed-meanwhile`, `hsa-id-taken`,
    `already-here` (a person with the same e-mail address), `role-already-held`, `ends-before-today`,
    `ends-before-start`, `role-has-ended`, `role-missing`, `own-log-in`, `period-over`,
    `already-invited`, `inviter-gone`, and of an invitation that cannot be accepted `invitation-unknown`,
    `invitation-expired`, `invitation-accepted`, `invitation-withdrawn`, `invitation-for-another`,
    `invitation-settled`, `role-not-held`, `own-address`, `address-link-dead`,
    `wrong-code`, `app-set-up-already`, `unknown-factor`, `last-factor`, `own-factor`, `reaches-further`, `unknown-session`.
    Of merged rows `merge-not-allowed`, `deputies-of-each-other`, `deputies-of-the-same`, `merge-undone`,
    `merged-further`, `merged-away`. Of proposed roles `proposal-settled`, `proposal-without-place`.
    Of deputies: see `arrange_deputy` and `end_deputyship`; of lists brought in: see `actions.imports`.
    """


def require(by: "Actor", permission: "Permission") -> None:
    """Raise PeopleRefused unless the actor holds the right somewhere."""
    if not by.may(permission):
        raise PeopleRefused("not-allowed")
