"""Views that belong to no room."""

from django.views.csrf import csrf_failure

__all__ = ["csrf_failure"]
