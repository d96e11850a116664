"""Mail of the demo: kept as files and shown on a page, so that everything can be tried without a mail server."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

KEPT = 500


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter that would have been sent."""

    key: str
    sent_at: datetime
    to: str
    subject: str
    body: str


class MailboxBackend(BaseEmailBackend):
    """Keeps letters in the data folder in place of sending them."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep the letters and give how many they were."""
        for message in email_messages:
            _keep(message)
        return len(email_messages)


def letters(search: str = "") -> list[Letter]:
    """Give the letters, newest first, whose address, subject or text holds the search."""
    wanted = search.casefold()
    found = [_read(path) for path in sorted(_folder().glob("*.json"), reverse=True)]
    return [
        letter for letter in found if wanted in f"{letter.to}\n{letter.subject}\n{letter.body}".casefold()
    ]


def letter_of(key: str) -> Letter | None:
    """Give one letter by its key, or None."""
    return next((letter for letter in letters() if letter.key == key), None)


def _keep(message: EmailMessage) -> None:
    now = timezone.now()
    key = f"{now:%Y%m%d-%H%M%S-%f}-{uuid4().hex[:6]}"
    letter = Letter(key, now, ", ".join(message.to), str(message.subject), str(message.body))
    folder = _folder()
    path = folder / f"{key}.json"
    path.write_text(
        json.dumps(asdict(letter) | {"sent_at": now.isoformat()}, ensure_ascii=False), encoding="utf-8"
    )
    for old in sorted(folder.glob("*.json"))[:-KEPT]:
        old.unlink(missing_ok=True)


def _read(path: Path) -> Letter:
    values = json.loads(path.read_text(encoding="utf-8"))
    return Letter(**(values | {"sent_at": datetime.fromisoformat(values["sent_at"])}))


def _folder() -> Path:
    folder = Path(settings.EMAIL_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
