"""What albums and films say of themselves to somebody who searches."""

from __future__ import annotations

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import local_day
from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.portal.models import Album, Question, Video


@search_entry(Album, label=_("Album"))
def album_entry(album: Album) -> Searchable:
    """Find an album by its title, its words and its captions."""
    captions = album.pictures.values_list("caption", "picture__caption")
    words = [album.lead, *(own or common for own, common in captions)]
    return Searchable(
        title=album.title,
        body="\n".join(filter(None, words)),
        date=album.taken_on or (album.published_at and local_day(album.published_at)),
        url=admin_row_url(album) or "",
        public_url=album.get_absolute_url() if album.is_open_to_readers else None,
    )


@search_entry(Video, label=_("Film"))
def video_entry(video: Video) -> Searchable:
    """Find a film by its title and what is said in it."""
    return Searchable(
        title=video.title,
        body="\n".join(filter(None, [video.lead, video.spoken])),
        date=video.taken_on or (video.published_at and local_day(video.published_at)),
        url=admin_row_url(video) or "",
        public_url=video.get_absolute_url() if video.is_open_to_readers else None,
    )


@search_entry(Question, label=_("Question"))
def question_entry(question: Question) -> Searchable:
    """Find a question by its words and those of the answer; who asked is found by nobody."""
    moment = question.published_at or question.asked_at
    return Searchable(
        title=question.title,
        body="\n".join(filter(None, [question.text, strip_tags(question.answer)])),
        date=local_day(moment),
        url=admin_row_url(question) or "",
        public_url=question.get_absolute_url() if question.is_published else None,
    )
