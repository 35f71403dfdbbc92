"""What happens to texts between an office and us, one named function each.

A mutator takes a text and a source of luck and returns the text with one mishap; whatever it returns, the invariants
must hold.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from functools import partial

Mutator = Callable[[str, random.Random], str]

_BLANKS = re.compile(r"[ \n]")
_INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060"
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ASTRAL = "\U0001f600\U0001d400\U0001d7d8\U00020000\U000e0041\U0010ffff"
_CONTROLS = "\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f"
_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u034f\u0489\u20dd"
_LOOK_ALIKES = str.maketrans({"Đ": "Ð", "a": "а", "o": "о", "e": "е", "C": "С", "-": "–", " ": "\u00a0", '"': "“"})
_OLD_TONES = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "ỏe": "oẻ"}
_SOFT_HYPHEN_EVERY = 7


def _piece(text: str, luck: random.Random, longest: int = 300) -> tuple[int, int]:
    start = luck.randrange(len(text) + 1)
    return start, min(len(text), start + luck.randrange(1, longest))


def _on_a_piece(change: Callable[[str], str], text: str, luck: random.Random) -> str:
    start, end = _piece(text, luck)
    return text[:start] + change(text[start:end]) + text[end:]


def swapped(text: str, luck: random.Random) -> str:
    """Two neighbouring pieces change places."""
    start, middle = _piece(text, luck)
    end = min(len(text), middle + luck.randrange(1, 200))
    return text[:start] + text[middle:end] + text[start:middle] + text[end:]


def lines_shuffled(text: str, luck: random.Random) -> str:
    """A page in the wrong order of lines, as text layers of two columns come out."""
    lines = text.split("\n")
    luck.shuffle(lines)
    return "\n".join(lines)


def lines_lost(text: str, luck: random.Random) -> str:
    """A third of the lines is missing."""
    return "\n".join(line for line in text.split("\n") if luck.random() > 1 / 3)


def cut_short(text: str, luck: random.Random) -> str:
    """A transfer that broke off."""
    return text[: luck.randrange(len(text) + 1)]


def begun_late(text: str, luck: random.Random) -> str:
    """A page whose top is missing."""
    return text[luck.randrange(len(text) + 1) :]


def wrapped(text: str, luck: random.Random) -> str:
    """Every line broken at a narrow width."""
    width = luck.randrange(12, 60)
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width))


def one_line(text: str, luck: random.Random) -> str:
    """No line breaks left, as some portals paste documents."""
    return text.replace("\n", luck.choice([" ", "", "\t"]))


def blanks_lost(text: str, luck: random.Random) -> str:
    """Words that run into each other."""
    return _BLANKS.sub(lambda m: "" if luck.random() < 0.3 else m[0], text)


def sprinkled(characters: str, text: str, luck: random.Random) -> str:
    """Characters put in between, one for every twenty."""
    pieces = list(text)
    for _ in range(1 + len(text) // 20):
        pieces.insert(luck.randrange(len(pieces) + 1), luck.choice(characters))
    return "".join(pieces)


def digits_changed(text: str, luck: random.Random) -> str:
    """Every digit read wrong: impossible days, articles out of order."""
    return re.sub(r"\d", lambda _: luck.choice("0123456789lOoI"), text)


def repeated(text: str, luck: random.Random) -> str:
    """The document pasted twice, or a piece of it many times."""
    start, end = _piece(text, luck, 60)
    return luck.choice([text + text, text[:start] + text[start:end] * 40 + text[end:]])


def old_tones(text: str, luck: random.Random) -> str:
    """The other place of the tone mark, in some words."""
    pattern = "|".join(_OLD_TONES)
    return re.sub(pattern, lambda m: _OLD_TONES[m[0]] if luck.random() < 0.5 else m[0], text)


MUTATORS: dict[str, Mutator] = {
    "deleted": partial(_on_a_piece, lambda _: ""),
    "doubled": partial(_on_a_piece, lambda piece: piece * 2),
    "reversed": partial(_on_a_piece, lambda piece: piece[::-1]),
    "swapped": swapped,
    "lines shuffled": lines_shuffled,
    "lines lost": lines_lost,
    "cut short": cut_short,
    "begun late": begun_late,
    "wrapped": wrapped,
    "one line": one_line,
    "blanks lost": blanks_lost,
    "repeated": repeated,
    "digits": digits_changed,
    "upper case": lambda text, _: text.upper(),
    "lower case": lambda text, _: text.lower(),
    "swapped case": lambda text, _: text.swapcase(),
    "title case": partial(_on_a_piece, str.title),
    "NFD": lambda text, _: unicodedata.normalize("NFD", text),
    "NFKD": lambda text, _: unicodedata.normalize("NFKD", text),
    "NFD in part": partial(_on_a_piece, partial(unicodedata.normalize, "NFD")),
    "no accents": lambda text, _: re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)),
    "CRLF": lambda text, _: text.replace("\n", "\r\n"),
    "CR": lambda text, _: text.replace("\n", "\r"),
    "CRLF in part": partial(_on_a_piece, lambda piece: piece.replace("\n", "\r\n").replace(" ", "\r")),
    "line separators": lambda text, luck: text.replace("\n", luck.choice("\u2028\u2029\x0b\x0c\x85")),
    "look-alikes": lambda text, _: text.translate(_LOOK_ALIKES),
    "old tones": old_tones,
    "zero-width": partial(sprinkled, _INVISIBLE),
    "zero-width everywhere": lambda text, _: "\u200b".join(text),
    "right-to-left": partial(sprinkled, _DIRECTIONS),
    "astral": partial(sprinkled, _ASTRAL),
    "NUL": partial(sprinkled, "\x00"),
    "controls": partial(sprinkled, _CONTROLS),
    "loose marks": partial(sprinkled, _MARKS),
    "lone surrogates": partial(sprinkled, "\ud800"),
    "brackets": partial(sprinkled, "()[]{}“”‘’\"'«»"),
    "labels": lambda text, luck: re.sub(r"\n", lambda _: luck.choice(["\n1. ", "\na) ", "\n- ", "\nĐiều 1. ", "\n"]), text),
    "soft hyphens": lambda text, _: "\u00ad".join(
        text[at : at + _SOFT_HYPHEN_EVERY] for at in range(0, len(text), _SOFT_HYPHEN_EVERY)
    ),
}  # fmt: skip
"""Every mishap by name."""
