"""The rules for records."""
