"""The demonstration of the room `news`."""


def load() -> None:
    """Load what the year brought; what stands already is left as it is."""
