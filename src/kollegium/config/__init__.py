"""How the program is put together and started: settings, database, addresses, commands."""
