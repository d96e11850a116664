"""Synthetic review reports: invented content in the layout of real ones, as text, DOCX and PDF."""
