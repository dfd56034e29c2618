"""Make the workbooks of ``data/`` anew from the YAML files there (``make data``)."""

import sys
from pathlib import Path

from cchc_docs.data.read import read
from cchc_docs.documents.types import document_types
from cchc_docs.files import shipped, write_atomic
from cchc_docs.office.records import VOCABULARY
from cchc_docs.working_folder import data_file as forms

DATA = Path(__file__).resolve().parent.parent / "data"


def workbook_of(path: Path) -> bytes:
    """The workbook that stands beside the YAML file ``path``."""
    source = read(path, VOCABULARY)
    if source.problems:
        sys.exit("\n".join(map(str, source.problems)))
    return forms.filled(source, sorted(document_types([shipped("templates")]).types))


if __name__ == "__main__":
    for data_file in sorted(DATA.glob("*.yaml")):
        target = data_file.with_suffix(".xlsx")
        write_atomic(target, workbook_of(data_file))
        print(target.relative_to(DATA.parent))
