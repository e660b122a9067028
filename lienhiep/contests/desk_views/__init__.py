"""The desks of contests: the contestant's, who enters, and the juror's, who scores."""
