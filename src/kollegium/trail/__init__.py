"""The change log: who changed what, when and with which action, written by the database itself."""
