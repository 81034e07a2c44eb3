"""Reading: text with places, typed records, Chinese diagnostics."""
