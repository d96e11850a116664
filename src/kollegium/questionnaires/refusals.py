"""What the rules of questionnaires say no to."""

from kollegium.domain.errors import Refused


class RoundRefused(Refused):
    """A round cannot be changed so."""
