"""Old review reports in: upload, reading, proposal, confirmation."""
