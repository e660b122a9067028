"""What is asked of people in the back office, and what is said where it cannot be."""
