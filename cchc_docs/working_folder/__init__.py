"""An office's working folder: begun, opened, taken into the next year."""
