"""What the demo promises without being loaded: its letters, its roles, and where it is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from kollegium.config import preparation
from kollegium.demo import mailbox
from kollegium.demo.people import PEOPLE
from kollegium.domain.roles import Role
from kollegium.reviews.models import Review
from tests import people

pytestmark = pytest.mark.django_db


def test_every_role_but_the_placement_supervisor_and_others_at_a_unit_can_be_tried() -> None:
    missing = set(Role) - {person.role for person in PEOPLE}

    assert missing == {Role.PLACEMENT_SUPERVISOR, Role.MEDICAL_LEAD, Role.REGION_OFFICER}


def test_demo_is_refused_where_a_person_is() -> None:
    people.make_person()

    assert "already holds people" in preparation.load_demo()
    assert not Review.objects.exists()


def test_letters_stand_on_the_page_newest_first_and_are_found(settings: LazySettings, tmp_path: Path) -> None:
    settings.EMAIL_FILE_PATH = tmp_path
    backend = mailbox.MailboxBackend()
    for subject in ("Första <b>brevet</b>", "Andra brevet"):
        backend.send_messages([EmailMessage(subject, "Hej på dig", to=["a@exempel.se"])])

    page = Client().get("/demo/mail").content.decode()
    found = Client().get("/demo/mail?q=första").content.decode()
    [first] = mailbox.letters("första")

    assert page.index("Andra brevet") < page.index("Första &lt;b&gt;brevet")
    assert "Andra brevet" not in found
    assert "Hej på dig" in Client().get(f"/demo/mail/{first.key}/").content.decode()
    assert mail.outbox == []


def test_letter_that_is_none_is_not_found(settings: LazySettings, tmp_path: Path) -> None:
    settings.EMAIL_FILE_PATH = tmp_path

    assert Client().get("/demo/mail/no-such-letter/").status_code == 404


def test_the_worker_keeps_nothing_of_what_makes_the_example_reports() -> None:
    probe = "import sys, kollegium.demo.load as load; print('typst' in sys.modules, load.SAMPLE_COUNT)"

    said = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {probe}"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "kollegium.config.test_settings"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout == "False 18\n"
