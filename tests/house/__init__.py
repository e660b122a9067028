"""Tests that walk through the whole house, over the demonstration year."""
