"""What people type in the back office and at the desk of commendation."""
