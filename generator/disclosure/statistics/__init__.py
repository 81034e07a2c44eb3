"""统计: what the records add up to, in groups that are too large for anybody to be recognised in."""
