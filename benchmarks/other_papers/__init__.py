"""Papers as other people type them, each with its known faults; what the checker makes of them: ``make precision``."""
