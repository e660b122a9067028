"""The lists of states and kinds of the directory. Stored codes never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """As it stands in the person's papers; empty where it is not known."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")


class NameKind(models.TextChoices):
    """Why a person is known under another name."""

    FORMER = "former", _("Former name")
    PEN = "pen", _("Pen name")
    WRITING = "writing", _("Other writing")


class OrganisationKind(models.TextChoices):
    """What an organisation is to the Union."""

    OWN_UNION = "own_union", _("The Union itself")
    CENTRAL_UNION = "central_union", _("Central Union (VUSTA)")
    SISTER_UNION = "sister_union", _("Sister union")
    ASSOCIATION = "association", _("Association")
    DEPARTMENT = "department", _("Department of the province")
    COMMITTEE = "committee", _("Committee or branch")
    COMMUNE_OFFICE = "commune_office", _("Commune or ward office")
    SCHOOL = "school", _("School or institute")
    ENTERPRISE = "enterprise", _("Enterprise")
    PRESS = "press", _("Press body")
    OTHER = "other", _("Other organisation")


class ReorganisationKind(models.TextChoices):
    """How one organisation became another (chia, tách, sáp nhập, hợp nhất, chuyển đổi)."""

    DIVISION = "division", _("Divided into several")
    SEPARATION = "separation", _("Part split off")
    ABSORPTION = "absorption", _("Merged into another")
    CONSOLIDATION = "consolidation", _("Joined into a new one")
    CONVERSION = "conversion", _("Turned into another kind")


class UnitLevel(models.TextChoices):
    """The level of an administrative unit; districts ended on 01/07/2025."""

    PROVINCE = "province", _("Province level")
    DISTRICT = "district", _("District level")
    COMMUNE = "commune", _("Commune level")


class UnitKind(models.TextChoices):
    """The kind of an administrative unit, which is part of its name."""

    PROVINCE = "province", _("Province")
    CITY = "city", _("City under the central government")
    RURAL_DISTRICT = "rural_district", _("Rural district")
    URBAN_DISTRICT = "urban_district", _("Urban district")
    TOWN = "town", _("Town")
    PROVINCIAL_CITY = "provincial_city", _("City of a province")
    COMMUNE = "commune", _("Commune")
    WARD = "ward", _("Ward")
    TOWNSHIP = "township", _("Township")
    SPECIAL_ZONE = "special_zone", _("Special zone")


LEVEL_OF_KIND = {
    UnitKind.PROVINCE: UnitLevel.PROVINCE,
    UnitKind.CITY: UnitLevel.PROVINCE,
    UnitKind.RURAL_DISTRICT: UnitLevel.DISTRICT,
    UnitKind.URBAN_DISTRICT: UnitLevel.DISTRICT,
    UnitKind.TOWN: UnitLevel.DISTRICT,
    UnitKind.PROVINCIAL_CITY: UnitLevel.DISTRICT,
    UnitKind.COMMUNE: UnitLevel.COMMUNE,
    UnitKind.WARD: UnitLevel.COMMUNE,
    UnitKind.TOWNSHIP: UnitLevel.COMMUNE,
    UnitKind.SPECIAL_ZONE: UnitLevel.COMMUNE,
}
"""The level follows from the kind."""

WORD_OF_KIND = {
    UnitKind.PROVINCE: "Tỉnh",
    UnitKind.CITY: "Thành phố",
    UnitKind.RURAL_DISTRICT: "Huyện",
    UnitKind.URBAN_DISTRICT: "Quận",
    UnitKind.TOWN: "Thị xã",
    UnitKind.PROVINCIAL_CITY: "Thành phố",
    UnitKind.COMMUNE: "Xã",
    UnitKind.WARD: "Phường",
    UnitKind.TOWNSHIP: "Thị trấn",
    UnitKind.SPECIAL_ZONE: "Đặc khu",
}
"""The word before a unit's name: part of a proper name, so the same in every language."""


class UnitChangeKind(models.TextChoices):
    """What a resolution did to administrative units."""

    MERGE = "merge", _("Units merged")
    SPLIT = "split", _("Unit divided")
    RENAME = "rename", _("Unit renamed")
    UPGRADE = "upgrade", _("Kind of unit changed")
    ABOLISH = "abolish", _("Unit abolished")
