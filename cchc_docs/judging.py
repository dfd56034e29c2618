"""``cchc kiem-tra``: which judge a file is for – data, a template, a finished document."""

from pathlib import Path

from cchc_docs.authoring.judge import judge_template
from cchc_docs.build import judge
from cchc_docs.documents.types import description_of
from cchc_docs.problems import Place, Problems, ProblemsFound
from cchc_docs.template import has_tags


def judge_file(path: Path, *, du_lieu: Path | None = None, mau: Path | None = None, name: str = "") -> Problems:
    """All that is to be said of the file at ``path``, which messages call ``name`` (by default as it is called)."""
    if path.suffix.lower() != ".docx":
        return judge(path, mau=mau, name=name)
    try:
        is_template = description_of(path).exists() or has_tags(path)
    except ProblemsFound as found:
        problems = Problems()
        problems.extend(found.problems)
        return problems
    if is_template:
        return judge_template(path, du_lieu=du_lieu, mau=mau, name=name)
    problems = Problems()
    problems.notice(
        "khong_phai_mau",
        Place(name or path.name),
        "Tệp Word này không có thẻ nào nên không phải là mẫu.",
        "Tạo mẫu mới bằng cchc moi --loai.",
    )
    return problems
