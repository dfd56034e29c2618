"""The areas of reform: stable codes, headings per document."""

from cchc_docs.data.fields import CHU, MA, SO_DEM, chon
from cchc_docs.facts import table
from cchc_docs.office.records.base import Annotated, NextYear, Record, column

_CODES = ", ".join(row["ma"] for row in table("noi_dung_cchc"))


class LinhVuc(
    Record,
    sheet="Lĩnh vực",
    order=210,
    next_year=NextYear.KEEP,
    about="Các lĩnh vực cải cách hành chính, tên trong kế hoạch và trong báo cáo.",
    names=("ma", "ten_trong_ke_hoach", "ten_trong_bao_cao"),
    continued_by="ma",
):
    """The areas of reform (six by law and the management block)."""

    ma: Annotated[str, MA] = column("Mã", f"Mã của lĩnh vực, nên giữ nguyên: {_CODES}.")
    ten_trong_ke_hoach: Annotated[str, CHU] = column("Tên trong kế hoạch", "Tên lĩnh vực như in trong kế hoạch.")
    ten_trong_bao_cao: Annotated[str, CHU] = column("Tên trong báo cáo", "Tên lĩnh vực trong báo cáo, nếu khác.", "")
    ten_muc_chi_tieu: Annotated[str, chon("Chỉ tiêu", "Mục tiêu")] = column(
        "Tên mục chỉ tiêu", "Tên điểm a) của lĩnh vực trong kế hoạch; để trống là Chỉ tiêu.", "Chỉ tiêu"
    )
    thu_tu_trong_ke_hoach: Annotated[int | None, SO_DEM] = column(
        "Thứ tự trong kế hoạch", "Vị trí trong kế hoạch; để trống là theo thứ tự dòng.", None
    )
    thu_tu_trong_bao_cao: Annotated[int | None, SO_DEM] = column(
        "Thứ tự trong báo cáo", "Vị trí trong báo cáo; để trống là theo thứ tự dòng.", None
    )

    def __str__(self) -> str:
        return self.ten_trong_ke_hoach
