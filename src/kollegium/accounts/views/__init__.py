"""Log in, log out, one's own page, and the pages of people."""
