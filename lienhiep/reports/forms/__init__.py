"""What is asked at the verbs of reports, plans and key tasks."""
