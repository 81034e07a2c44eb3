"""Look-up: folding, sounds, the data file and the index."""
