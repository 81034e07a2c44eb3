"""Tests of generator.disclosure.statistics."""
