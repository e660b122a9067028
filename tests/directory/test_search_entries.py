"""Persons and organisations are found by every name, and by nothing private."""

import pytest

from lienhiep.core.search.query import search
from lienhiep.directory.actions import merge_persons
from lienhiep.directory.models import Organisation
from tests.asking import record_of
from tests.factories.directory import (
    OrganisationAliasFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PersonFactory,
    PersonNameFactory,
)

pytestmark = pytest.mark.django_db


def found(text, user):
    return [record_of(hit) for hit in search(text, user).hits]


def test_a_person_is_found_without_marks_and_by_a_pen_name(clerk):
    person = PersonFactory(full_name="Đặng Thị Hường")
    PersonNameFactory(person=person, name="Sông Lam", kind="pen")

    assert found("dang thi huong", clerk) == [person]
    assert found("song lam", clerk) == [person]


def test_a_phone_number_finds_nobody(clerk):
    PersonFactory(full_name="Đặng Thị Hường", phone="0912345678", email="huong@example.vn")

    assert found("0912345678", clerk) == []
    assert found("huong@example.vn", clerk) == []


def test_those_who_may_not_read_persons_find_none(account):
    PersonFactory(full_name="Đặng Thị Hường")

    assert found("dang thi huong", account("juror")) == []


def test_an_organisation_is_found_by_former_names_and_other_writings():
    office = OrganisationFactory(name="Sở Nông nghiệp và Môi trường")
    OrganisationNameFactory(organisation=office, name="Sở Tài nguyên và Môi trường")
    OrganisationAliasFactory(organisation=office, name="Sở NNMT")

    assert found("tai nguyen", None) == [office]
    assert found("nnmt", None) == [office]


def test_a_name_taken_away_is_not_found_any_more():
    office = OrganisationFactory(name="Sở Y tế")
    OrganisationAliasFactory(organisation=office, name="Ty Y tế")
    office = Organisation.objects.get()

    office.aliases = []
    office.save()

    assert found("ty y te", None) == []


def test_a_merged_record_is_found_as_the_one_kept(clerk):
    winner, loser = PersonFactory(full_name="Lê Thị Thúy"), PersonFactory(full_name="Lê Thúy Hà")

    merge_persons(winner=winner, loser=loser, by=clerk)

    assert found("le thuy ha", clerk) == [winner]
