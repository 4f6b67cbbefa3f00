"""`python -m checker`: the same as the command `checker`."""

import sys

from checker.cli import main

sys.exit(main())
