from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Persons, organisations, administrative units."""

    name = "lienhiep.directory"
    label = "directory"
    verbose_name = _("Directory")

    def ready(self) -> None:
        """Register who may do what."""
        from lienhiep.core.rules import register_policy
        from lienhiep.directory import models, rules

        register_policy(models.Person, rules.PersonPolicy)
        register_policy(models.Organisation, rules.OrganisationPolicy)
        register_policy(models.DirectoryGroup, rules.GroupPolicy)
        register_policy(models.MergeRecord, rules.MergePolicy)
        for model in (models.AdministrativeUnit, models.UnitChange, models.UnitStatement):
            register_policy(model, rules.UnitPolicy)
