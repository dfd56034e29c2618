"""Who applied for a late file stands in that person's own slip, and nowhere else."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
import yaml
from pydantic import ValidationError

from cchc_docs.cli import main as cli
from cchc_docs.commands.make import make
from cchc_docs.data.fields import Context
from cchc_docs.documents.composer import Composer
from cchc_docs.files import example_file
from cchc_docs.office.records import SHEETS
from cchc_docs.office.records.base import read_row
from cchc_docs.office.records.reading import Names
from cchc_docs.office.records.tre_han import HoSoTreHan
from cchc_docs.working_folder.opened import open_data
from tests.helpers import data_file

EXAMPLE = example_file().with_suffix(".yaml")
PEOPLE = {"K1": ("Đặng Thị Kín", "ngõ Kín Đáo 17", "0912 345 678"), "K2": ("Công ty Bưng Bít", "phố Bưng 3", "")}
"""Late files by code: applicant, address, and a column that the clerk added. No other text of the data has these words."""
SECRETS = [word for row in PEOPLE.values() for word in row if word]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with two late files of these people; one of them is late with its slip, so that a check speaks."""
    content = yaml.load(EXAMPLE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - a loader of plain texts
    model = content["ho_so_tre_han"][0]
    content["ho_so_tre_han"] = [
        model | {"ma_ho_so": code, "nguoi_nop": name, "dia_chi": address, "Điện thoại": phone, "so_phieu": str(number)}
        for number, (code, (name, address, phone)) in enumerate(PEOPLE.items(), start=1)
    ]
    content["ho_so_tre_han"][0] |= {"ngay_phieu": "28/6/2023", "lan_hen_lai": "2"}
    path = tmp_path_factory.mktemp("du_lieu") / "du_lieu.yaml"
    path.write_text(yaml.dump(content, allow_unicode=True), encoding="utf-8")
    return path


def holds(content: bytes, secret: str) -> bool:
    """Whether a file says the word: as it is, as JSON may write it, or in a part of a Word or Excel file."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as file:
            return any(holds(file.read(name), secret) for name in file.namelist())
    forms = (secret, json.dumps(secret)[1:-1], secret.replace(" ", "_"))
    return any(form.encode() in content for form in forms)


def test_only_the_own_slip_names_the_applicant(data: Path, tmp_path: Path) -> None:
    result = make(data, tmp_path)
    assert len(result.documents) > 15
    assert result.listing is not None
    found = {path: [word for word in SECRETS if holds(path.read_bytes(), word)] for path in files(tmp_path)}
    slips = {path.stem: words for path, words in found.items() if path.parent.name == "phieu_xin_loi"}
    assert slips == {"K1": ["Đặng Thị Kín", "ngõ Kín Đáo 17"], "K2": ["Công ty Bưng Bít", "phố Bưng 3"]}
    assert [path for path, words in found.items() if words and path.parent.name != "phieu_xin_loi"] == []
    assert any(path.name == "manifest.json" for path in found)
    assert not any(word in str(path) for path in found for word in SECRETS)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "command",
    [
        ["tao", "{data}"],
        ["tao", "{data}", "--json"],
        ["kiem-tra", "{data}"],
        ["kiem-tra", "{data}", "--json"],
        *(["xem", name, "--du-lieu", "{data}", *json_] for name in ("phieu_xin_loi", "bao_cao_giai_trinh_tre_han", "ke_hoach") for json_ in ([], ["--json"])),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_command_shows_them(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        cli.run([word.format(data=data) for word in command])
    said = capsys.readouterr()
    assert len(said.out + said.err) > 100
    assert [word for word in SECRETS if holds((said.out + said.err).encode(), word)] == []


def test_what_a_check_says_names_the_file_and_not_the_person(data: Path) -> None:
    said = [str(problem) for problem in open_data(data).problems if problem.where.sheet == "ho_so_tre_han"]
    assert len(said) == 2
    assert not any(word in sentence for sentence in said for word in SECRETS)


def test_templates_of_other_types_do_not_see_the_sheet(data: Path) -> None:
    checked = open_data(data)
    for name, loai in checked.types.items():
        composer = Composer(loai, checked.inputs)
        for subject in composer.subjects:
            seen = composer.context(subject)
            assert "ho_so_tre_han" not in seen
            own = str(seen.pop("doi_tuong").__dict__) if name == "phieu_xin_loi" else ""
            assert [word for word in SECRETS if word in repr(seen)] == []
            assert sum(person[0] in own for person in PEOPLE.values()) == (name == "phieu_xin_loi")


def test_an_authors_own_type_cannot_list_them_either(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    document = docx.Document()
    document.add_paragraph("{% for hs in ho_so_tre_han %}{{ hs.nguoi_nop }}{% endfor %}")
    document.save(str(tmp_path / "templates" / "danh_sach.docx"))
    (tmp_path / "templates" / "danh_sach.yaml").write_text(
        "loai_van_ban: {tieu_de: Danh sách, ten_loai: Danh sách}\n", encoding="utf-8"
    )
    rows = """\
        nguoi_ky:
          - {chuc_vu: Giám đốc, ho_ten: Lê A}
        don_vi:
          - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
        ho_so_tre_han:
          - {ma_ho_so: K1, thu_tuc: Cấp phép, nguoi_nop: Đặng Thị Kín, don_vi: VP, ngay_nhan: 01/6/2026, ngay_hen_tra: 15/6/2026, ly_do: Thiếu người, loi: cơ quan}
        """
    result = make(data_file(tmp_path, rows), tmp_path / "ra", types=["danh_sach"])
    (problem,) = result.documents[0].problems
    assert problem.what.endswith("dùng tên “ho_so_tre_han” không có trong dữ liệu.")


def test_a_sheet_that_tells_of_people_is_known_by_its_columns() -> None:
    personal = {name: [field.name for field in cls.columns() if field.personal] for name, cls in SHEETS.items()}
    assert {name: fields for name, fields in personal.items() if fields} == {"ho_so_tre_han": ["nguoi_nop", "dia_chi"]}


def test_a_bug_of_ours_leaves_no_value_in_the_log() -> None:
    """The log of a bug holds the trace, where pydantic would quote what it could not take."""
    context = Context(Names({name: cls.sheet for name, cls in SHEETS.items()}))
    with pytest.raises(ValidationError) as raised:
        read_row(HoSoTreHan, {"nguoi_nop": "Đặng Thị Kín"}, 0, context)
    assert "ma_ho_so" in str(raised.value)
    assert "Đặng Thị Kín" not in str(raised.value)
