"""The site's front page, and Vietnamese."""

import pytest
from django.core.cache import caches
from django.utils import translation

from lienhiep.core.models import UnionIdentity
from lienhiep.portal.actions import open_site


@pytest.fixture(autouse=True)
def vietnamese(db):
    caches["process"].clear()
    with translation.override("vi"):
        yield
    caches["process"].clear()


@pytest.fixture
def home():
    return open_site(title="Liên hiệp Hội", lead="Ngôi nhà chung")


@pytest.fixture
def union():
    row = UnionIdentity(name="Liên hiệp các Hội Nghệ An", short_name="LHH", place="Nghệ An")
    row.save()
    return row
