"""Tags are typed as words; a word finds its tag however it is written."""

import pytest

from lienhiep.news.forms.article import tags_of
from lienhiep.news.models import NewsArticle, Tag
from lienhiep.news.viewsets.article import NewsArticleViewSet
from tests.factories.news import NewsArticleFactory

pytestmark = pytest.mark.django_db


def form_for(article, words):
    form_class = NewsArticleViewSet().get_form_class(for_update=True)
    form = form_class(instance=article)
    field = form.fields["tag_words"]
    form.cleaned_data = {"tag_words": field.clean(words)}
    return form


def test_words_become_tags_in_their_order_and_known_ones_are_found():
    known = Tag.objects.create(name="Chuyển đổi số", slug="chuyen-doi-so")

    first, second = tags_of(["Nông thôn", "chuyển đổi số"])

    assert (first.name, first.slug) == ("Nông thôn", "nong-thon")
    assert second == known


def test_a_tag_whose_address_is_another_is_found_by_its_name():
    known = Tag.objects.create(name="Nông thôn", slug="nt")

    assert tags_of(["Nông thôn"]) == [known]


def test_one_word_typed_twice_is_one_tag():
    form = form_for(NewsArticleFactory(), "Sáng kiến, sáng kiến; Làng nghề,")

    assert form.clean_tag_words() == ["sáng kiến", "Làng nghề"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (", ".join(f"từ {n}" for n in range(21)), "tối đa 20"),
        ("!!!", "không có chữ"),
        ("dài " * 40, "quá dài"),
    ],
)
def test_what_no_tag_can_be_called_is_refused_with_words(words, why):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match=why):
        form_for(NewsArticleFactory(), words).clean_tag_words()


def test_the_form_shows_the_tags_and_a_draft_keeps_them():
    article = NewsArticleFactory()
    form = form_for(article, "Sáng kiến, Làng nghề")
    form.cleaned_data["tag_words"] = form.clean_tag_words()

    form._hang_on(form.cleaned_data["tag_words"])
    article.save_revision(clean=False)

    draft = NewsArticle.objects.get(pk=article.pk).get_latest_revision_as_object()
    again = NewsArticleViewSet().get_form_class(for_update=True)(instance=draft)
    assert again.fields["tag_words"].initial == "Sáng kiến, Làng nghề"
