"""Tags of the news."""
