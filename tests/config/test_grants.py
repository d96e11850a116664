"""What the application's database role may and may not do."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.mark.django_db
def test_tests_run_on_postgresql_18_or_what_is_asked_for() -> None:
    assert connection.vendor == "postgresql"
    assert connection.pg_version >= 150000
