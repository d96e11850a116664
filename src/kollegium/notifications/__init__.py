"""Reminders for every dated thing, in the program and by mail: at once or as a digest, outside quiet hours."""
