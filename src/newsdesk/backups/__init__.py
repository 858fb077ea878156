"""Copies of a newsroom in another place: made, checked, thinned and brought back."""
