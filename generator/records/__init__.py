"""Files ↔ model: YAML text with places, decoded into records; the only reader of what editors write."""
