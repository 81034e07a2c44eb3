"""Mutation: small wrong changes to the code, one at a time, each of which a test has to notice."""
