"""Tests of articles for a 公众号."""
