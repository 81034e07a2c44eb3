"""Print files, read back."""
