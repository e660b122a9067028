"""The records of advice, critique, social appraisal, science tasks and funded projects."""

from lienhiep.advisory.models.council import CouncilMember, Opinion, Recommendation
from lienhiep.advisory.models.outside import CouncilInvitation, DraftComment
from lienhiep.advisory.models.performer import ScienceTaskPerformer, TaskPerformer
from lienhiep.advisory.models.project import FundedProject, ProjectPartner, ProjectReport
from lienhiep.advisory.models.science import Programme, ScienceTask
from lienhiep.advisory.models.task import AdvisoryTask

__all__ = [
    "AdvisoryTask",
    "CouncilInvitation",
    "CouncilMember",
    "DraftComment",
    "FundedProject",
    "Opinion",
    "Programme",
    "ProjectPartner",
    "ProjectReport",
    "Recommendation",
    "ScienceTask",
    "ScienceTaskPerformer",
    "TaskPerformer",
]
