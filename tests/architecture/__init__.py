"""The laws of the code base itself: who may import whom, who touches disk and clock, how long a thing may grow."""
