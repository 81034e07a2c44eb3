"""The 安薪 portal generator: a labour bureau's YAML records in, its public disclosure site out."""
