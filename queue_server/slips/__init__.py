"""What comes out of a printer, shaped in one place."""
