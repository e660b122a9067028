"""What tests that run side by side must not share."""

import os

import pytest
from django.conf import settings
from django.core.cache import cache

on_redis = pytest.mark.skipif(
    not settings.CACHES["default"]["BACKEND"].endswith("RedisCache"), reason="Needs Redis as cache"
)


@on_redis
def test_each_process_that_runs_tests_has_a_part_of_redis_of_its_own():
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))

    connection = cache._cache.get_client().connection_pool.get_connection()

    assert connection.db == worker
