"""The search table: one entry for each record that is published or searched."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """What a record says of itself to somebody who searches.

    The words that are matched stand folded in the full-text index, which each database
    keeps in its own way; both are written by `core.search.feeding` only.
    """

    kind = models.CharField(_("kind"), max_length=80)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    title = models.CharField(_("title"), max_length=500)
    title_key = models.CharField(max_length=200)
    """The folded title, for the question that is exactly a title."""

    body = models.TextField(_("text"), blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    symbol = models.CharField(_("number and symbol"), max_length=120, blank=True)
    url = models.CharField(max_length=500, blank=True)
    public_url = models.CharField(max_length=500, blank=True)
    """The address on the site; empty while the record is not public."""

    is_open = models.BooleanField(_("on the site, open to anyone"), default=False)
    """Follows from the address and the keys; kept so that lists of the site need no join."""

    place = models.BigIntegerField(null=True, unique=True)
    """Where the entry stands in the index: by date, then by id, so that the newest come first."""

    digest = models.CharField(max_length=64)

    class Meta:
        app_label = "core"
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="core_searchentry_once"
            )
        ]
        indexes = [
            models.Index(fields=["title_key", "place"], name="core_searchentry_title"),
            models.Index(
                fields=["title_key"],
                name="core_searchentry_beginning",
                opclasses=["varchar_pattern_ops"],
            ),
            # From one of these alone a question of the site is narrowed and counted, and the
            # newest of a kind are listed, without reading the long texts.
            models.Index(fields=["place", "is_open", "kind"], name="core_searchentry_narrowed"),
            models.Index(fields=["is_open", "kind", "place"], name="core_searchentry_newest"),
            # Lists look up ids by place; from the index alone, without reading the long texts.
            models.Index(
                fields=["place", "content_type", "object_id"], name="core_searchentry_found"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SearchKey(models.Model):
    """A key that may find an entry; see `core.principals`."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=80)

    class Meta:
        app_label = "core"
        constraints = [models.UniqueConstraint(fields=["entry", "key"], name="core_searchkey_once")]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.key}"


class SearchSection(models.Model):
    """A part of its kind in which an entry stands, such as a category; see `Searchable`."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="sections")
    section = models.CharField(max_length=80)

    class Meta:
        app_label = "core"
        constraints = [
            models.UniqueConstraint(fields=["entry", "section"], name="core_searchsection_once")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.section}"


class SearchWord(models.Model):
    """A word, or two that follow each other, of what anyone may read; see `core.search.words`.

    Written anew each night. What stands in fewer than three entries is left out, so that
    nobody's name is kept here alone.
    """

    key = models.CharField(max_length=80, unique=True)
    """Folded, as questions are."""

    written = models.CharField(max_length=80)
    """With its marks, as it is written most often."""

    uses = models.PositiveIntegerField()
    """In how many entries it stands."""

    class Meta:
        app_label = "core"

    def __str__(self) -> str:
        return self.written
