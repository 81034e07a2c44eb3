"""Answers for the staff: what is due, what the figures are, what a change would change; pure, nothing printed here."""
