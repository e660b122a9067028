"""What people type in the back office and at the desks of contests."""
