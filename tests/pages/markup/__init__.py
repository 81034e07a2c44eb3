"""What holds of every page as a browser reads it."""
