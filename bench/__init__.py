"""Benchmarks on a synthetic city; ratios within one run, because machines are shared and noisy."""
