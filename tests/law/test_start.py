"""Asking the law costs no start: nothing heavy is loaded, and no table is read before a question."""

import subprocess
import sys


def test_the_room_loads_no_library_and_reads_no_table() -> None:
    code = (
        "import sys; import cchc_docs.law.communes, cchc_docs.law.documents, cchc_docs.law.issuers; "
        "import cchc_docs.law.organs, cchc_docs.law.places; from cchc_docs.facts import table; "
        "print(table.cache_info().currsize, {'pydantic', 'openpyxl', 'lxml', 'yaml', 'jinja2'} & set(sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert answer.stdout == "0 set()\n"
