"""What the kiosk's pages are drawn from."""
