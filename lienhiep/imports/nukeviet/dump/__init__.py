"""Dumps of MySQL and MariaDB, read without a server into a file of tables."""
