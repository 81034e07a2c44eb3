"""Excel workbooks: what they look like, what reads back, what Excel breaks, what an attacker sends."""
