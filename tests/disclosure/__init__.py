"""The privacy gate."""
