"""Building and swapping a site."""
