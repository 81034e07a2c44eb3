"""Look-up: the data that the browser scans, and the index by sound and by town for those without a script."""
