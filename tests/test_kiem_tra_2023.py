"""The papers of inspections, late files and late reports, made from the example of 2023: what each of them says.

Every count is that of the records: a finding more in the data is one more in every paper.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from docx.oxml.ns import qn

from cchc_docs.commands.make import make
from cchc_docs.documents.composer import Composer
from cchc_docs.documents.types import document_types
from cchc_docs.files import shipped
from cchc_docs.making.jobs import MakeResult
from cchc_docs.text.normal import key
from cchc_docs.working_folder.opened import open_data

DATA = Path(__file__).parent.parent / "data" / "so_vhttdl_lang_son_2023.yaml"
TYPES = [
    "ke_hoach_kiem_tra",
    "quyet_dinh_doan_kiem_tra",
    "cong_van_yeu_cau_bao_cao",
    "bien_ban_kiem_tra",
    "thong_bao_ket_qua_kiem_tra",
    "bao_cao_tong_hop_kiem_tra",
    "phieu_xin_loi",
    "bao_cao_giai_trinh_tre_han",
    "cong_van_don_doc",
]
Papers = dict[str, list[str]]


def load() -> Any:
    """The data as text, as the reader takes it."""
    return yaml.load(DATA.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - a loader of plain texts


def lines(path: Path) -> list[str]:
    """The paragraphs of the document in their order, those of tables too; a tab as ``\\t``."""
    found = []
    for paragraph in Document(str(path)).element.body.iter(qn("w:p")):
        pieces = (
            "\t" if piece.tag == qn("w:tab") and piece.getparent().tag == qn("w:r") else piece.text or ""
            for piece in paragraph.iter(qn("w:t"), qn("w:tab"))
        )
        found.append("".join(pieces).strip(" "))
    return [line for line in found if line]


def papers(result: MakeResult) -> Papers:
    """What each document says, by type, period and code: ``bien_ban_kiem_tra KT01``."""
    assert not [problem for problem in result.problems if problem.severity == "loi"]
    assert all(one.state != "loi" for one in result.documents)
    return {
        " ".join(filter(None, (one.loai, one.subject.ky, one.subject.code))): lines(one.path)
        for one in result.documents
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers(make(DATA, tmp_path_factory.mktemp("ra"), types=TYPES))


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[Any], None]], Papers]:
    """The papers made after a change of the data."""

    def make_from(change: Callable[[Any], None]) -> Papers:
        data = load()
        change(data)
        path = tmp_path / "du_lieu.yaml"
        path.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return papers(make(path, tmp_path / "ra", types=TYPES))

    return make_from


def between(found: list[str], first: str, last: str) -> list[str]:
    """The lines after the one that begins with ``first``, before the next that begins with ``last``."""
    start = next(n for n, line in enumerate(found) if line.startswith(first)) + 1
    return found[start : next(n for n, line in enumerate(found) if n >= start and line.startswith(last))]


# -- Which papers there are


def test_each_type_is_made_for_what_it_applies_to(made: Papers) -> None:
    assert list(made) == [
        "ke_hoach_kiem_tra",
        "quyet_dinh_doan_kiem_tra KT03",  # the decision on the other two is known already
        "quyet_dinh_doan_kiem_tra KT04",
        "cong_van_yeu_cau_bao_cao KT03",  # before the inspection
        "cong_van_yeu_cau_bao_cao KT04",
        *(f"bien_ban_kiem_tra KT0{n}" for n in range(1, 5)),
        "thong_bao_ket_qua_kiem_tra KT01",  # finished ones only
        "thong_bao_ket_qua_kiem_tra KT02",
        "bao_cao_tong_hop_kiem_tra",
        *(f"phieu_xin_loi 000.00.14.H37-{code}" for code in ("230605-0012", "230710-0027", "231016-0041")),
        "bao_cao_giai_trinh_tre_han",
        "cong_van_don_doc quy_3",
    ]


def test_a_type_may_be_named_by_its_title() -> None:
    types = document_types([shipped("templates")]).types
    assert {name: key(types[name].settings.tieu_de) for name in TYPES} == {name: name for name in TYPES}


def test_what_is_asked_for_and_applies_to_nothing_is_told(tmp_path: Path) -> None:
    data = DATA.read_text(encoding="utf-8")
    path = tmp_path / "du_lieu.yaml"
    path.write_text("".join(line for line in data.splitlines(True) if "ket_thuc:" not in line), encoding="utf-8")
    result = make(path, tmp_path / "ra", types=["thong_bao_ket_qua_kiem_tra"])
    assert result.documents == ()
    assert [str(problem) for problem in result.problems if problem.code == "khong_co_doi_tuong"] == [
        "Cảnh báo: Chưa có đối tượng nào để làm văn bản “Thông báo kết quả kiểm tra”. Loại này chỉ làm khi có Kết thúc."
    ]


def test_the_register_keeps_what_was_issued_before_the_inspection(tmp_path: Path) -> None:
    """Its rows are about inspections and periods that there are, though their papers are not made any more."""
    data = load()
    data["van_ban"] += [
        {"loai_van_ban": "Công văn yêu cầu báo cáo", "doi_tuong": "KT01", "so": "70"},
        {"loai_van_ban": "Công văn đôn đốc", "ky": "quý 3", "so": "99", "ngay": "25/9/2023"},
    ]
    path = tmp_path / "du_lieu.yaml"
    path.write_text(yaml.dump(data, allow_unicode=True), encoding="utf-8")
    result = make(path, tmp_path / "ra", types=TYPES)
    assert result.problems == ()
    assert "Số: 99/SVHTTDL-VP" in papers(result)["cong_van_don_doc quy_3"]


def test_an_office_without_a_yearly_plan_makes_the_papers_of_its_inspections(tmp_path: Path) -> None:
    data = load()
    kept = {"co_quan", "don_vi", "nguoi_ky", "linh_vuc", "cuoc_kiem_tra", "thanh_phan_kiem_tra"}
    path = tmp_path / "du_lieu.yaml"
    path.write_text(yaml.dump({name: data[name] for name in kept}, allow_unicode=True), encoding="utf-8")
    made = papers(make(path, tmp_path / "ra", types=["ke_hoach_kiem_tra", "bien_ban_kiem_tra"]))
    assert "Kiểm tra công tác cải cách hành chính năm 2023" in made["ke_hoach_kiem_tra"]
    assert not any("None" in line for found in made.values() for line in found)


# -- The plan


def test_the_plan_has_its_parts_its_schedule_and_the_outline(made: Papers) -> None:
    plan = made["ke_hoach_kiem_tra"]
    assert [line for line in plan if line.split(".")[0] in {"I", "II", "III", "IV", "V", "VI"}][:6] == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG TRỌNG TÂM KIỂM TRA",
        "III. PHƯƠNG PHÁP KIỂM TRA",
        "IV. ĐOÀN KIỂM TRA, ĐƠN VỊ ĐƯỢC KIỂM TRA, THỜI GIAN KIỂM TRA",
        "V. TỔ CHỨC THỰC HIỆN",
        "VI. KINH PHÍ",
    ]
    assert (
        "2. Đơn vị được kiểm tra: 04/08 phòng, đơn vị, đạt 50% (mức tối thiểu trong năm là 30%); trong đó: phòng 02/06; "
        "đơn vị sự nghiệp 02/02." in plan
    )
    assert "1. Hình thức kiểm tra: trực tiếp 03 cuộc; kết hợp 01 cuộc." in plan
    schedule = plan[plan.index("Phụ lục I") : plan.index("Phụ lục II")]
    assert schedule[7:] == [
        *("I", "Đơn vị sự nghiệp (02 cuộc)"),
        *("1", "Thư viện tỉnh", "Trực tiếp", "Tháng 8/2023"),
        *("2", "Bảo tàng tỉnh", "Trực tiếp", "Tháng 10/2023"),
        *("II", "Phòng (02 cuộc)"),
        *("1", "Phòng Quản lý Văn hóa", "Kết hợp", "Tháng 8/2023"),
        *("2", "Phòng Quản lý Du lịch", "Trực tiếp", "Tháng 11/2023./."),
    ]


def test_one_checklist_is_in_the_plan_in_the_outline_and_in_the_blank_minutes(made: Papers) -> None:
    rows = load()["noi_dung_kiem_tra"]
    plan, minutes = made["ke_hoach_kiem_tra"], made["bien_ban_kiem_tra KT03"]
    body, outline = plan[: plan.index("Phụ lục II")], plan[plan.index("Phụ lục II") :]
    for row in rows:
        assert any(line.endswith(f") {row['noi_dung']}.") for line in body), row
        assert any(line.endswith(f". {row.get('de_cuong', row['noi_dung'])}.") for line in outline), row
        assert f"- {row['noi_dung']}." in minutes, row
    assert outline[-3:] == [
        "VIII. ĐÁNH GIÁ CHUNG, KIẾN NGHỊ, ĐỀ XUẤT",
        "1. Kết quả nổi bật; tồn tại, hạn chế, khó khăn, vướng mắc và nguyên nhân.",
        "2. Phương hướng, nhiệm vụ thời gian tới; kiến nghị, đề xuất./.",
    ]


def test_a_plan_without_a_checklist_has_one_appendix_without_a_number(
    changed: Callable[[Callable[[Any], None]], Papers],
) -> None:
    plan = changed(lambda data: data.pop("noi_dung_kiem_tra"))["ke_hoach_kiem_tra"]
    assert [line for line in plan if line.startswith("Phụ lục")] == ["Phụ lục"]
    assert "II. PHƯƠNG PHÁP KIỂM TRA" in plan
    assert not any("Phụ lục II" in line for line in plan)


# -- The decision and the letter


def test_the_decision_has_its_authority_its_bases_and_four_articles(made: Papers) -> None:
    decision = made["quyet_dinh_doan_kiem_tra KT03"]
    start = decision.index("GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")
    order = decision.index("QUYẾT ĐỊNH:")
    bases = decision[start + 1 : order]
    assert [line[-1] for line in bases] == [";", ";", "."]
    assert bases[-1] == "Theo đề nghị của Chánh Văn phòng Sở."
    assert [line[:7] for line in decision[order:] if line.startswith("Điều ")] == [f"Điều {n}." for n in range(1, 5)]
    assert between(decision, "Điều 1.", "Điều 2.") == [
        "1. Ông (bà) Hoàng Minh Họa, Phó Giám đốc Sở, Trưởng đoàn;",
        "2. Ông (bà) Lý Thị Thí Dụ, Chánh Văn phòng Sở, Phó trưởng đoàn;",
        "3. Ông (bà) Nông Văn Mẫu, chuyên viên Thanh tra Sở, Thành viên;",
        "4. Ông (bà) Vi Thị Ví, chuyên viên Văn phòng Sở, Thư ký.",
    ]
    assert "- Như Điều 4;" in decision
    assert not any("Kính gửi" in line for line in decision)


def test_the_letter_names_its_subject_under_the_number_and_its_one_addressee(made: Papers) -> None:
    letter = made["cong_van_yeu_cau_bao_cao KT03"]
    number = letter.index("Số:         /SVHTTDL-VP")
    assert " ".join(letter[number + 2 : letter.index("Kính gửi: Bảo tàng tỉnh")]) == (
        "V/v báo cáo phục vụ kiểm tra công tác cải cách hành chính năm 2023"
    )
    assert "CÔNG VĂN" not in letter
    assert "- Như trên;" in letter
    assert letter[-1].endswith("kiến nghị, đề xuất./.")  # the outline goes with it


def test_the_letter_to_late_units_names_those_that_sent_nothing(made: Papers) -> None:
    letter = made["cong_van_don_doc quy_3"]
    at = letter.index("Kính gửi:")
    assert letter[at + 1 : at + 3] == ["- Phòng Quản lý Du lịch;", "- Bảo tàng tỉnh."]
    assert (
        "Theo quy định, báo cáo công tác cải cách hành chính quý III năm 2023 phải gửi chậm nhất ngày 20 tháng 9 năm "
        "2023. Đến nay, Sở Văn hóa, Thể thao và Du lịch chưa nhận được báo cáo của 02 đơn vị: Phòng Quản lý Du lịch và "
        "Bảo tàng tỉnh." in letter
    )
    assert "Ngoài ra, 01 đơn vị đã gửi nhưng muộn: Phòng Kế hoạch - Tài chính (ngày 22/9/2023)." in letter


def test_where_no_report_is_missing_there_is_no_letter(changed: Callable[[Callable[[Any], None]], Papers]) -> None:
    def all_sent(data: Any) -> None:
        rows = {row["don_vi"]: row for row in data["nop_bao_cao"]}
        rows["QLDL"] = {"ky": "quý 3", "don_vi": "QLDL"}
        data["nop_bao_cao"] = [row | {"ngay_nop": "15/9/2023"} for row in rows.values()]

    assert not any(name.startswith("cong_van_don_doc") for name in changed(all_sent))


# -- The minutes


def test_minutes_of_a_finished_inspection(made: Papers) -> None:
    minutes = made["bien_ban_kiem_tra KT01"]
    assert "Số: 01/BB-ĐKT" in minutes
    assert not any(line.startswith("Lạng Sơn, ngày") for line in minutes)  # time and place stand in the text
    assert any(line.startswith("Hôm nay, vào hồi 08 giờ 00 phút, ngày 16 tháng 8 năm 2023, tại ") for line in minutes)
    assert between(minutes, "1. Đánh giá chung", "Đơn vị đã quan tâm") == [
        "Qua kiểm tra, Đoàn ghi nhận 02 kết quả đạt được và 02 tồn tại, hạn chế."
    ]
    assert between(minutes, "3. Kiến nghị, yêu cầu", "IV.") == [
        "a) Gửi báo cáo định kỳ đúng thời hạn, phân công người theo dõi; Thư viện tỉnh thực hiện, xong chậm nhất "
        "ngày 15 tháng 9 năm 2023.",
        "b) Hoàn thành bản mô tả công việc, khung năng lực của các vị trí còn thiếu; Thư viện tỉnh thực hiện, xong chậm "
        "nhất ngày 31 tháng 10 năm 2023.",
        "Thư viện tỉnh báo cáo kết quả khắc phục bằng văn bản, gửi về Văn phòng Sở chậm nhất ngày 31 tháng 10 năm 2023.",
    ]
    assert minutes[minutes.index("THƯ KÝ") - 1] == (
        "Biên bản kết thúc vào hồi 11 giờ 30 phút cùng ngày; đã đọc lại cho những người có tên trên cùng nghe, thống "
        "nhất và ký tên; lập thành 02 bản có giá trị như nhau, Đoàn kiểm tra giữ 01 bản, đơn vị được kiểm tra giữ 01 "
        "bản./."
    )
    assert minutes[minutes.index("THƯ KÝ") :] == [
        "THƯ KÝ",
        "ĐẠI DIỆN ĐƠN VỊ",
        "ĐƯỢC KIỂM TRA",
        "TRƯỞNG ĐOÀN",
        "(Ký, ghi rõ họ tên)",
        "(Ký, ghi rõ họ tên, đóng dấu)",  # the unit has a seal; the team has none
        "(Ký, ghi rõ họ tên)",
        "Vi Thị Ví",
        "Triệu Văn Thử",
        "Hoàng Minh Họa",
        "Nơi nhận:",
        "- Đoàn kiểm tra;",
        "- Đơn vị được kiểm tra;",
        "- Lưu: VT, Hồ sơ.",
    ]


def test_finished_minutes_have_nothing_left_to_fill_in(made: Papers) -> None:
    for code in ("KT01", "KT02"):
        assert not any("…" in line or line.startswith("\t") for line in made[f"bien_ban_kiem_tra {code}"])


def test_minutes_with_a_reserved_opinion(made: Papers) -> None:
    minutes = made["bien_ban_kiem_tra KT02"]
    assert not any(line.startswith("Số:") for line in minutes)  # numbered or not
    assert between(minutes, "IV. Ý KIẾN", "Biên bản kết thúc") == [
        "Phòng nhất trí với các nội dung khác của biên bản.",
        "- Đơn vị giải trình đối với nội dung: Kết quả giải quyết thủ tục hành chính của năm trước chưa được số hóa đầy "
        "đủ.",
        "- Đơn vị bảo lưu ý kiến đối với nội dung: Có 01 hồ sơ thủ tục hành chính trả kết quả trễ hẹn mà phiếu xin lỗi "
        "chưa được đính kèm trên hệ thống.",
    ]
    assert "thống nhất, trừ nội dung bảo lưu nêu tại mục IV, và ký tên;" in minutes[minutes.index("THƯ KÝ") - 1]
    assert "(Ký, ghi rõ họ tên, đóng dấu)" not in minutes  # a unit without a seal


def test_before_the_inspection_the_minutes_are_a_form_with_dotted_lines(made: Papers) -> None:
    minutes = made["bien_ban_kiem_tra KT03"]
    assert any(
        line.startswith("Hôm nay, vào hồi …… giờ …… phút, ngày …… tháng …… năm 2023, tại trụ sở Bảo tàng tỉnh,")
        for line in minutes
    )
    assert (
        "Căn cứ Quyết định số ……/QĐ-SVHTTDL ngày …… tháng …… năm 2023 của Giám đốc Sở Văn hóa, Thể thao và Du lịch về việc thành lập Đoàn kiểm tra công tác cải cách hành chính."
        in minutes
    )
    assert between(minutes, "2. Đơn vị được kiểm tra", "II.") == ["- Ông (bà):\t Chức vụ:\t"] * 3
    assert between(minutes, "2. Cải cách thể chế", "3. Cải cách thủ tục") == [
        "- Việc tham mưu xây dựng, rà soát văn bản quy phạm pháp luật theo phân công.",
        "a) Kết quả đạt được",
        *["\t"] * 2,
        "b) Tồn tại, hạn chế",
        *["\t"] * 2,
    ]
    assert between(minutes, "IV. Ý KIẾN", "Biên bản kết thúc") == ["\t"] * 3
    assert minutes[minutes.index("THƯ KÝ") - 1].startswith("Biên bản kết thúc vào hồi …… giờ …… phút cùng ngày;")
    names = minutes[minutes.index("Nơi nhận:") - 3 : minutes.index("Nơi nhận:")]
    assert names == ["Vi Thị Ví", "…………………", "Hoàng Minh Họa"]


def test_a_tab_of_a_dotted_line_leads_to_the_right_margin_with_dots() -> None:
    style = Document(str(shipped("templates") / "bien_ban_kiem_tra.docx")).styles["Dòng chấm"]
    (stop,) = style.paragraph_format.tab_stops
    assert (stop.leader, round(stop.position.mm, 1)) == (1, 164.5)  # dots


def test_minutes_of_a_day_that_ends_on_another(changed: Callable[[Callable[[Any], None]], Papers]) -> None:
    def longer(data: Any) -> None:
        data["cuoc_kiem_tra"][0] |= {"ket_thuc": "09:05 17/8/2023", "so_ban": "3"}

    minutes = changed(longer)["bien_ban_kiem_tra KT01"]
    closing = minutes[minutes.index("THƯ KÝ") - 1]
    assert closing.startswith("Biên bản kết thúc vào hồi 09 giờ 05 phút, ngày 17 tháng 8 năm 2023;")
    assert closing.endswith("lập thành 03 bản có giá trị như nhau, mỗi bên giữ ít nhất 01 bản./.")


# -- After the inspection


def test_a_notice_demands_one_thing_for_each_shortcoming_in_the_same_order(made: Papers) -> None:
    notice = made["thong_bao_ket_qua_kiem_tra KT02"]
    assert "Căn cứ Biên bản kiểm tra ngày 23 tháng 8 năm 2023 của Đoàn kiểm tra tại Phòng Quản lý Văn hóa." in notice
    assert between(notice, "Qua kiểm tra, phát hiện 02", "III.") == [
        "1. Có 01 hồ sơ thủ tục hành chính trả kết quả trễ hẹn mà phiếu xin lỗi chưa được đính kèm trên hệ thống. "
        "Nguyên nhân: Công chức được giao chưa cập nhật kịp thời.",
        "2. Kết quả giải quyết thủ tục hành chính của năm trước chưa được số hóa đầy đủ. Nguyên nhân: Thiếu máy quét "
        "chuyên dụng.",
        "Đơn vị bảo lưu ý kiến đối với 01 nội dung: Có 01 hồ sơ thủ tục hành chính trả kết quả trễ hẹn mà phiếu xin lỗi "
        "chưa được đính kèm trên hệ thống.",
    ]
    assert between(notice, "III.", "Sở Văn hóa, Thể thao và Du lịch thông báo để")[1:] == [
        "1. Đính kèm phiếu xin lỗi lên hệ thống; theo dõi thời hạn giải quyết hằng ngày; Phòng Quản lý Văn hóa thực "
        "hiện, xong chậm nhất ngày 30 tháng 9 năm 2023.",
        "2. Lập kế hoạch và hoàn thành số hóa kết quả giải quyết còn hiệu lực; Phòng Quản lý Văn hóa thực hiện, xong "
        "chậm nhất ngày 30 tháng 11 năm 2023.",
        "Phòng Quản lý Văn hóa báo cáo kết quả khắc phục bằng văn bản, gửi về Văn phòng Sở chậm nhất ngày 30 tháng 11 "
        "năm 2023.",
    ]
    assert (
        "Căn cứ Biên bản số 01/BB-ĐKT ngày 16 tháng 8 năm 2023 của Đoàn kiểm tra tại Thư viện tỉnh."
        in (made["thong_bao_ket_qua_kiem_tra KT01"])
    )


def test_the_summary_counts_units_and_findings(made: Papers) -> None:
    summary = made["bao_cao_tong_hop_kiem_tra"]
    at = summary.index("Kính gửi:")
    assert summary[at + 1 : at + 3] == ["- UBND tỉnh Lạng Sơn;", "- Sở Nội vụ tỉnh Lạng Sơn."]
    assert between(summary, "I. TÌNH HÌNH", "II.") == [
        "1. Đã kiểm tra 02/08 phòng, đơn vị, đạt 25% (mức tối thiểu trong năm là 30%); trong đó: phòng 01/06; đơn vị sự "
        "nghiệp 01/02. Tỷ lệ này chưa đạt mức quy định.",
        "2. Theo lịch, năm 2023 kiểm tra 04 đơn vị; còn 02 đơn vị chưa kiểm tra xong.",
        "3. Để đạt mức quy định, tiếp tục kiểm tra trong số các đơn vị: Văn phòng Sở; Thanh tra Sở; Phòng Tổ chức - Pháp "
        "chế; Phòng Kế hoạch - Tài chính; Phòng Quản lý Du lịch; Bảo tàng tỉnh.",
    ]
    assert between(summary, "III. KẾT QUẢ", "IV.") == [
        "1. Các Đoàn kiểm tra ghi nhận 03 kết quả đạt được và phát hiện 04 tồn tại, hạn chế; các đơn vị bảo lưu ý kiến "
        "đối với 01 nội dung.",
        "2. Đã khắc phục 01/04 tồn tại, hạn chế, đạt 25%; còn 03 nội dung chưa khắc phục (Có Phụ lục kèm theo).",
    ]
    headings = ["STT", "Đơn vị", "Vấn đề cần khắc phục", "Vấn đề đã khắc phục", "Vấn đề chưa khắc phục"]
    table = summary[summary.index("Vấn đề cần khắc phục") - 2 :]
    assert table[:9] == [
        *headings,
        "1",
        "Thư viện tỉnh",
        "Báo cáo cải cách hành chính quý II gửi chậm so với quy định",
        "Đã khắc phục (Báo cáo của Thư viện tỉnh ngày 12/9/2023).",
    ]
    assert table[-1] == "Chưa khắc phục; hạn 30/11/2023./."


def test_one_finding_more_is_one_more_in_every_paper(changed: Callable[[Callable[[Any], None]], Papers]) -> None:
    new = {
        "cuoc_kiem_tra": "KT01",
        "linh_vuc": "BO_MAY",
        "loai": "tồn tại",
        "noi_dung": "Quy chế làm việc chưa được sửa đổi",
        "kien_nghi": "Sửa đổi quy chế làm việc",
        "don_vi_thuc_hien": "TVT",
        "han": "15/12/2023",
    }
    made = changed(lambda data: data["phat_hien"].append(new))
    minutes, notice = made["bien_ban_kiem_tra KT01"], made["thong_bao_ket_qua_kiem_tra KT01"]
    demand = "Sửa đổi quy chế làm việc; Thư viện tỉnh thực hiện, xong chậm nhất ngày 15 tháng 12 năm 2023."
    last = "gửi về Văn phòng Sở chậm nhất ngày 15 tháng 12 năm 2023."

    assert "Qua kiểm tra, Đoàn ghi nhận 02 kết quả đạt được và 03 tồn tại, hạn chế." in minutes
    assert between(minutes, "4. Cải cách tổ chức", "5. Cải cách chế độ") == [
        "a) Tồn tại, hạn chế",
        "- Quy chế làm việc chưa được sửa đổi.",
    ]
    assert f"b) {demand}" in minutes  # in the order of the areas
    assert any(line.endswith(last) for line in minutes)
    assert "Qua kiểm tra, phát hiện 03 tồn tại, hạn chế:" in notice
    assert "2. Quy chế làm việc chưa được sửa đổi." in notice
    assert f"2. {demand}" in notice
    assert any("yêu cầu thực hiện 03 nội dung" in line for line in notice)
    assert any(line.endswith(last) for line in notice)
    summary = made["bao_cao_tong_hop_kiem_tra"]
    assert any("phát hiện 05 tồn tại, hạn chế" in line for line in summary)
    assert any(line.startswith("2. Đã khắc phục 01/05 tồn tại, hạn chế, đạt 20%; còn 04 nội dung") for line in summary)
    assert between(summary, "Bảo lưu", "III.")[:7] == ["1", "Thư viện tỉnh", "16/8/2023", "Trực tiếp", "2", "3", "0"]
    assert "Quy chế làm việc chưa được sửa đổi" in summary
    # Papers of other inspections say what they said.
    assert "Qua kiểm tra, Đoàn ghi nhận 01 kết quả đạt được và 02 tồn tại, hạn chế." in made["bien_ban_kiem_tra KT02"]


def test_a_shortcoming_without_a_recommendation_is_demanded_to_be_mended(
    changed: Callable[[Callable[[Any], None]], Papers],
) -> None:
    def unasked(data: Any) -> None:
        for field in ("kien_nghi", "don_vi_thuc_hien", "han"):
            del data["phat_hien"][2][field]

    notice = changed(unasked)["thong_bao_ket_qua_kiem_tra KT01"]
    assert between(notice, "III.", "2. ")[1:] == [
        "1. Khắc phục tồn tại, hạn chế: Báo cáo cải cách hành chính quý II gửi chậm so với quy định; Thư viện tỉnh thực "
        "hiện, xong chậm nhất ngày …… tháng …… năm 2023."
    ]


def test_bases_of_the_clerks_own_stand_for_those_that_the_papers_bring(
    changed: Callable[[Callable[[Any], None]], Papers],
) -> None:
    def own(data: Any) -> None:
        types = ("Biên bản kiểm tra", "Thông báo kết quả kiểm tra", "Báo cáo giải trình trễ hạn")
        data["can_cu"] += [{"loai_van_ban": one, "noi_dung": "Thực hiện Kế hoạch số 52/KH-SVHTTDL"} for one in types]

    made = changed(own)
    for name in ("bien_ban_kiem_tra KT01", "thong_bao_ket_qua_kiem_tra KT01"):
        bases = [line for line in made[name] if line.startswith(("Căn cứ", "Thực hiện"))]
        assert bases[0] == "Thực hiện Kế hoạch số 52/KH-SVHTTDL;"
        assert bases[1].startswith("Căn cứ Quyết định số 96/QĐ-SVHTTDL")
    assert not any("Nghị định số 61/2018/NĐ-CP" in line for line in made["bao_cao_giai_trinh_tre_han"])


def test_many_units_that_are_left_are_counted_not_named(changed: Callable[[Callable[[Any], None]], Papers]) -> None:
    more = [{"ma": f"P{n}", "ten": f"Phòng số {n}", "loai": "phòng", "con_dau": "không"} for n in range(10)]
    summary = changed(lambda data: data["don_vi"].extend(more))["bao_cao_tong_hop_kiem_tra"]
    assert "3. Để đạt mức quy định, tiếp tục kiểm tra trong số 16 đơn vị chưa được kiểm tra." in summary


def test_one_inspection_more_is_one_more_in_the_rates(changed: Callable[[Callable[[Any], None]], Papers]) -> None:
    def finish(data: Any) -> None:
        data["cuoc_kiem_tra"][2] |= {"bat_dau": "08:00 18/10/2023", "ket_thuc": "11:00 18/10/2023"}

    made = changed(finish)
    assert "thong_bao_ket_qua_kiem_tra KT03" in made
    summary = made["bao_cao_tong_hop_kiem_tra"]
    assert (
        "1. Đã kiểm tra 03/08 phòng, đơn vị, đạt 37,5% (mức tối thiểu trong năm là 30%); trong đó: phòng 01/06; đơn vị sự "
        "nghiệp 02/02. Tỷ lệ này đạt mức quy định." in summary
    )
    assert "2. Theo lịch, năm 2023 kiểm tra 04 đơn vị; còn 01 đơn vị chưa kiểm tra xong." in summary


# -- Late files


def test_a_slip_of_apology(made: Papers) -> None:
    slip = made["phieu_xin_loi 000.00.14.H37-230605-0012"]
    assert slip[slip.index("Số: 01/PXL") :] == [
        "Số: 01/PXL",
        "Lạng Sơn, ngày 23 tháng 6 năm 2023",
        "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "Kính gửi: Lương Thị Minh Họa",
        "Địa chỉ: số 01, đường Thí Dụ, thành phố Lạng Sơn.",
        "Ngày 05/6/2023, Sở Văn hóa, Thể thao và Du lịch tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: Cấp thẻ "
        "hướng dẫn viên du lịch nội địa; mã hồ sơ: 000.00.14.H37-230605-0012; ngày hẹn trả kết quả: 26/6/2023.",
        "Hồ sơ chưa thể trả kết quả đúng ngày hẹn. Lý do: Công chức thụ lý nghỉ ốm, việc bàn giao hồ sơ chậm.",
        "Theo Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa "
        "liên thông trong giải quyết thủ tục hành chính, Sở Văn hóa, Thể thao và Du lịch xin lỗi Ông (bà), quý cơ quan, "
        "tổ chức về sự chậm trễ này.",
        "Thời gian hẹn trả kết quả lại: ngày 30 tháng 6 năm 2023.",
        "Sở Văn hóa, Thể thao và Du lịch mong nhận được sự thông cảm./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT, VP. (CTL)",
        "GIÁM ĐỐC",
        "Nguyễn Phúc Hà",
    ]


def test_a_slip_that_is_not_sent_yet_leaves_room_for_number_and_day(made: Papers) -> None:
    slip = made["phieu_xin_loi 000.00.14.H37-231016-0041"]
    assert "Số:         /PXL" in slip
    assert "Lạng Sơn, ngày      tháng      năm 2023" in slip
    assert not any(line.startswith("Địa chỉ") for line in slip)


@pytest.mark.parametrize(
    ("day", "basis"), [("30/6/2025", "Nghị định số 61/2018/NĐ-CP"), ("01/7/2025", "Nghị định số 118/2025/NĐ-CP")]
)
def test_the_legal_basis_is_that_of_the_day_of_the_slip(
    changed: Callable[[Callable[[Any], None]], Papers], day: str, basis: str
) -> None:
    def of_2025(data: Any) -> None:
        data["ho_so_tre_han"] = [
            data["ho_so_tre_han"][0]
            | {"ngay_nhan": "10/6/2025", "ngay_hen_tra": "10/7/2025", "ngay_hen_lai": "15/7/2025", "ngay_phieu": day}
        ]

    slip = changed(of_2025)["phieu_xin_loi 000.00.14.H37-230605-0012"]
    assert any(line.startswith(f"Theo {basis} ") for line in slip)


def test_the_report_on_late_files_explains_each(made: Papers) -> None:
    report = made["bao_cao_giai_trinh_tre_han"]
    assert "Kính gửi: Giám đốc Sở Văn hóa, Thể thao và Du lịch" in report
    assert between(report, "I. TÌNH HÌNH", "III.") == [
        "1. Tổng số hồ sơ trễ hạn: 03 hồ sơ; trong đó do cơ quan 02 hồ sơ, do nguyên nhân khác 01 hồ sơ.",
        "2. Đã gửi phiếu xin lỗi và hẹn lại ngày trả kết quả 02/03 hồ sơ; còn 01 hồ sơ chưa gửi.",
        "II. NGUYÊN NHÂN, TRÁCH NHIỆM",
        "1. Hồ sơ trễ hạn do cơ quan",
        "a) Hồ sơ 000.00.14.H37-230605-0012: Công chức thụ lý nghỉ ốm, việc bàn giao hồ sơ chậm. Trách nhiệm thuộc Phòng "
        "Quản lý Du lịch.",
        "b) Hồ sơ 000.00.14.H37-231016-0041: Hệ thống thông tin một cửa gặp sự cố, hồ sơ chuyển xử lý chậm. Trách nhiệm "
        "thuộc Phòng Quản lý Văn hóa.",
        "2. Hồ sơ trễ hạn do nguyên nhân khác",
        "a) Hồ sơ 000.00.14.H37-230710-0027 (Phòng Quản lý Văn hóa giải quyết): Chưa nhận được ý kiến bằng văn bản của cơ "
        "quan phối hợp.",
    ]
    assert report[-1] == "Chưa gửi./."


# -- The example


def test_every_row_about_inspections_and_late_files_is_marked_illustrative() -> None:
    data = load()
    sheets = ("nop_bao_cao", "cuoc_kiem_tra", "thanh_phan_kiem_tra", "noi_dung_kiem_tra", "phat_hien", "ho_so_tre_han")
    for sheet in (*sheets, "van_ban", "can_cu"):
        assert {row.get("Ghi chú") for row in data[sheet]} == {"số liệu minh họa"}, sheet


def test_no_paper_of_2023_cites_a_later_law(made: Papers) -> None:
    for name, found in made.items():
        assert not any(year in line for line in found for year in ("2024", "2025", "2026")), name


def test_a_paper_about_the_office_sees_the_names_of_one_inspection_blank() -> None:
    checked = open_data(DATA)
    composer = Composer(checked.types["bao_cao_tong_hop_kiem_tra"], checked.inputs)
    one: Any = composer.context(composer.subjects[0])["cuoc"]
    assert (one.da_xong, one.doan, one.truong_doan, one.yeu_cau) == (False, [], "", [])
