"""Open data: every format, read by a reader that is not ours."""
