"""The leading columns of the window: the desk's places, and the list of articles."""
