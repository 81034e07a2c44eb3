"""The law in code."""
