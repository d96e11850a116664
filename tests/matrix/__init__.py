"""The permission matrix, walked from outside: every address, as everybody, at everything."""
