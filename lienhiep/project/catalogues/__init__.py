"""Vietnamese catalogues: merged from every room, compiled without system tools, checked."""

from lienhiep.project.catalogues.checking import Finding, check_catalogues
from lienhiep.project.catalogues.merging import DOMAINS, compile_catalogues, merge

__all__ = ["DOMAINS", "Finding", "check_catalogues", "compile_catalogues", "merge"]
