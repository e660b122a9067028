"""From the tables of the former site to records of this one, kind by kind, batch by batch."""
