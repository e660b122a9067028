"""The screens of the portal's records in the back office."""
