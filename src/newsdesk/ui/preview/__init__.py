"""The page as readers will get it, beside the text."""
