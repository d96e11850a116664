"""Every write of a review that a person or an import can do."""
