"""Pictures of the public site: what is kept of one, in which sizes, and how a page shows it."""
