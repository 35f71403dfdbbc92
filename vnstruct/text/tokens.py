"""A tokenizer that loses nothing: the tokens and their spaces join to the very text.

Document numbers (*115/2020/NĐ-CP*), dates (*31/3/2020*), section numbers (*1.1*) and hyphenated abbreviations (*GD-ĐT*)
stay whole.
"""

from __future__ import annotations

import re

_LETTER = r"[^\W_]"
_WORD = r"[\w\u0300-\u036f]"
# every alternative is a run of disjoint parts, so that matching is linear
_TOKEN = re.compile(
    rf"""
      \d{_WORD}* (?: [-‑–/] {_WORD}+ | [.,](?=\d) {_WORD}+ | &(?={_LETTER}) {_WORD}+ )*  # 115/2020/NĐ-CP, 1.500
    | [A-ZĐÐ]{_WORD}* (?: [-‑–&/](?=[A-ZĐÐ]) {_WORD}+ )+ # GD-ĐT, QĐ-TTg, TN&MT
    | {_WORD}+
    | \s+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


def tokenize(text: str) -> tuple[list[str], list[bool]]:
    """Words of a text, and whether one space follows each.

    White space other than one space after a word is a token of its own.

    >>> tokenize("Nghị định 115/2020/NĐ-CP.")
    (['Nghị', 'định', '115/2020/NĐ-CP', '.'], [True, True, False, False])
    """
    words: list[str] = []
    spaces: list[bool] = []
    for found in _TOKEN.findall(text):
        piece = found
        if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
            piece = piece[1:]
        if piece:
            words.append(piece)
            spaces.append(False)
    return words, spaces
