"""Kollegium: specialist training and its outside review, joined."""

__version__ = "0.1.0"
