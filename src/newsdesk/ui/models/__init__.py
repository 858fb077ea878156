"""Qt models over the newsroom's lists."""
