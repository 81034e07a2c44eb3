"""The nouns and what is read off them."""
