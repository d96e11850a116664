"""What every test shares: the repository's place, the language of the pages, the choice of deep tests."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from tests.database import copied_database

REPOSITORY = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--deep` ask for the tests that take minutes."""
    parser.addoption("--deep", action="store_true", help="also run the tests marked deep")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests marked deep out unless they are asked for."""
    if config.getoption("--deep"):
        return
    left_out = [item for item in items if item.get_closest_marker("deep")]
    items[:] = [item for item in items if not item.get_closest_marker("deep")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """A database of this process's own, copied from one that is migrated once."""
    with django_db_blocker.unblock():
        database = copied_database()
        database.__enter__()
    yield
    with django_db_blocker.unblock():
        database.__exit__(None, None, None)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root folder of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def seal_logs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The places of the tests' seal logs, one after the other."""
    folder = tmp_path_factory.mktemp("seal-logs")
    return (folder / f"{number}.jsonl" for number in itertools.count())


@pytest.fixture(autouse=True)
def _seal_log_of_its_own(seal_logs: Iterator[Path]) -> Iterator[None]:
    """Give each test a seal log of its own: it starts with a database of its own too."""
    with override_settings(SEAL_LOG=next(seal_logs)):
        yield


@pytest.fixture(autouse=True)
def _language_of_the_interface() -> Iterator[None]:
    """Start each test in Swedish, whatever the one before it switched to."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def queue(transactional_db: None) -> Iterator[None]:
    """An empty queue that a worker can see; Django does not empty the tables, which are not its own."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
