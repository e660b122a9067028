"""The demonstration of the room `visits`."""


def load() -> None:
    """Load what the year brought; what stands already is left as it is."""
