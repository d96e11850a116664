"""People, the accounts they log in with, and what they are where: person, account, assignment."""
