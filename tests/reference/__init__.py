"""The documents that the code writes about itself, part by part."""
