"""`python -m desk`: the desk's program."""

import sys

from desk.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
