"""The web server reads the program in before it divides, and passes on nothing that two processes cannot share."""

import os
import socket
import subprocess
import sys
from pathlib import Path

WITHOUT_DATABASE = """
import threading
from kollegium.config.web import answer_open_pages, read_in
read_in("kollegium.config.wsgi:application")
answer_open_pages("kollegium.config.wsgi:application")
from django.db import connection
print(connection.connection is None, not connection._connection_pools, threading.active_count())
"""

READ_IN = """
import gc, threading
from kollegium.config.web import read_in
read_in("kollegium.config.wsgi:application")
from django.db import connection
from django.template import engines
from django.urls import reverse
print(connection.connection is None, connection.settings_dict["OPTIONS"].get("pool") is None or not connection._connection_pools)
print(threading.active_count())
print(gc.get_freeze_count() > 100_000)
print("kollegium.reviews.views.listing" in __import__("sys").modules)
"""


def test_what_is_read_in_holds_no_connection_and_no_thread() -> None:
    done = subprocess.run([sys.executable, "-c", READ_IN], capture_output=True, text=True, timeout=120)

    assert done.stderr == ""
    assert done.stdout.split() == ["True", "True", "1", "True", "True"]


def test_pages_answered_before_dividing_leave_nothing_behind_even_without_a_database(tmp_path: Path) -> None:
    # A port that nobody listens on: what a lost database looks like from here.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"postgresql://nobody@127.0.0.1:{free.getsockname()[1]}/nothing"
    environment = {**os.environ, "DATABASE_URL": address, "KOLLEGIUM_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DATABASE],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", "True", "1"]
