"""`python -m kiosk`: the kiosk's program."""

import sys

from kiosk.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
