"""Canaries: private facts of every kind, in every writing, in every file and every field."""
