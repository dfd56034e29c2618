"""Describe what there is to make: all document types, or the dictionary of one."""

from dataclasses import replace
from pathlib import Path

from cchc_docs.authoring import dictionary
from cchc_docs.authoring.dictionary import DescribeResult, TypeView
from cchc_docs.files import StrPath, optional_path


def describe(
    document_type: str = "",
    *,
    data: StrPath | None = None,
    templates: StrPath | None = None,
    out: StrPath | None = None,
) -> DescribeResult:
    """List the document types, or tell of one the names that its template may use.

    Args:
        document_type: the type by name or title; without one, all types and blank kinds are listed.
        data: the data file whose values, own sheets and own templates count; without one, those of the folder one is in
            and the values of a shipped example.
        templates: a folder whose templates come before those of the working folder and the shipped ones.
        out: where to write the dictionary of the type as a Word file to print; a file that is there is not replaced.

    Returns:
        The types, or the type with its names, their meaning, where they come from, and a sample value.

    Raises:
        ValueError: ``out`` is given without a type.
    """
    if out is not None and not document_type:
        raise ValueError("only the dictionary of one document type can be written to a file")
    file, folder = optional_path(data), optional_path(templates)
    if not document_type:
        return dictionary.list_types(file, folder)
    found = dictionary.describe(document_type, file, folder)
    if out is None or not isinstance(found.view, TypeView):
        return found
    saved = dictionary.save(found.view, Path(out))
    return replace(found, made=saved.made, problems=(*found.problems, *saved.problems))
