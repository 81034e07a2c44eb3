"""Lists, their pages, and what makes one of them change."""
