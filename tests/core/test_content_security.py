"""What a browser may do with our pages, and with files that somebody sent in."""

import pytest
from django.http import HttpResponse

from lienhiep.core.middleware import ContentSecurity


def answered(rf, path, kind):
    return ContentSecurity(lambda _request: HttpResponse(content_type=kind))(rf.get(path))


@pytest.mark.parametrize(
    "kind", ["image/svg+xml", "text/html", "application/xhtml+xml", "text/xml", ""]
)
def test_an_uploaded_file_that_could_act_is_saved_and_never_opened(rf, kind):
    response = answered(rf, "/media/images/logo.svg", kind)

    assert response.headers["Content-Disposition"] == "attachment"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("kind", ["image/jpeg", "image/avif", "video/mp4"])
def test_a_picture_is_shown(rf, kind):
    assert "Content-Disposition" not in answered(rf, "/media/images/a.jpg", kind).headers


def test_a_page_of_the_site_runs_no_script_of_its_own_text(rf):
    policy = answered(rf, "/tin-tuc/", "text/html").headers["Content-Security-Policy"]

    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
