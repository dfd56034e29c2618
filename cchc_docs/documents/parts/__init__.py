"""Compute what document types need for their pages beyond the records."""
