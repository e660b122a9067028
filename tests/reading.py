"""What machines and readers find on a public page: facts, the way to it, the ways on."""

import json
from typing import Any

from bs4 import BeautifulSoup


def shown(response: Any) -> BeautifulSoup:
    """Return the page, which is there."""
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def facts(response: Any) -> dict[str, Any]:
    """Return what search engines read, by the kind of thing; the JSON is valid."""
    block = shown(response).find("script", type="application/ld+json")
    graph = json.loads(block.string)["@graph"]
    return {thing["@type"]: thing for thing in graph}


def way(response: Any) -> list[str]:
    """Return the labels of the way to the page, as readers see it."""
    return [step.get_text(strip=True) for step in shown(response).select(".breadcrumbs li")]


def names(listed: dict[str, Any]) -> list[str]:
    """Return the names in a list that search engines read."""
    return [item["name"] for item in listed["mainEntity"]["itemListElement"]]


def neighbours(response: Any) -> dict[str, str]:
    """Return the links to what stands before and after, by their relation."""
    links = shown(response).select(".neighbours a")
    return {link["rel"][0]: link["href"] for link in links}
