"""The demonstration of the room `honours`."""


def load() -> None:
    """Load what the year brought; what stands already is left as it is."""
