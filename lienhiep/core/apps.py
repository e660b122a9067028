from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The ground floor: what every room stands on."""

    name = "lienhiep.core"
    label = "core"
    verbose_name = _("Ground floor")

    def ready(self) -> None:
        """Let every room hang up what it offers to the registries."""
        from django.db.models import IntegerField
        from django.utils.module_loading import autodiscover_modules

        from lienhiep.core.files import of_the_union  # noqa: F401  (says which files are sealed)
        from lienhiep.core.idle import clock  # noqa: F401  (begins with signing in)
        from lienhiep.core.lookups import IntegerIn
        from lienhiep.core.models import ReferenceValue, UnionIdentity
        from lienhiep.core.page_cache import listening
        from lienhiep.core.rules import register_policy
        from lienhiep.core.rules.identity import UnionIdentityPolicy
        from lienhiep.core.rules.reference import ReferencePolicy

        IntegerField.register_lookup(IntegerIn)
        listening.connect()
        register_policy(UnionIdentity, UnionIdentityPolicy)
        register_policy(ReferenceValue, ReferencePolicy)
        autodiscover_modules(
            "figures",
            "waiting",
            "notices",
            "search_entries",
            "personal",
            "tasks",
            "reference_codes",
            "own_checks",
            "data_checks",
            "site_sections",
            "page_sections",
            "site_blocks",
            "counted_pages",
            "digest_parts",
            "live_numbers",
            "shortcuts",
            "field_help",
        )
