"""Files of every supported kind become source text."""
