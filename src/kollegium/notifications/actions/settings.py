"""Change how one wants reminders by mail."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kollegium.domain.errors import Refused
from kollegium.notifications.models import MailSettings
from kollegium.trail.names import person_id
from kollegium.trail.tracking import recording

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class SettingsRefused(Refused):
    """The settings cannot be changed. Codes: `not-allowed`."""


@dataclass(frozen=True, slots=True)
class MailValues:
    """How somebody wants reminders by mail. Units: local hours, 0–23."""

    mail: str
    quiet_from: int
    quiet_until: int
    quiet_weekends: bool


def change_mail_settings(*, values: MailValues, by: "Actor") -> MailSettings:
    """Keep how one wants reminders by mail. Raises SettingsRefused for anybody who is no person."""
    own = person_id(by.key)
    if own is None:
        raise SettingsRefused("not-allowed")
    with recording(by=by, action="notifications.change_mail_settings"):
        settings, _ = MailSettings.objects.update_or_create(person_id=own, defaults=asdict(values))
    return settings
