"""Tests of extraction: files of every kind, whole and broken."""
