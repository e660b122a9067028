"""Whether bytes are a drawing (SVG) that only draws: no script, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from lxml import etree

from lienhiep.core.files.refusals import damaged, not_what_it_says

SVG = "http://www.w3.org/2000/svg"
MOST_BYTES = 2 * 1024 * 1024
"""A drawing of an emblem is far smaller; a larger one holds something else."""

DRAWING = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "metadata",
        "style",
        "switch",
        "a",
        "view",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "pattern",
        "clipPath",
        "mask",
        "marker",
        "filter",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence",
    ]
)
"""What draws. Scripts, foreign content, embedded pictures and animations are not among it."""

FETCHES = re.compile(r"@import|expression\(|javascript:|url\(\s*['\"]?(?!#)", re.IGNORECASE)


def check_svg(stream: BinaryIO, size: int) -> str:
    """Refuse what is no drawing, is damaged, or could do anything but draw."""
    if size > MOST_BYTES:
        raise _more_than_a_drawing(_("it is too large"))
    stream.seek(0)
    data = stream.read(size)
    if re.search(rb"<!(DOCTYPE|ENTITY)", data, re.IGNORECASE) and b"<!ENTITY" in data.upper():
        raise _more_than_a_drawing("ENTITY")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as broken:
        raise (damaged() if b"<svg" in data else not_what_it_says(stream)) from broken
    if etree.QName(root).localname != "svg":
        raise not_what_it_says(stream)
    for element in (*root.itersiblings(preceding=True), *root.iter()):
        _refuse_doing(element)
    return ""


def _refuse_doing(element: etree._Element) -> None:
    """Refuse an element that does more than draw."""
    if element.tag is etree.Comment:
        return
    if not isinstance(element.tag, str):  # a processing instruction may name a style sheet
        raise _more_than_a_drawing("<?…?>")
    name = etree.QName(element)
    if name.namespace not in (SVG, None):
        # What drawing programs note for themselves draws nothing; its content does not either.
        if list(element.iterancestors(f"{{{SVG}}}metadata")) or not _is_active(element):
            return
        raise _more_than_a_drawing(name.localname)
    if name.localname not in DRAWING:
        raise _more_than_a_drawing(name.localname)
    if name.localname == "style" and FETCHES.search(element.text or ""):
        raise _more_than_a_drawing("style")
    for attribute, value in element.attrib.items():
        local = etree.QName(attribute).localname.lower()
        leads_away = local in ("href", "src") and not value.strip().startswith("#")
        if local.startswith("on") or leads_away or FETCHES.search(value):
            raise _more_than_a_drawing(local)


def _is_active(element: etree._Element) -> bool:
    """Whether an element of another vocabulary could do something where it stands."""
    return (etree.QName(element).namespace or "").startswith("http://www.w3.org/1999/xhtml")


def _more_than_a_drawing(what: str) -> ValidationError:
    return ValidationError(
        _(
            "The drawing holds something that does more than draw (%(what)s). In the drawing "
            "program, save it as a plain SVG, or send it as PNG."
        ),
        code="active_drawing",
        params={"what": what},
    )
