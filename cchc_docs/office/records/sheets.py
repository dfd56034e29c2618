"""The sheets of the data file: every record class of this folder that declares its order."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from cchc_docs.data.read.source import Vocabulary
from cchc_docs.office.records.base import Record, RecordType
from cchc_docs.office.records.so_lieu import FIGURES


def _declared() -> Iterator[type[Record]]:
    """The record classes of the modules beside this one."""
    package = __name__.rpartition(".")[0]
    for module in iter_modules(import_module(package).__path__, f"{package}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, RecordType) and issubclass(value, Record) and value.__module__ == module.name:
                yield value


SHEETS: Mapping[str, type[Record]] = {
    cls.sheet_key: cls for cls in sorted(filter(lambda cls: cls.order, _declared()), key=lambda cls: cls.order)
}
"""The sheets that the system knows, by key, in the order of the blank form."""

VOCABULARY: Vocabulary = {**{name: cls.shape() for name, cls in SHEETS.items()}, **FIGURES}
"""The vocabulary of the sheets, for reading."""
