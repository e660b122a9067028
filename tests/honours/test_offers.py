"""What commendation offers to search, to the site and to the page of an organisation."""

from datetime import date

import pytest

from lienhiep.core.page_sections import sections_for
from lienhiep.core.search.query import search
from lienhiep.core.site_sections import site_sections
from lienhiep.honours.actions import load_forms
from lienhiep.honours.models import HonourForm
from lienhiep.honours.reference import known_forms
from tests.asking import record_of
from tests.factories.directory import AffiliationFactory, OrganisationFactory, PersonFactory
from tests.factories.honours import HonourFactory, HonourFormFactory, NominationFactory

pytestmark = pytest.mark.django_db


def found(words, user):
    """Return the records of commendation that somebody finds."""
    hits = search(words, user).hits
    return [record_of(hit) for hit in hits if hit.entry.content_type.app_label == "honours"]


def test_a_public_honour_is_found_by_its_subject_and_by_its_decision():
    honour = HonourFactory(
        form=HonourFormFactory(name="Giấy khen"), person=PersonFactory(full_name="Lê Thị Mai")
    )

    assert found("le thi mai", None) == [honour]
    assert found("04/QĐ-LHH", None) == [honour]


def test_the_honour_of_a_child_is_found_in_the_office_only(officer):
    honour = HonourFactory(person=PersonFactory(full_name="Lê Thị Mai"), is_pupil=True)

    assert found("le thi mai", None) == []
    assert found("le thi mai", officer) == [honour]


def test_a_nomination_is_found_by_the_office(officer):
    nomination = NominationFactory(summary="Vượt khó")

    assert found("vuot kho", officer) == [nomination]
    assert found("vuot kho", None) == []


def test_commendation_stands_in_the_menu_of_the_site():
    assert "/khen-thuong/" in [section.url for section in site_sections()]


def test_the_page_of_an_organisation_tells_what_it_and_its_people_received():
    association = OrganisationFactory()
    form = HonourFormFactory(name="Giấy khen")
    HonourFactory(form=form, person=None, organisation=association)
    child = HonourFactory(form=form, is_pupil=True, decided_on=date(2022, 1, 5), year_rewarded=2021)
    AffiliationFactory(person=child.person, organisation=association)
    HonourFactory(person=None, organisation=association, is_public=False)
    HonourFactory()

    (section,) = [one for one in sections_for(association) if one.order == 60]

    assert [(link.label, link.note) for link in section.links] == [
        ("Giấy khen, 2022", ""),
        ("Giấy khen, 2021", "Một học sinh"),
    ]
    assert section.more_url == f"/khen-thuong/?organisation={association.pk}"


def test_the_forms_are_loaded_once_and_what_stands_is_left_as_it_is():
    HonourFormFactory(code="union-letter", name="Giấy khen của chúng ta")

    added = load_forms()
    again = load_forms()

    assert (added, again) == (len(known_forms()) - 1, 0)
    assert HonourForm.objects.get(code="union-letter").name == "Giấy khen của chúng ta"


def test_each_form_has_its_own_word_and_is_for_somebody():
    load_forms()

    kinds = {form.code: form.kind for form in HonourForm.objects.all()}
    assert (kinds["union-letter"], kinds["vusta-merit"], kinds["vusta-medal"]) == (
        "letter",
        "merit",
        "medal",
    )
    assert not HonourForm.objects.filter(for_collectives=False, for_persons=False).exists()
