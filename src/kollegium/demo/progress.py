"""A bar that shows how far a long loading has come."""

import sys
from dataclasses import dataclass
from typing import TextIO

WIDTH = 30
# Where the lines go to a file, so many of them are enough.
LINES_OF_A_STEP = 4


@dataclass(slots=True)
class Progress:
    """Shows one step after the other on a stream: a moving bar on a terminal, a few lines elsewhere."""

    stream: TextIO | None = None
    _shown: tuple[str, int] = ("", -1)

    def show(self, what: str, done: int, total: int) -> None:
        """Show that so many of the total are done. Side effects: text on the stream."""
        stream = self.stream or sys.stderr
        is_terminal = stream.isatty()
        steps = 100 if is_terminal else LINES_OF_A_STEP
        reached = (what, done * steps // max(total, 1))
        if reached == self._shown:
            return
        self._shown = reached
        filled = WIDTH * done // max(total, 1)
        bar = "#" * filled + "." * (WIDTH - filled)
        line = f"[{bar}] {what}: {done:,} of {total:,}".replace(",", " ")
        ending = "\n" if not is_terminal or done >= total else ""
        stream.write(f"\r{line}{ending}" if is_terminal else f"{line}\n")
        stream.flush()
