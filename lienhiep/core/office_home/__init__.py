"""The first page of the back office, the same for all roles and different for each person."""
