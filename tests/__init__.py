"""The casebook: what the generator promises, as records and the answers they get."""
