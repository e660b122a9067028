"""Forms: cleaned text, Vietnamese messages, our own templates, and no record made twice."""

from lienhiep.core.forms.days import OfficeDateInput
from lienhiep.core.forms.office import (
    OfficeAdminModelForm,
    OfficeErrorList,
    OfficeForm,
    OfficeModelForm,
)
from lienhiep.core.forms.renderer import OfficeRenderer

__all__ = [
    "OfficeAdminModelForm",
    "OfficeDateInput",
    "OfficeErrorList",
    "OfficeForm",
    "OfficeModelForm",
    "OfficeRenderer",
]
