"""Load the demo: invented places, people and reviews, and a folder of reports to import."""

from datetime import date
from pathlib import Path

from django.conf import settings

from kollegium.demo.people import add_demo_people
from kollegium.demo.places import add_demo_places
from kollegium.demo.publications import publish_demo_reviews
from kollegium.demo.report_files.samples import write_samples
from kollegium.demo.reviews import add_demo_reviews
from kollegium.domain.roles import SystemActor

DEMO = SystemActor("demo")
# The demo's own day, so that it is the same every time it is loaded.
DEMO_DAY = date(2026, 3, 2)
SAMPLE_COUNT = 18
SAMPLE_SEED = 4100


def load_demo() -> None:
    """Write everything into an empty database, and the example files into the data folder."""
    places = add_demo_places(by=DEMO)
    people = add_demo_people(places, by=DEMO)
    reviews = add_demo_reviews(places, by=DEMO, as_of=DEMO_DAY)
    publish_demo_reviews(reviews, office=people["kansli@exempel.se"], as_of=DEMO_DAY)
    write_samples(sample_folder(), SAMPLE_SEED, SAMPLE_COUNT)


def sample_folder() -> Path:
    """Give the folder of example reports in the data folder."""
    return Path(settings.DATA) / "example-reports"
