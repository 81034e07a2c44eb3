"""What is taught (开工第一课): read from Markdown that is public as it stands, for rules, pages and print alike."""
