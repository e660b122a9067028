"""What is read of the e-office on the site: public documents, and what is printed."""

from lienhiep.office.views.public import document, index

__all__ = ["document", "index"]
