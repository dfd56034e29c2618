"""Entry forms out to the units, and the returned forms into the data file."""
