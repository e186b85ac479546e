"""How a station speaks to the server."""
