"""Every read a page of the import needs."""
