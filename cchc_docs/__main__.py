"""``python -m cchc_docs``: the same as ``cchc``, where scripts are not on the PATH."""

from cchc_docs.cli.main import run

run()
