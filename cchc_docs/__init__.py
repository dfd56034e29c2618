"""Official papers of administrative reform work (cải cách hành chính) from one data file a year."""

__version__ = "0.1.0"
