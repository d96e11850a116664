"""Kollegium: specialist training and its outside review, joined."""
