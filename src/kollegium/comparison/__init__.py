"""What reviews say across units: the public register of published reviews."""
