"""Get ready what every start would do again: `compile_program.py SOURCE` writes bytecode and parsed reference files."""

from __future__ import annotations

import compileall
import sys
from pathlib import Path


def main() -> int:
    """Compile what has changed below the folder; a tenth of a second when nothing has."""
    source = Path(sys.argv[1]).resolve()
    compileall.compile_dir(source, quiet=2)
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
    # Only now: importing would write the same files one by one.
    from kollegium.domain.reference_file import keep_parsed  # noqa: PLC0415 - slow import

    keep_parsed(source / "kollegium" / "domain" / "reference")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
