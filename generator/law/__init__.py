"""The law in code: articles, working days, deadlines, procedure and the fold from events to standing."""
