"""``cchc moi``: a new working folder, next year's, or a new document type."""

from collections.abc import Sequence
from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE
from cchc_docs.cli.shown import ended_with_paths
from cchc_docs.cli.words import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.argument("thu_muc", type=FILE, required=False)
@click.option("--vi-du", is_flag=True, help="Điền sẵn dữ liệu ví dụ.")
@click.option("--loai", metavar="TÊN", help="Tạo loại văn bản mới tên này trong templates của thư mục làm việc.")
@click.option(
    "--tu",
    metavar="DU_LIEU|LOẠI",
    help="Làm tệp cho năm sau từ tệp dữ liệu này; với --loai: bắt đầu từ loại văn bản hay mẫu trắng này.",
)
@click.option("--tieu-de", default="", metavar="CHỮ", help="Tiêu đề của loại mới trong danh sách.")
@click.option("--trich-yeu", default="", metavar="CHỮ", help="Trích yếu in trên văn bản.")
@click.option("--pham-vi", default="", metavar="TRANG", help="Làm mỗi dòng của trang này một văn bản.")
@click.option("--ky", multiple=True, metavar="KỲ", help="Làm theo kỳ: quy_1, 6_thang, quy_3, nam.")
def moi(  # noqa: PLR0913 - one parameter an option
    thu_muc: Path | None,
    loai: str | None,
    tu: str | None,
    tieu_de: str,
    trich_yeu: str,
    pham_vi: str,
    ky: Sequence[str],
    *,
    vi_du: bool,
) -> int:
    """Tạo thư mục làm việc mới THU_MUC, hoặc với --loai: một loại văn bản mới.

    Thư mục làm việc có tệp du_lieu.xlsx để điền, templates cho mẫu riêng và output cho kết quả. Loại văn bản mới là một
    tệp Word trong templates, sửa bằng Word, cùng tệp .yaml đi kèm; thư mục làm việc là THU_MUC, hoặc thư mục đang đứng.
    """
    if loai is None:
        return ended_with_paths(_new_folder(thu_muc, tu, vi_du=vi_du))
    if tu is None:
        raise click.UsageError("Thiếu --tu: loại mới bắt đầu từ loại nào.", click.get_current_context())
    made = cchc_docs.new_type(thu_muc or Path(), loai, tu, title=tieu_de, summary=trich_yeu, scope=pham_vi, periods=ky)
    return ended_with_paths(made)


def _new_folder(folder: Path | None, previous: str | None, *, vi_du: bool) -> "cchc_docs.Result":
    if folder is None:
        raise click.UsageError("Thiếu tên thư mục mới, hoặc --loai và --tu.", click.get_current_context())
    if previous and vi_du:
        raise click.UsageError("Chỉ dùng một trong hai tùy chọn --vi-du và --tu.", click.get_current_context())
    return cchc_docs.next_year(folder, previous) if previous else cchc_docs.new_folder(folder, example=vi_du)
