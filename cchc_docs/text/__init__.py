"""Vietnamese text: one normal form, printed dates and numbers, marks, numbering, widths, file names."""
