"""Questionnaires: rounds, invitations, answers without names, and what a group as a whole says."""
