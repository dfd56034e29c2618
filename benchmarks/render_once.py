"""A process of its own that renders one document and prints how many MB that took: ``… WAY ROWS TEMPLATE``."""

import json
import sys
from pathlib import Path

from benchmarks.measure import peak_of
from benchmarks.report_template import contexts


def main(way: str, rows: str, template: str) -> None:
    context = next(contexts(int(rows)))
    made = Path(template).with_suffix(".made.docx")
    if way == "docxtpl":
        from docxtpl import DocxTemplate  # noqa: PLC0415 - what is not measured is not imported

        before = peak_of()
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(made)
    else:
        from cchc_docs.word.template import Template  # noqa: PLC0415

        before = peak_of()
        made.write_bytes(Template(Path(template)).render(context))
    print(json.dumps(peak_of() - before))


if __name__ == "__main__":
    main(*sys.argv[1:])
