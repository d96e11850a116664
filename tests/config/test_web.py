"""The web server reads the program in before it divides, and passes on nothing that two processes cannot share."""

import subprocess
import sys

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
