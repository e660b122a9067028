"""What people type in the back office, at the desk and on the site of the e-office."""
