"""A refusal stands in the log as one line; a fault of ours with its trace."""

import logging

import pytest
from django.core.exceptions import PermissionDenied

from lienhiep.core.quiet_log import ShortRefusals


def record_of(fault):
    try:
        raise fault
    except Exception as raised:
        info = (type(raised), raised, raised.__traceback__)
    return logging.LogRecord("django.request", logging.WARNING, __file__, 1, "words", (), info)


def test_a_refusal_loses_its_trace_and_stays_in_the_log():
    record = record_of(PermissionDenied("no"))

    assert ShortRefusals().filter(record) is True
    assert record.exc_info is None


def test_a_fault_of_ours_keeps_its_trace():
    record = record_of(ZeroDivisionError())

    assert ShortRefusals().filter(record) is True
    assert record.exc_info[0] is ZeroDivisionError


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/so-lieu/", "/so-lieu/E01/", "/tim-kiem/", "/robots.txt"])
@pytest.mark.parametrize("method", ["trace", "put", "delete", "post"])
def test_pages_that_only_show_answer_no_other_method(client, path, method):
    response = getattr(client, method)(path)

    assert response.status_code == 405
