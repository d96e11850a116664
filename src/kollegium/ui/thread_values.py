"""Where Django keeps the language, time zone and addresses of the request that a thread answers.

Django reads them some three hundred times for a page, through a store that serves asynchronous code as well. We
answer every request in one thread, and what Python itself keeps for a thread is read in a twentieth of the time.
"""

import threading

from django.urls import base as addresses
from django.utils import timezone
from django.utils.translation import trans_real as translations

# The modules of Django, and their names for the stores.
STORES = (
    (translations, "_active"),
    (timezone, "_active"),
    (addresses, "_prefixes"),
    (addresses, "_urlconfs"),
)


def keep_in_threads() -> None:
    """Let Django keep them in the thread. To be called once, before the first request.

    Raises: RuntimeError if Django has no such store any longer.
    """
    for module, name in STORES:
        if not hasattr(module, name):
            raise RuntimeError(f"{module.__name__} has no {name}.")
        setattr(module, name, threading.local())
