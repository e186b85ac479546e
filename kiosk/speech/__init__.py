"""What the pages say aloud, and the voices that say it."""
