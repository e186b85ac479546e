"""What the desk's widgets are drawn from."""
