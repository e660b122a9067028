"""What is typed about the news."""
