"""What of the demo can wait until the first page is there."""

from kollegium import jobs


@jobs.task("demo.finish")
def finish() -> None:
    """Publish the early reviews and write the example reports."""
    from kollegium.demo import load  # noqa: PLC0415 - slow import: prints Word and PDF files

    load.finish_demo()
