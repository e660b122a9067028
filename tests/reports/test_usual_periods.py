"""Nobody has to know how a period is written: the usual ones are offered."""

import pytest
from bs4 import BeautifulSoup

from lienhiep.core.period import Period, today
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/quan-tri/figures/", "/quan-tri/reports/report/new/"])
def test_where_a_period_is_typed_the_usual_ones_are_offered_in_words(client, address):
    client.force_login(user_with("officer"))

    page = BeautifulSoup(client.get(address).content, "html.parser")

    offered = {
        option["value"]: option["label"] for option in page.select("datalist#usual-periods option")
    }
    year = today().year
    assert offered[f"{year}-9M"] == f"9 tháng đầu năm {year}"
    assert [Period.parse(code).label for code in offered] == list(offered.values())
    assert page.select_one("input[list=usual-periods]") is not None
