"""The documents that ``cchc tao`` makes from the shipped examples keep the rules of their profile."""

from pathlib import Path

import pytest

from cchc_docs.commands.check import check
from cchc_docs.commands.make import make
from cchc_docs.files import shipped

EXAMPLES = sorted(shipped("data").glob("*.xlsx"))


def test_there_are_examples() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_error_and_no_warning(example: Path, tmp_path: Path) -> None:
    """The first document of each type: the format of all of them comes from the one template."""
    made = make(example, tmp_path).documents
    first = {document.loai: document.path for document in reversed(made)}
    assert first
    for path in first.values():
        (report,) = check(path).reports
        grave = [str(problem) for problem in report.problems if problem.severity != "luu_y"]
        assert grave == []
        assert report.is_clean


def test_the_profile_is_that_of_the_type_that_made_the_file(tmp_path: Path) -> None:
    """A form of another law keeps its own sizes: known by the manifest, whatever the file is called, or told with --loai."""
    folder = tmp_path / "templates"
    folder.mkdir()
    templates = shipped("templates")
    (folder / "ke_hoach.docx").write_bytes((templates / "ke_hoach.docx").read_bytes())
    settings = (templates / "ke_hoach.yaml").read_text(encoding="utf-8")
    (folder / "ke_hoach.yaml").write_text(
        settings.replace("the_thuc: nd30", "the_thuc: bieu_mau_rieng").replace("ten_tep: ke_hoach", "ten_tep: mot"),
        encoding="utf-8",
    )
    data = tmp_path / "du_lieu.xlsx"
    data.write_bytes(EXAMPLES[-1].read_bytes())
    made = next(one.path for one in make(data, tmp_path / "output").documents if one.loai == "ke_hoach")
    yaml = folder / "ke_hoach.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8").replace("ten_tep: mot", "ten_tep: hai"), encoding="utf-8")
    other = tmp_path / "khac.docx"
    other.write_bytes(made.read_bytes())
    rules = {}
    for path, loai in ((made, ""), (other, ""), (other, "ke_hoach_cai_cach_hanh_chinh")):
        (report,) = check(path, document_type=loai).reports
        rules[path.name, loai] = {one.rule.id for one in report.judged}
    assert rules["khac.docx", ""] > rules["mot.docx", ""]
    assert rules["khac.docx", "ke_hoach_cai_cach_hanh_chinh"] == rules["mot.docx", ""]
    assert "PG-03" not in rules["mot.docx", ""]
    assert "PG-07" in rules["mot.docx", ""]
