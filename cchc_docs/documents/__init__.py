"""From records to what the template of each document type sees."""
