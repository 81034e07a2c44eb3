"""The project's documents, compared with what they speak of."""
