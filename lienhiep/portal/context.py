"""What every page of the site needs to know."""


def site(request):
    """Return the Union's names for the page frame."""
    return {}
