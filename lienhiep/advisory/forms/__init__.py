"""What is typed in this room: records, the questions of verbs, and what experts send."""
