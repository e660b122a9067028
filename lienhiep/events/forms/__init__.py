"""What people type in the back office and on the site of this room."""
