"""Django's PostgreSQL engine, which first sees to it that the embedded server is up."""
