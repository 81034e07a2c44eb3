"""Excel ↔ records: a sheet of cases and one for each of their lists, every column read off the field catalogue."""
