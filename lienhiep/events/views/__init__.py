"""What readers see of conferences, courses and partners on the site."""
