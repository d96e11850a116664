"""Let `python -m kollegium` be the `kollegium` command."""

import sys

from kollegium.cli import main

sys.exit(main())
