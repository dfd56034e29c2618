"""What the authors of templates need: kinds to begin with, a judge of what they made, a preview while they work."""
