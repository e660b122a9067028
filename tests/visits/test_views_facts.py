"""What machines read of the statistics."""

from datetime import date

import pytest

from tests.factories.visits import DailyTallyFactory
from tests.reading import facts, way

pytestmark = pytest.mark.django_db


def test_the_statistics_are_told_as_a_data_set(client):
    DailyTallyFactory(day=date(2021, 6, 10))
    DailyTallyFactory(day=date(2022, 6, 10))

    response = client.get("/thong-ke/")

    assert facts(response)["Dataset"]["temporalCoverage"] == "2021/2022"
    assert way(response) == ["Trang chủ", "Thống kê truy cập"]


def test_a_month_leads_back_to_its_year(client):
    DailyTallyFactory(day=date(2022, 6, 10))

    assert way(client.get("/thong-ke/2022/thang-6/")) == [
        "Trang chủ",
        "Thống kê truy cập",
        "2022",
        "Tháng 6",
    ]
