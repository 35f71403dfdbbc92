"""Numbers as lists print them."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def roman(number: int) -> str:
    """Lower-case Roman numeral; numbers it cannot write stay Arabic.

    >>> roman(14), roman(0)
    ('xiv', '0')
    """
    if not 0 < number < 4000:
        return str(number)
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


_MOST_LETTERS = 30 * 26


def letters(number: int) -> str:
    """Lower-case letter, doubled after z as word processors do; like theirs, letters end with the 780th.

    >>> letters(2), letters(28), letters(99_999_999)
    ('b', 'bb', '99999999')
    """
    if not 1 <= number <= _MOST_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def numeral(style: str, number: int) -> str:
    """A number in a numbering format of WordprocessingML.

    >>> numeral("upperRoman", 4), numeral("lowerLetter", 3), numeral("decimalZero", 7), numeral("none", 1)
    ('IV', 'c', '07', '')
    """
    match style:
        case "upperRoman":
            return roman(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerLetter":
            return letters(number)
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
        case _:
            return str(number)
