"""What the project's own developers run; not part of the package."""
