"""The forms of honour that a provincial Union has to do with, as law and custom name them.

Names are proper names, so they are the same in every language. State honours and emulation
titles follow the Law on Emulation and Commendation 06/2022/QH15; medals and distinctions of
the national Union follow its own regulations.
"""

from __future__ import annotations

import csv
from pathlib import Path

FORMS = Path(__file__).with_name("forms.csv")


def known_forms() -> list[dict[str, str]]:
    """Return the forms in the order of lists: the Union's own first, the State's last."""
    with FORMS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
