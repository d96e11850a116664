"""What the larger demos hold besides the hand-made one: places, people and reviews by the thousand."""
