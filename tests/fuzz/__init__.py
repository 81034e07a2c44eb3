"""Coverage-guided fuzzing of reading; started by hand, never by `make test`."""
