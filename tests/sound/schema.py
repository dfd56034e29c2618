"""The parts of a ``.docx`` against the schemas of WordprocessingML: which elements stand where, in which order, with
which values.

The schemas are those of Microsoft's Open XML SDK (the transitional schemas of ECMA-376 and the additions of later
Words), as the package ``openxml-audit`` carries them; the XSDs themselves come with no package. Its judgements of other
kinds are not asked for: it misses a theme, which no Word does, and looks at no tables.
"""

import tempfile
from functools import cache
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator
from openxml_audit.errors import ValidationErrorType

# It takes only on and off for some switches; ECMA-376 part 1, 22.9.2.7 (ST_OnOff) has true and false too.
_ALLOWED = (
    "Value 'true' is not in allowed values: ['off', 'on']",
    "Value 'false' is not in allowed values: ['off', 'on']",
)


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=50, semantic_validation=False)


def violations(content: bytes) -> list[str]:
    """What in a ``.docx`` the schemas do not allow."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.docx"
        path.write_bytes(content)
        errors = _validator().validate(path).errors
    return [
        f"schema: {error.part_uri}{error.path}: {error.description}"
        for error in errors
        if error.error_type is ValidationErrorType.SCHEMA and not error.description.endswith(_ALLOWED)
    ]
