"""Answers for the staff."""
