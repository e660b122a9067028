"""Full-text search over everything that the rooms publish, folded by ourselves."""
