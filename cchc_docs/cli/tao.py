"""``cchc tao``: the documents of a data file."""

from collections.abc import Sequence
from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE, JSON, MAU, RA
from cchc_docs.cli.shown import echo_documents, progress_bar
from cchc_docs.cli.words import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.argument("du_lieu", type=FILE)
@click.option("--loai", multiple=True, metavar="LOẠI", help="Loại văn bản cần làm; để trống là làm tất cả.")
@click.option("--ky", multiple=True, metavar="KỲ", help="Kỳ báo cáo: quy_1, 6_thang, quy_3, nam; để trống là tất cả.")
@click.option("--don-vi", multiple=True, metavar="MÃ", help="Chỉ làm cho đối tượng này; để trống là tất cả.")
@click.option("--luong", type=click.IntRange(1, 256), metavar="SỐ", help="Số luồng cùng làm; mặc định theo số lõi máy.")
@RA
@click.option("--cum", default="", metavar="ĐỊA_CHỈ", help="Cụm máy Dask cùng làm, ví dụ tcp://may-chu:8786.")
@click.option("--nam-truoc", type=FILE, metavar="TỆP", help="Tệp dữ liệu năm trước, để so với cùng kỳ.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF bên cạnh mỗi văn bản (cần LibreOffice).")
@MAU
@JSON
def tao(  # noqa: PLR0913, PLR0917 - one parameter an option
    du_lieu: Path,
    loai: Sequence[str],
    ky: Sequence[str],
    don_vi: Sequence[str],
    luong: int | None,
    cum: str,
    ra: Path,
    nam_truoc: Path | None,
    mau: Path | None,
    *,
    pdf: bool,
    as_json: bool,
) -> int:
    """Làm văn bản từ tệp dữ liệu DU_LIEU.

    Đường dẫn các tệp làm ra in ra màn hình, mỗi tệp một dòng. Có lỗi trong dữ liệu thì không làm gì cả.
    """
    with progress_bar() as progress:
        result = cchc_docs.make(
            du_lieu,
            ra,
            types=loai,
            periods=ky,
            subjects=don_vi,
            templates=mau,
            last_year=nam_truoc,
            pdf=pdf,
            workers=luong or 0,
            cluster=cum,
            progress=progress,
        )
    return echo_documents(result, as_json=as_json)
