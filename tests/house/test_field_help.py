"""Under each field stands what the label leaves open, with the law that asks for it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from django import forms

import lienhiep
from lienhiep.core.forms.explaining import explain, explains, text_for
from lienhiep.core.viewsets import row_viewsets

SELF_EXPLAINING = {
    "name title full_name heading": "a name is a name; its label says whose",
    "email phone address website": "the label says it, the check says how",
    "note message text": "free words, and nothing hangs on them",
    "sex language month year day": "a choice or a number that everybody knows",
    "place month_label commune_name": "where it was, in words",
    "login password password2 remember": "the door; the page around it explains",
    "last_login date_joined": "written by the program; nobody types them",
    "q": "what is looked for in a chooser",
}
"""Fields whose label leaves nothing open, and why."""


def without_help() -> set[str]:
    return {name for names in SELF_EXPLAINING for name in names.split()}


def load_every_form() -> None:
    for module in pkgutil.walk_packages(lienhiep.__path__, "lienhiep."):
        if re.search(r"\.(forms|choosers|views|desk_views|reference_screens)\b", module.name):
            importlib.import_module(module.name)


def built_on(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from built_on(one)


def forms_of_viewsets() -> Iterator[tuple[str, type, dict[str, str]]]:
    """Yield the forms of the back office with what their panels say."""
    from wagtail.admin import urls  # noqa: F401  (registers every viewset)

    for viewset in row_viewsets():
        if not hasattr(viewset, "index_view_class") or viewset.model.__module__.startswith("tests"):
            continue
        said = panels_of(getattr(viewset, "_edit_handler", None))
        for for_update in (False, True):
            form = viewset.get_form_class(for_update=for_update)
            yield viewset.model._meta.label, form, said
            for formset in getattr(form, "formsets", {}).values():
                yield f"{viewset.model._meta.label}: rows", formset.form, said


def panels_of(panel: object) -> dict[str, str]:
    found = {}
    if getattr(panel, "field_name", None):
        found[panel.field_name] = str(panel.help_text or "")
    for child in getattr(panel, "children", None) or ():
        found |= panels_of(child)
    return found


def forms_to_fill_in() -> Iterator[tuple[str, type, dict[str, str]]]:
    load_every_form()
    yield from forms_of_viewsets()
    for form in set(built_on(forms.BaseForm)):
        ours = form.__module__.startswith("lienhiep.") and "style_page" not in form.__module__
        if ours and getattr(form, "has_help", True):
            yield f"{form.__module__}.{form.__name__}", form, {}


def test_each_field_has_a_help_text_or_needs_none():
    missing = {}

    for place, form, said in forms_to_fill_in():
        for name, field in getattr(form, "base_fields", {}).items():
            if field.widget.is_hidden or name in without_help() | {"DELETE", "ORDER"}:
                continue
            if not (field.help_text or said.get(name) or text_for(form, name)):
                missing.setdefault(name, set()).add(place)

    assert missing == {}


def test_a_form_that_only_looks_for_something_is_left_as_it_is(room):
    class Looking(Wide):
        has_help = False

    explain(Looking)

    assert Looking.base_fields["day"].help_text == ""


@pytest.fixture
def room(monkeypatch):
    monkeypatch.setattr("lienhiep.core.forms.explaining._texts", {})
    explains("tests", {"day": "Never", "Narrow.day": "Narrow", "Wide.kept": "Never"})
    explains("core", {"day": "Everywhere"})


class Wide(forms.Form):
    day = forms.CharField()
    kept = forms.CharField(help_text="Its own")


class Narrow(Wide):
    pass


def test_a_text_is_put_under_a_field_and_not_under_those_of_the_form_below(room):
    explain(Narrow)

    assert Wide.base_fields["day"].help_text == ""
    assert Narrow.base_fields["kept"].help_text == "Its own"


def test_a_text_of_the_whole_house_answers_last(room):
    assert text_for(Wide, "day") == "Everywhere"
    assert text_for(Wide, "other") is None


def test_laws_are_named_as_they_are_cited():
    from lienhiep.core.forms.explaining import _texts

    laws = re.compile(r"(?:Decree|Decision|Law|Circular) (\S+)")
    cited = {law.strip("(),.;:") for text in _texts.values() for law in laws.findall(str(text))}

    assert all(re.fullmatch(r"\d+/\d{4}/(NĐ-CP|QĐ-TTg|QH\d\d|TT-\w+)", law) for law in cited), cited
