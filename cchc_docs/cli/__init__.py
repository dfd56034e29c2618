"""The command line: arguments read, answers printed; what it does is in ``commands``."""
