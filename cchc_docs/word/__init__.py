"""Word files: opened, made from templates, judged. Nothing here knows of the office."""
