"""Keep secret links out of the program's log: whoever reads it could open a draft, see when somebody answered, or follow a calendar."""

import logging
import re

SECRET = re.compile(r"(/answer/|/calendar/)[^/\s?\"']+")


class VeiledLinks(logging.Filter):
    """Replaces the token in the address of a questionnaire or a calendar, in the message and in its values."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record through without the token."""
        words = record.getMessage()
        veiled = SECRET.sub(r"\1…", words)
        if veiled != words:
            record.msg, record.args = veiled, None
            record.exc_info = None  # a trace would hold the address again
        return True
