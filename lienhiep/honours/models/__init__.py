"""The records of commendation (thi đua, khen thưởng, tôn vinh)."""

from lienhiep.honours.models.emulation import EmulationResult
from lienhiep.honours.models.form import HonourForm
from lienhiep.honours.models.honour import Honour
from lienhiep.honours.models.nomination import Nomination, Nominee

__all__ = ["EmulationResult", "Honour", "HonourForm", "Nomination", "Nominee"]
