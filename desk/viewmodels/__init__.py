"""What the desk knows and may do, without a widget in sight."""
