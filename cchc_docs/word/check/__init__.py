"""The format checker: what a ``.docx`` looks like, which part of it is what, whether each is as the decree says.

``document`` opens a file and resolves its formats; ``recognise`` finds the components; ``rules`` judge them; ``report``
says what was found, ``annotate`` writes it into a copy, ``mend`` puts right what is safe to.
"""
