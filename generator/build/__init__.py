"""plan → digest → render what changed → sweep → manifest → swap: the site changes all at once or not at all."""
