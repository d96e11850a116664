"""Places: regions, care providers, units and specialties."""
