"""The rules of the field, in plain Python: no framework, no database, no clock."""
