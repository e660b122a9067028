"""Give the consents that stand the text that was shown with them as a record of its own."""

from datetime import timedelta

from django.db import migrations
from django.utils import timezone


def gather_texts(apps, schema_editor):
    Consent = apps.get_model("accounts", "Consent")
    ConsentText = apps.get_model("accounts", "ConsentText")
    rows = Consent.objects.filter(seen_text=None).order_by("given_at", "pk")
    for consent in rows.iterator():
        text = ConsentText.objects.filter(
            purpose=consent.purpose, version=consent.text_version
        ).first()
        if text is None:
            day = timezone.localtime(consent.given_at).date()
            taken = set(
                ConsentText.objects.filter(purpose=consent.purpose).values_list(
                    "valid_from", flat=True
                )
            )
            while day in taken:
                day += timedelta(days=1)
            text = ConsentText.objects.create(
                purpose=consent.purpose,
                version=consent.text_version,
                text=consent.text,
                data_kinds="",
                recipients="",
                retention="",
                legal_basis="",
                asks_anew=False,
                valid_from=day,
                approved_on=day,
            )
        if text.text == consent.text:
            consent.seen_text = text
            consent.save(update_fields=["seen_text"])


def name_persons(apps, schema_editor):
    DataRequest = apps.get_model("accounts", "DataRequest")
    rows = DataRequest.objects.filter(person=None, user__person__isnull=False)
    for request in rows.select_related("user"):
        request.person_id = request.user.person_id
        request.save(update_fields=["person"])


def leave_texts(apps, schema_editor):
    """Consents keep their words either way."""
    apps.get_model("accounts", "Consent").objects.update(seen_text=None)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_consent_texts_and_requests")]

    operations = [
        migrations.RunPython(gather_texts, leave_texts),
        migrations.RunPython(name_persons, migrations.RunPython.noop),
    ]
