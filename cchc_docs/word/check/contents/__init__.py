"""What a draft says: documents and organs cited, days, numbers that contradict each other; for any Word paper.

Nothing here looks at how a text is set. What cannot be told with near certainty is left unsaid: a false warning costs
more than a miss. No finding is a *lỗi* but a day that no calendar has.
"""

from cchc_docs.word.check.contents import (
    cited_documents,
    days,
    laws,
    left_over,
    organs,
    percents,
    places,
    sums,
    table_sums,
    two_values,
)
from cchc_docs.word.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *cited_documents.RULES,
    *laws.RULES,
    *organs.RULES,
    *places.RULES,
    *left_over.RULES,
    *days.RULES,
    *sums.RULES,
    *percents.RULES,
    *table_sums.RULES,
    *two_values.RULES,
)
