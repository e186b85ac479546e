"""What clients were told, and whether the office's book agrees: `check(history, journal, rows)`."""
