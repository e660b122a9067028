"""A room that exists for tests of the ground floor only."""
