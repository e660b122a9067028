"""Organisations: names through time, other writings, and what belongs to what."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.directory.models import DirectoryGroup, Organisation, OrganisationSuccession
from tests.factories.directory import (
    DirectoryGroupFactory,
    GroupMembershipFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    OrganisationNameFactory,
)

pytestmark = pytest.mark.django_db


def test_the_name_on_a_day_is_the_one_borne_then():
    office = OrganisationFactory(name="Sở Nông nghiệp và Môi trường")
    OrganisationNameFactory(
        organisation=office,
        name="Sở Nông nghiệp và Phát triển nông thôn",
        valid_from=date(2008, 1, 1),
        valid_to=date(2025, 2, 28),
    )

    names = [office.name_on(day) for day in (date(2022, 6, 1), date(2025, 3, 1))]

    assert names == ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"]


def test_dated_names_that_overlap_are_refused():
    office = OrganisationFactory()
    OrganisationNameFactory(organisation=office, valid_to=date(2010, 12, 31))
    OrganisationNameFactory(
        organisation=office, valid_from=date(2010, 6, 1), valid_to=date(2020, 1, 1)
    )

    with pytest.raises(ValidationError):
        office.clean_names()


def test_one_of_the_same_name_short_name_or_other_writing_is_found():
    office = OrganisationFactory(name="Sở Khoa học và Công nghệ", short_name="Sở KH&CN")
    OrganisationAliasFactory(organisation=office, name="Sở KHCN Nghệ An")
    OrganisationFactory(name="Sở Y tế")

    questions = ["so khoa hoc va cong nghe", "SỞ KH CN", "sở khcn nghe an"]

    assert [list(Organisation.objects.named_like(text)) for text in questions] == [[office]] * 3


def test_an_end_before_the_founding_is_refused_at_the_end():
    with pytest.raises(ValidationError) as refusal:
        Organisation(
            name="Hội Làm vườn", founded_on=date(2000, 1, 1), ended_on=date(1999, 1, 1)
        ).full_clean()

    assert "ended_on" in refusal.value.message_dict


def test_an_organisation_cannot_belong_to_a_part_of_itself():
    union = OrganisationFactory()
    centre = OrganisationFactory(parent=union)
    union.parent = OrganisationFactory(parent=centre)

    with pytest.raises(ValidationError) as refusal:
        union.full_clean()

    assert list(refusal.value.message_dict) == ["parent"]


def test_an_organisation_cannot_follow_itself():
    office = OrganisationFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationSuccession.objects.create(
            predecessor=office, successor=office, kind="conversion", effective=date(2020, 1, 1)
        )


def test_organisations_of_a_day_are_those_founded_and_not_ended():
    OrganisationFactory(ended_on=date(2019, 12, 31))
    OrganisationFactory(founded_on=date(2023, 1, 1))
    standing = OrganisationFactory(founded_on=date(1996, 1, 1), ended_on=date(2022, 6, 1))
    unknown = OrganisationFactory()

    assert set(Organisation.objects.on(date(2022, 6, 1))) == {standing, unknown}


def test_the_members_of_a_group_are_those_of_the_day():
    group = DirectoryGroupFactory()
    old = GroupMembershipFactory(group=group, valid_to=date(2021, 12, 31)).organisation
    always = GroupMembershipFactory(group=group).organisation
    new = GroupMembershipFactory(group=group, valid_from=date(2022, 1, 1)).organisation

    assert set(group.members_on(date(2021, 12, 31))) == {old, always}
    assert set(group.members_on(date(2022, 1, 1))) == {always, new}


def test_a_member_who_comes_back_is_in_the_list_once():
    group = DirectoryGroupFactory()
    member = GroupMembershipFactory(group=group).organisation
    GroupMembershipFactory(group=group, organisation=member)

    assert list(group.members_on(date(2022, 1, 1))) == [member]
    with pytest.raises(ValidationError):
        group.clean_memberships()


def test_the_code_of_a_group_is_taken_once():
    DirectoryGroupFactory(code="xa-phuong")

    with pytest.raises(ValidationError) as refusal:
        DirectoryGroup(name="Xã, phường", code="xa-phuong").full_clean()

    assert list(refusal.value.message_dict) == ["code"]
