"""The tables of the ground floor."""

from lienhiep.core.guarding import Guarded, GuardedQuerySet, RecordKey
from lienhiep.core.history import Recorded, RecordedQuerySet
from lienhiep.core.models.files import RecordFile, RecordFileQuerySet
from lienhiep.core.models.identity import SiteKind, UnionIdentity, union_identity
from lienhiep.core.models.jobs import Job, JobState, ScheduledTask
from lienhiep.core.models.kept import KeptForm, SentForm
from lienhiep.core.models.library import SiteDocument, SiteImage, SiteRendition
from lienhiep.core.models.notices import Notice, NoticeQuerySet
from lienhiep.core.models.numbering import NumberBook, NumberEntry, NumberState
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.models.search import SearchEntry, SearchKey, SearchSection, SearchWord

__all__ = [
    "Guarded",
    "GuardedQuerySet",
    "Job",
    "JobState",
    "KeptForm",
    "Notice",
    "NoticeQuerySet",
    "NumberBook",
    "NumberEntry",
    "NumberState",
    "RecordFile",
    "RecordFileQuerySet",
    "RecordKey",
    "Recorded",
    "RecordedQuerySet",
    "ReferenceValue",
    "ScheduledTask",
    "SearchEntry",
    "SearchKey",
    "SearchSection",
    "SearchWord",
    "SentForm",
    "SiteDocument",
    "SiteImage",
    "SiteKind",
    "SiteRendition",
    "UnionIdentity",
    "union_identity",
]
