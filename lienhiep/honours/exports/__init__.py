"""The papers of commendation: the honours register of a year, and a certificate."""

from lienhiep.honours.exports.certificate import certificate_pdf
from lienhiep.honours.exports.register import register_pdf

__all__ = ["certificate_pdf", "register_pdf"]
