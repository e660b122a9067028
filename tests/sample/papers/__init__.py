"""Records that hold files."""
