"""What every test shares: the repository's place and the language of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root folder of the repository."""
    return REPOSITORY


@pytest.fixture(autouse=True)
def _language_of_the_interface() -> Iterator[None]:
    """Start each test in Swedish, whatever the one before it switched to."""
    with translation.override(settings.LANGUAGE_CODE):
        yield
