"""The office: its records, its calendar, its units, what follows from them, and what must agree."""
