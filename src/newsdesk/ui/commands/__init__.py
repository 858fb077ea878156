"""Everything that can be done in the window, as one table."""
