"""Walking through the house: every kind of page that a person gets to by links."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve

LEFT_OUT = re.compile(
    r"^/(?:tep|tai-lieu|static|media)/|^/quan-tri/sample|dang-xuat|/thoat/|logout|jsi18n"
)
"""Files, doors that lead out, and the records of tests, which speak English."""

STARTS = (
    "/",
    "/ban-lam-viec/",
    "/quan-tri/",
    "/tai-khoan/",
    "/khong-co-trang-nay/",
    "/tim-kiem/?q=xa",
)


@dataclass(frozen=True)
class Seen:
    """One answer on the way."""

    who: str
    url: str
    response: object
    body: str = ""


def kind_of(url: str) -> str:
    """Return what kind of page an address leads to."""
    path, _, query = url.partition("?")
    try:
        match = resolve(path)
    except Resolver404:
        return path
    kind = match.view_name or path
    if kind == "wagtail_serve":
        kind += path
    marks = sorted(set(re.findall(r"(?:^|&)(export|dinh-dang|format)=(\w+)", query)))
    return f"{kind} {marks}" if marks else kind


def links_of(page: BeautifulSoup, html: str) -> Iterator[str]:
    """Yield where a page leads to on this site."""
    for element in page.find_all(["a", "form", "iframe", "button", "w-frame"]):
        for name in ("href", "data-url", "src", "data-chooser-url", "data-w-action-url-value"):
            to = str(element.get(name) or "").partition("#")[0]
            if to.startswith("?"):
                continue
            if to.startswith("/") and not to.startswith("//"):
                yield to
    # The menu, choosers and panels are drawn by scripts.
    yield from re.findall(r'"(/quan-tri/[^"\s\\]*/)[?"]', html.replace("&quot;", '"'))


class Walker:
    """Goes through all kinds of pages as one person after the other.

    One kind of page is looked at by `enough` people, the first pages by everybody; each
    person looks at `most` kinds.
    """

    def __init__(self, *, enough: int = 1, most: int = 400) -> None:
        self.enough = enough
        self.most = most
        self.looked: Counter[str] = Counter()
        self.sent: set[str] = set()

    def walk(self, who: str, user: object | None) -> Iterator[Seen]:
        """Yield the pages that this person gets to; of each kind one."""
        client = Client()
        if user is not None:
            client.force_login(user)
        waiting, mine = deque(STARTS), set()
        asked = 0
        while waiting and asked < self.most:
            url = waiting.popleft()
            kind = kind_of(url)
            # The first pages lead on, so they are looked at by everybody.
            enough = self.looked[kind] >= self.enough and url not in STARTS
            if kind in mine or enough or LEFT_OUT.search(url):
                continue
            mine.add(kind)
            asked += 1
            response = client.get(url)
            if response.status_code in (301, 302):
                waiting.append(response.headers["Location"])
                continue
            self.looked[kind] += 1
            seen = Seen(who, url, response, body_of(response))
            yield seen
            if seen.body:
                page = BeautifulSoup(seen.body, "lxml")
                waiting.extend(links_of(page, seen.body))
                yield from self.fill_in(client, seen, page, kind)

    def fill_in(self, client: Client, seen: Seen, page: BeautifulSoup, kind: str) -> Iterator[Seen]:
        """Send the forms of a page empty and with nonsense, and take back what comes of it."""
        if kind in self.sent:
            return
        self.sent.add(kind)
        for form in page.find_all("form", method=re.compile("post", re.IGNORECASE)):
            action = str(form.get("action") or seen.url)
            if LEFT_OUT.search(action) or not action.startswith("/"):
                continue
            kept = {
                str(box["name"]): str(box.get("value", ""))
                for box in form.find_all("input", type="hidden")
                if box.get("name")
            }
            boxes = [
                str(box["name"])
                for box in form.find_all(["input", "textarea", "select"])
                if box.get("name") and box.get("type") not in ("hidden", "submit", "file")
            ]
            # A body of blocks is written by a script: it has as many blocks as it says.
            kept |= {f"{box['id']}-count": "0" for box in form.select("[data-block][id]")}
            # Every other box stays empty, so that both kinds of refusal are read.
            typed = {name: ("abc", "")[place % 2] for place, name in enumerate(boxes)}
            with transaction.atomic():
                answer = client.post(action, kept | typed)
                transaction.set_rollback(True)
            yield Seen(seen.who, f"{action} (sent)", answer, body_of(answer))


def body_of(response: object) -> str:
    """Return the text of a page; nothing for files and answers to scripts."""
    if response.streaming or "html" not in response.headers.get("Content-Type", ""):
        return ""
    return response.content.decode()
