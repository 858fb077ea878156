"""The pictures of the sample newsroom: drawn scenes, one function each, and what they say of themselves."""
