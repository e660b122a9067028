"""The one script that stands in the page itself, and the mark by which the policy lets it run.

It must run before anything is drawn, so that a reader's choice of light or dark does not flash; a
file of its own would hold the page up by one way there and back. Needs no Django: settings read it.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

THEME = Path(__file__).parent / "static" / "core" / "js" / "theme.js"


@cache
def theme_script() -> str:
    """Return the script as it stands in pages: without remarks and spaces at the start of lines."""
    text = THEME.read_text(encoding="utf-8")
    lines = [line.strip() for line in re.sub(r"(?m)^\s*//.*$", "", text).splitlines()]
    return "\n".join(line for line in lines if line)


def theme_script_source() -> str:
    """Return the script's hash as a source of a Content Security Policy (CSP level 3, 2.3.1)."""
    digest = hashlib.sha256(theme_script().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
