"""Where an article is written: head, lead photo, text."""
