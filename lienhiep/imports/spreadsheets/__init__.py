"""Spreadsheets: what columns a registry takes, reading them, trying them out, handing them back."""
