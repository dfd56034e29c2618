"""Figures computed from records: periods, indicators, completion of the plan, targets, coverage, late reports."""
