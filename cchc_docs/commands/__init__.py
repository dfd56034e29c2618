"""What each command does, as functions that return; nothing here prints or exits."""
