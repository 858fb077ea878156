"""The trailing column of the window: what is filed with an article, and its photos."""
