"""Preparing does what is missing, and never mixes invented people into a real office."""

import pytest
from django.contrib.auth import get_user_model

from lienhiep.project import prepared, preparing


@pytest.fixture
def note(monkeypatch, tmp_path, settings):
    """A data folder in which nothing was prepared yet."""
    monkeypatch.setenv("LIENHIEP_DATA", str(tmp_path))
    settings.DATA_DIR = tmp_path
    return prepared.read_note


def step(name: str, done: list[str]) -> preparing.Step:
    return preparing.Step(name, name, lambda: done.append(name))


def run(steps: list[preparing.Step], *, again: bool = False) -> None:
    for _step, do in preparing.prepare(steps, again=again):
        do()


def test_a_step_is_left_out_until_its_inputs_change(note, monkeypatch):
    done: list[str] = []
    run([step("styles", done)])
    run([step("styles", done)])
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/lienhiep")  # another database

    run([step("styles", done)])

    assert done == ["styles", "styles"]


def test_every_step_is_done_again_when_asked(note):
    done: list[str] = []
    run([step("styles", done)])

    run([step("styles", done)], again=True)

    assert done == ["styles", "styles"]


def test_a_step_that_failed_is_done_again(note):
    def fail() -> None:
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        run([preparing.Step("styles", "styles", fail)])

    assert note() == {}


@pytest.mark.django_db
def test_the_demonstration_stays_out_of_an_office_with_accounts(note):
    get_user_model().objects.create_user(email="clerk@office.example", password="a-real-clerk")

    preparing.load_demonstration()

    assert note() == {"demo": "left out"}
    assert get_user_model().objects.count() == 1


def test_serving_asks_for_the_demonstration_only_once(note, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/lienhiep")
    everything = {name: prepared.digest(name) for name in prepared.INPUTS}
    prepared.write_note(everything)

    before = prepared.is_prepared(demo=True)
    prepared.write_note({**everything, "demo": "left out"})

    assert before is False
    assert prepared.is_prepared(demo=True) is True
    assert prepared.is_prepared(demo=False) is True
