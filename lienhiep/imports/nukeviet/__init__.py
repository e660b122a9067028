"""A whole site of NukeViet, brought over: its dump read, its texts cleaned, its records made."""
