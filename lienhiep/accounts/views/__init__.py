"""The pages of accounts on the site."""
