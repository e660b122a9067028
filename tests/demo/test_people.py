"""The accounts of the demonstration may do from the first minute what their roles say."""

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.accounts.groups import ensure_role_groups
from lienhiep.accounts.models import User
from lienhiep.demo import people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_each_role_has_one_account_that_holds_it():
    people.load()
    people.load()

    held = {
        user.email: [grant.role for grant in user.role_grants.all()] for user in User.objects.all()
    }
    assert held == {people.address(role): [role] for role in Role.values}


def test_the_editor_may_write_pages_at_once():
    ensure_role_groups()

    people.load()

    assert people.account(Role.EDITOR).has_perm("wagtailadmin.access_admin") is True
    assert people.account(Role.EDITOR).groups.count() == 1
