"""What the public site calls those who are honoured."""

from datetime import date

import pytest

from lienhiep.accounts.actions import withdraw_consent
from lienhiep.accounts.choices import ConsentPurpose, DataRight, RequestState
from lienhiep.honours.naming import may_be_described, public_names
from tests.factories.accounts import ConsentFactory, DataRequestFactory
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.honours import HonourFactory

pytestmark = pytest.mark.django_db


def consent_of(person, purpose=ConsentPurpose.PUBLISH_NAME):
    return ConsentFactory(
        user=None, person=person, purpose=purpose, given_by="both", giver_name="Mẹ"
    )


def name_of(honour):
    return public_names([honour])[honour.pk]


def test_collectives_and_adults_are_named():
    union = HonourFactory(person=None, organisation=OrganisationFactory(name="Hội Làm vườn"))
    adult = HonourFactory(person=PersonFactory(full_name="Lê Thị Mai", birth_year=1970))

    assert (name_of(union), name_of(adult)) == ("Hội Làm vườn", "Lê Thị Mai")


@pytest.mark.parametrize(
    "facts",
    [{"is_pupil": True}, {"person__birth_date": date(2010, 5, 1)}, {"person__birth_year": 2010}],
)
def test_a_child_is_called_a_pupil(facts):
    honour = HonourFactory(person__full_name="Lê Thị Mai", **facts)

    assert name_of(honour) == "Một học sinh"
    assert may_be_described([honour]) == set()


def test_a_child_is_named_where_a_consent_to_it_is_in_force():
    honour = HonourFactory(person__full_name="Lê Thị Mai", is_pupil=True)
    consent_of(honour.person)

    assert name_of(honour) == "Lê Thị Mai"
    assert may_be_described([honour]) == {honour.pk}


def test_a_consent_to_something_else_or_of_somebody_else_names_nobody():
    honour = HonourFactory(is_pupil=True)
    consent_of(honour.person, ConsentPurpose.PUBLISH_IMAGE)
    consent_of(PersonFactory())

    assert name_of(honour) == "Một học sinh"


def test_a_consent_withdrawn_takes_the_name_away_at_once():
    honour = HonourFactory(is_pupil=True)
    withdraw_consent(consent=consent_of(honour.person), by=None)

    assert name_of(honour) == "Một học sinh"


def test_a_date_of_birth_learnt_later_takes_the_name_away_though_nothing_was_saved():
    honour = HonourFactory()
    honour.person.birth_date = date(2012, 1, 1)
    honour.person.save()
    honour.refresh_from_db()

    assert not honour.concerns_child
    assert name_of(honour) == "Một học sinh"


def test_a_whole_page_asks_for_consents_once(django_assert_num_queries):
    honours = [HonourFactory(is_pupil=True) for _number in range(5)]
    consent_of(honours[2].person)

    # Consents, the two ages of the law, and restrictions: the same for one honour and for all.
    with django_assert_num_queries(5):
        names = public_names(honours)

    assert list(names.values()).count("Một học sinh") == 4


def test_a_childs_own_consent_names_nobody_without_the_representative():
    honour = HonourFactory(is_pupil=True)
    ConsentFactory(user=None, person=honour.person, purpose=ConsentPurpose.PUBLISH_NAME)

    assert name_of(honour) == "Một học sinh"


def test_who_had_the_use_of_their_data_restricted_is_not_named():
    adult = HonourFactory(person=PersonFactory(full_name="Lê Thị Mai", birth_year=1970))
    DataRequestFactory(
        user=None, person=adult.person, right=DataRight.RESTRICT, state=RequestState.DONE
    )

    assert name_of(adult) == "Không nêu tên"
    assert may_be_described([adult]) == set()
