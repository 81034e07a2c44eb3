"""What the public sees: `PublicSite` → HTML and data files, poured into frames that editors write."""
