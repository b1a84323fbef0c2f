"""``python -m soordered``: the same as the command ``soordered``."""

from __future__ import annotations

import sys

from soordered.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
