"""Every screen leads to the place of the guide that explains it."""

import re
from collections import Counter

from django.test import RequestFactory
from django.urls import URLPattern, get_resolver, resolve

from lienhiep.guide.book import book
from lienhiep.guide.places import declared, guidance_for, place_of

NO_SCREENS = (
    # What machines read, files, and answers in pieces to a script.
    r"core:(file|picture|logo|session)",
    r"portal:(feed|robots|sitemap|sitemap_part|manifest|suggestions)",
    r"(news:feed|visits:live|events:calendar|events:\w+_calendar)",
    r"accounts_my_data_file|reports:(report_pdf|report_word|catalogue_export)",
    r"wagtailadmin_(api|editing_sessions):.*|wagtailadmin_(sprite|javascript_catalog|error_test)",
    r"(?!.*:do_).*results|.*(_autocomplete|block_preview)",
    # Windows in which one chooses, and addresses that only lead on.
    r".*choose.*",
    r"wagtailcore_authenticate_with_password|wagtaildocs_\w+ ?",
    r"django\.views\..*|wagtail\.admin\.views\.home\.default",
    # The parts of the design, for developers.
    r"core:style",
    # Records on which the ground floor is tried in tests.
    r"(wagtailsnippets_)?sample_.*",
)


def screens():
    """Return the name of every address, as a request is resolved to it."""
    return sorted(set(named(get_resolver(), ())))


def named(resolver, spaces):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join((*spaces, pattern.name or pattern.lookup_str))
        else:
            space = (pattern.namespace,) if pattern.namespace else ()
            yield from named(pattern, (*spaces, *space))


def is_screen(name):
    return not any(re.fullmatch(pattern, name) for pattern in NO_SCREENS)


SCREENS = [name for name in screens() if is_screen(name)]


def test_every_screen_has_its_place():
    without = [name for name in SCREENS if place_of(name) is None]

    assert without == [], "name them under a heading of the guide: {screens: …}"


def test_walk_meets_the_screens_of_all_kinds():
    expected = {
        "journal_issue:index",
        "journal_issue:do_publish_issue",
        "office:desk",
        "accounts_mine",
        "desk:desk",
        "wagtailadmin_home",
        "news:index",
    }

    assert expected <= set(SCREENS)


def test_screen_is_declared_once():
    times = Counter(pattern for pattern, _place in declared())

    assert [pattern for pattern, number in times.items() if number > 1] == []


def test_what_is_declared_stands_for_a_screen():
    known = screens()
    idle = [
        pattern
        for pattern, _place in declared()
        if not any(re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), name) for name in known)
    ]

    assert idle == []


def test_place_is_a_heading_of_its_page():
    lost = [
        place.url
        for _pattern, place in declared()
        if place.anchor and place.anchor not in {one.anchor for one in place.page.headings}
    ]

    assert lost == []


def test_verb_with_a_heading_of_its_own_leads_there_and_others_to_their_register():
    own = place_of("journal_issue:do_sign_for_print")
    common = place_of("journal_issue:history")

    assert own.url == "/huong-dan/tap-san-so/#ky-duyet-in"
    assert common.url == "/huong-dan/tap-san-so/#len-mot-so"


def test_address_that_no_place_explains_leads_to_the_contents():
    request = RequestFactory().get("/nowhere/")

    assert guidance_for(request) == "/huong-dan/"


def test_request_leads_to_the_place_of_its_screen():
    request = RequestFactory().get("/ban-lam-viec/")
    request.resolver_match = resolve("/ban-lam-viec/")

    assert guidance_for(request) == "/huong-dan/viec-cho/#ban-lam-viec"


def test_pages_that_explain_a_role_name_no_screens_as_a_whole():
    # They would be found for screens that a page of a task explains better.
    assert [page.slug for page in book().pages if page.role and page.screens] == []
