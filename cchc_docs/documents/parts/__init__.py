"""What document types compute for their pages beyond the records."""
