"""The pages a screen or a phone shows."""
