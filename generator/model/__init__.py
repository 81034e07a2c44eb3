"""The nouns of the records: frozen and typed, with their Chinese keys; no files, no clock."""
