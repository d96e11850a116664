"""What a person types about themselves and about others."""
