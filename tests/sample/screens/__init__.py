"""Screens on the sample records, and a leaflet that is written in drafts."""
