"""Workbooks out: new ones, and changed copies of a person's."""
