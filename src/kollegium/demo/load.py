"""Load the demo: invented places, people and reviews, and a folder of reports to import."""

from datetime import date
from pathlib import Path
from random import Random

from django.conf import settings

from kollegium.demo.country.people import add_people
from kollegium.demo.country.places import add_units
from kollegium.demo.country.reviews import add_reviews
from kollegium.demo.people import add_demo_people
from kollegium.demo.places import DemoPlaces, add_demo_places
from kollegium.demo.progress import Progress
from kollegium.demo.publications import publish_demo_reviews
from kollegium.demo.report_files.samples import write_samples
from kollegium.demo.reviews import SEED, add_demo_reviews
from kollegium.demo.sizes import SMALL, Size
from kollegium.domain.roles import SystemActor

DEMO = SystemActor("demo")
# The demo's own day, so that it is the same every time it is loaded.
DEMO_DAY = date(2026, 3, 2)
SAMPLE_COUNT = 18
SAMPLE_SEED = 4100


def load_demo(size: Size = SMALL) -> None:
    """Write everything into an empty database, and the example files into the data folder.

    Side effects: for the larger sizes a bar on the error stream.
    """
    places = add_demo_places(by=DEMO)
    people = add_demo_people(places, by=DEMO)
    reviews = add_demo_reviews(places, by=DEMO, as_of=DEMO_DAY)
    publish_demo_reviews(reviews, office=people["kansli@exempel.se"], as_of=DEMO_DAY)
    if size.units > len(places.units):
        _add_country(places, size, review_count=size.reviews - len(reviews))
    write_samples(sample_folder(), SAMPLE_SEED, SAMPLE_COUNT)


def _add_country(places: DemoPlaces, size: Size, *, review_count: int) -> None:
    """Add what a larger size holds besides the hand-made demo. The same every time."""
    rng, progress = Random(SEED), Progress()  # noqa: S311 - invented, not secret
    units = add_units(places, size, rng, by=DEMO)
    reviewers = add_people(units, size, rng, by=DEMO, as_of=DEMO_DAY, progress=progress)
    add_reviews(units, reviewers, review_count, rng, by=DEMO, as_of=DEMO_DAY, progress=progress)


def sample_folder() -> Path:
    """Give the folder of example reports in the data folder."""
    return Path(settings.DATA) / "example-reports"
