"""Serve the authors of templates: kinds to begin with, a judge of what they made, a preview while they work."""
