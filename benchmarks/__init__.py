"""How fast and how frugal: ``make bench``."""
