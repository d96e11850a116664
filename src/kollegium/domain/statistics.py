"""Hiding of small groups: how many must have answered before anything they said is shown.

Each group is shown by itself, and what fewer answered is deleted unread: nothing is added up over groups, so that no
difference of two sums tells of a small one.
"""

SMALLEST_GROUP = 3
