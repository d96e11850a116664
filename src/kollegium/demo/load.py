"""Load the demo: invented places, people and reviews; then what is public, and reports to import."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from kollegium import jobs
from kollegium.demo.cases import add_demo_cases
from kollegium.demo.country.cases import add_cases
from kollegium.demo.country.people import add_people
from kollegium.demo.country.places import add_units
from kollegium.demo.country.reviews import add_reviews
from kollegium.demo.follow_up import add_demo_follow_up, add_demo_reminders, add_demo_rules
from kollegium.demo.orders import add_demo_orders
from kollegium.demo.people import add_demo_people
from kollegium.demo.places import DemoPlaces, add_demo_places
from kollegium.demo.planning import add_demo_campaign, add_demo_pool
from kollegium.demo.plans import add_demo_plans
from kollegium.demo.progress import Progress
from kollegium.demo.publications import publish_demo_reviews
from kollegium.demo.reports import add_demo_reports
from kollegium.demo.reviews import SEED, add_demo_reviews
from kollegium.demo.sizes import SMALL, Size
from kollegium.domain.roles import SystemActor

if TYPE_CHECKING:
    from kollegium.accounts.models import Person

DEMO = SystemActor("demo")
# The demo's own day, so that it is the same every time it is loaded.
DEMO_DAY = date(2026, 3, 2)
SAMPLES = "kollegium.demo.report_files.samples"
SAMPLE_COUNT = 18
SAMPLE_SEED = 4100


def load_demo(size: Size = SMALL) -> None:
    """Write places, people and reviews into an empty database; the worker does the rest, `finish_demo`.

    Side effects: a queued job; for the larger sizes a bar on the error stream.
    """
    places = add_demo_places(by=DEMO)
    people = add_demo_people(places, by=DEMO)
    reviews = add_demo_reviews(places, by=DEMO, as_of=DEMO_DAY)
    add_demo_follow_up(reviews, people, by=DEMO, as_of=DEMO_DAY)
    add_demo_rules(places, by=DEMO, as_of=DEMO_DAY)
    add_demo_cases(places, people, by=DEMO)
    decided = add_demo_reports(places, people, by=DEMO)
    add_demo_plans(decided[0], decided[1], people, by=DEMO)
    add_demo_orders(places, people, as_of=DEMO_DAY)
    add_demo_pool(places, people, as_of=DEMO_DAY, by=DEMO)
    add_demo_campaign(places, as_of=DEMO_DAY, by=DEMO)
    jobs.enqueue("demo.finish")
    if size.units > len(places.units):
        _add_country(places, people, size, review_count=size.reviews - len([*reviews, *decided]))


def finish_demo() -> None:
    """Publish the early reviews, and write the example reports into the data folder. Safe to repeat.

    The first page should not have to wait for it: looking reviews through for names takes its time.
    """
    with transaction.atomic():
        publish_demo_reviews(as_of=DEMO_DAY)
        add_demo_reminders(as_of=DEMO_DAY)
    # In a process of its own: the worker would keep what it takes to make PDF, some 45 MB, for good.
    command = [sys.executable, "-m", SAMPLES, str(sample_folder()), str(SAMPLE_SEED), str(SAMPLE_COUNT)]
    subprocess.run(command, check=True)


def _add_country(places: DemoPlaces, people: "dict[str, Person]", size: Size, *, review_count: int) -> None:
    """Add what a larger size holds besides the hand-made demo. The same every time."""
    rng, progress = Random(SEED), Progress()  # noqa: S311 - invented, not secret
    units = add_units(places, size, rng, by=DEMO)
    reviewers = add_people(units, size, rng, by=DEMO, as_of=DEMO_DAY, progress=progress)
    add_reviews(units, reviewers, review_count, rng, by=DEMO, as_of=DEMO_DAY, progress=progress)
    add_cases(units, people, size.cases, rng, by=DEMO, as_of=DEMO_DAY, progress=progress)


def sample_folder() -> Path:
    """Give the folder of example reports in the data folder."""
    return Path(settings.DATA) / "example-reports"
