"""What differs between two versions of an article, in fields, passages and words."""
