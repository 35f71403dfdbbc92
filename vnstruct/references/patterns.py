"""Patterns as they are read: phrases, in which printed text may break lines and double blanks anywhere.

>>> spaced("sửa đổi, bổ sung")
'sửa\\\\s{1,4}đổi,\\\\s{1,4}bổ\\\\s{1,4}sung'
>>> compiled("căn cứ~(?:vào )?").match("căn\\ncứ  vào ").end()
12
"""

from __future__ import annotations

import re


def spaced(source: str) -> str:
    """A regular expression from its readable form.

    A blank is white space between words (a line end too), ``~`` white space that may be missing; both are bounded, so
    that patterns stay linear. Further lines of the source are joined without their indentation, so that alternatives
    can stand below each other.
    """
    first, *more = source.split("\n")
    joined = first + "".join(line.lstrip() for line in more)
    return joined.replace(" ", r"\s{1,4}").replace("~", r"\s{0,4}")


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile the readable form."""
    return re.compile(spaced(source), flags)
