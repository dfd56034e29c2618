"""Do the work of each command in functions that return; nothing here prints or exits."""
