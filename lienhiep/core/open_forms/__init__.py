"""Forms that anyone may send without signing in, and what keeps machines out of them.

No outside service is asked, no riddle is set, and nothing about the sender is stored:

* a field that people do not see and machines fill in;
* a signed mark in each form shown, good once, not at once, and for half a day;
* a pause after so many sendings, narrow for one browser and wide for one address, for a whole
  school may stand behind one.

A room builds its form on `OpenForm` and its page on `OpenFormView`.
"""

from lienhiep.core.open_forms.flood import Limit, Limits, client_address
from lienhiep.core.open_forms.forms import OpenForm
from lienhiep.core.open_forms.readers import give_key, reader_of
from lienhiep.core.open_forms.views import OpenFormView, thanks

__all__ = [
    "Limit",
    "Limits",
    "OpenForm",
    "OpenFormView",
    "client_address",
    "give_key",
    "reader_of",
    "thanks",
]
