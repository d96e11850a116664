"""Pages of places: to search, open, add, change, merge and close."""
