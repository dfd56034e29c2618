"""Each computed part gives the names that it declares, whatever the document is about."""

from collections.abc import Iterator

import pytest

from cchc_docs.documents.names import PARTS
from cchc_docs.documents.parts.part import Part, told
from cchc_docs.documents.subjects import Subject, subjects
from cchc_docs.files import example_files
from cchc_docs.working_folder.opened import Checked, open_data


@pytest.fixture(scope="module")
def opened() -> list[Checked]:
    return [open_data(path) for path in example_files()]


def found(part: Part, checked: Checked) -> Iterator[object]:
    """What the part gives to every document of the types that name it."""
    made = part.make(checked.inputs)
    for of_type in checked.types.values():
        if part.name in of_type.settings.tinh:
            yield from map(made.of, subjects(checked.data, of_type))
    yield made.of(Subject())


@pytest.mark.parametrize("name", PARTS)
def test_a_part_gives_the_names_that_it_declares(name: str, opened: list[Checked]) -> None:
    given = {type(one) for checked in opened for one in found(PARTS[name], checked) if one is not None}
    assert given == {PARTS[name].names}


def test_each_name_that_no_sheet_explains_has_its_meaning() -> None:
    blank = {one.name for part in PARTS.values() for one in told(part.names) if not one.meaning}
    assert blank == {"van_ban_chi_dao", "sang_kien", "trich_yeu"}
