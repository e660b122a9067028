"""A report as a file: Word through a template, and PDF for print."""
