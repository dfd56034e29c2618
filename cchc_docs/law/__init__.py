"""Tell what was law, and which organs and places there were, on a day: pure questions over the tables of ``facts``.

Tables are read when first asked. What they do not know is said to be unknown, never guessed.
"""
