"""Records to try the ground floor on."""

from django.db import models

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded


class Town(Recorded):
    """Something that a club may lose without being lost itself."""

    name = models.CharField("town", max_length=100)

    def __str__(self):
        return self.name


class Club(Guarded):
    """A record that some may read and others not; `readers` holds the keys, one in each word."""

    class Kind(models.TextChoices):
        SCIENCE = "science", "Science"
        SPORT = "sport", "Sport"

    name = models.CharField("name", max_length=200)
    text = models.TextField("text", blank=True)
    symbol = models.CharField("symbol", max_length=60, blank=True)
    kind = models.CharField("kind", max_length=20, choices=Kind.choices, default=Kind.SCIENCE)
    founded = models.DateField("founded", null=True, blank=True)
    budget = models.DecimalField("budget", max_digits=14, decimal_places=2, null=True, blank=True)
    town = models.ForeignKey(
        Town, verbose_name="town", null=True, blank=True, on_delete=models.SET_NULL
    )
    readers = models.CharField("readers", max_length=200, blank=True)
    is_public = models.BooleanField("public", default=False)
    is_hidden_from_search = models.BooleanField(default=False)

    def __str__(self):
        return self.name

    def reader_keys(self):
        return set(self.readers.split())


class Member(Recorded):
    """A part of a club: its changes stand in the club's history."""

    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="members")
    name = models.CharField("name", max_length=100)
    fee = models.IntegerField("fee", default=0)

    def __str__(self):
        return self.name

    def history_owner(self):
        return self.club


class Notice(Guarded):
    """A record of its own that goes with its club."""

    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="notices")
    text = models.CharField("text", max_length=100)

    def __str__(self):
        return self.text

    def reader_keys(self):
        return self.club.reader_keys()


class HeadCount(Recorded):
    """How many members a club says it has on a day."""

    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="head_counts")
    day = models.DateField("day")
    members = models.IntegerField("members")

    def __str__(self):
        return f"{self.club}: {self.members}"
