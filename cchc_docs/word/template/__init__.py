"""A ``.docx`` template, compiled once and run many times: ``Template(path).render(context)``.

The engine loads when first asked for: judging a finished document uses only ``filters``, and needs no jinja2.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc_docs.word.template.template import Template, has_tags

__all__ = ["Template", "has_tags"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module("cchc_docs.word.template.template"), name)
