"""What of the demo can wait until the first page is there."""

from kollegium import jobs
from kollegium.demo import load


@jobs.task("demo.finish")
def finish() -> None:
    """Publish the early reviews and write the example reports."""
    load.finish_demo()
