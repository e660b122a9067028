"""Django permissions that follow from roles."""

from django.contrib.auth.backends import ModelBackend


class RoleBackend(ModelBackend):
    """Lets staff into the back office."""
