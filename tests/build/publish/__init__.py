"""Releases: published whole, gone back from, checked."""
