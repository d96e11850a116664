"""What becomes of a unit's action plan: evidence, follow-up, boards, and when the next review is due."""
