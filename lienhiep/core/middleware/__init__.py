"""What wraps every request."""

from lienhiep.core.middleware.acting import Acting
from lienhiep.core.middleware.content_security import ContentSecurity
from lienhiep.core.middleware.keeping import KeepTypedText
from lienhiep.core.middleware.small_answers import SmallAnswers
from lienhiep.core.middleware.whole_body import WholeBody

__all__ = ["Acting", "ContentSecurity", "KeepTypedText", "SmallAnswers", "WholeBody"]
