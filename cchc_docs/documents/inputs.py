"""Hold what documents are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_docs.documents.types import DocumentType
from cchc_docs.office.records import Data


@dataclass(frozen=True, slots=True)
class Inputs:
    """The data of the year, of the year before where they are there, and the types that papers may cite."""

    data: Data
    nam_truoc: Data | None = None
    types: Mapping[str, DocumentType] = field(default_factory=dict)
