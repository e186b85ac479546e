"""How the desk looks: the only place with widgets, one a file."""
