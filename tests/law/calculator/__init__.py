"""What people can work out on a page."""
