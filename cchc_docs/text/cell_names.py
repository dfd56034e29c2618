"""The names of columns and cells as Excel shows them: ``AA``, ``D17``. Rows and columns count from 1."""

import re

_NAME = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def column_name(column: int) -> str:
    """Return the letters of a column; none for 0.

    >>> column_name(1), column_name(26), column_name(27), column_name(16384)
    ('A', 'Z', 'AA', 'XFD')
    """
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell.

    >>> cell_name(17, 4)
    'D17'
    """
    return f"{column_name(column)}{row}"


def row_and_column(name: str) -> tuple[int, int]:
    """Return the row and the column of a cell whose name stands in a file; (0, 0) for no name.

    Raises ``ValueError`` for what is not the name of a cell.

    >>> row_and_column("D17"), row_and_column("XFD1048576"), row_and_column("")
    ((17, 4), (1048576, 16384), (0, 0))
    """
    if not name:
        return 0, 0
    found = _NAME.fullmatch(name)
    if not found:
        raise ValueError(name)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column
