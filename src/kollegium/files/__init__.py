"""Stored uploads: kept once by content, never changed."""
