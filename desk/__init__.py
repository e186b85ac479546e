"""What a clerk works with."""
