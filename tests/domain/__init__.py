"""Rules of the field, tested as tables without a database."""
