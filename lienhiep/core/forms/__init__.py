"""Forms as the office sees them."""

from django.forms.renderers import TemplatesSetting


class OfficeRenderer(TemplatesSetting):
    """Renders forms with our own templates."""
