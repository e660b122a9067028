"""What is typed in the room of personal data."""
