"""Invented people, units, reviews and report files to try the program with."""
