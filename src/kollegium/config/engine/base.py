"""Django's PostgreSQL engine, which first sees to it that the embedded server is up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from kollegium.config import embedded


class DatabaseWrapper(base.DatabaseWrapper):
    """A PostgreSQL connection to the embedded server, started by the first process that connects.

    Importing the settings must start nothing (type checkers and completion import them too), so the
    server is started when the first connection is asked for.
    """

    def get_connection_params(self) -> dict[str, Any]:
        """Give the connection parameters, with the server behind them running."""
        parameters = super().get_connection_params()
        server = embedded.server_at(Path(parameters["host"]))
        if server is not None:
            server.hold()
        return parameters
