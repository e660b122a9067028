"""Catalogues that changed while the process runs."""

import gettext

from asgiref.local import Local
from django.utils.translation import trans_real


def forget_loaded_catalogues() -> None:
    """Let the next text be looked up in the catalogues as they are now on disk.

    Django does the same in its development server when a catalogue file changes.
    """
    gettext._translations.clear()
    trans_real._translations = {}
    trans_real._default = None
    trans_real._active = Local()
