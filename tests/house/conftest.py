"""The demonstration year, loaded once for the tests that walk through the whole house."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker):
    """Load the demonstration for the tests of one module, and take it back after them."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        call_command("demo", verbosity=0)
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)
