"""How fast Kollegium is: the whole program over HTTP (`python -m bench`), and the reader alone (`reader.py`)."""
