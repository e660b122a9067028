"""The settings of an office that works: `make run` uses them too."""

from lienhiep.project.settings.base import *  # noqa: F403
from lienhiep.project.settings.security import *  # noqa: F403
from lienhiep.project.settings.sign_in import *  # noqa: F403
from lienhiep.project.settings.storage import *  # noqa: F403
from lienhiep.project.settings.wagtail import *  # noqa: F403
