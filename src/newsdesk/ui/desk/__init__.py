"""The left of the window: the desk's places, and the list of articles."""
