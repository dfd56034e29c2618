"""Data files in and out, and the kinds of value in their cells. Nothing here knows of the office."""
