"""Patterns as they are read: phrases, in which printed text may break lines and double blanks anywhere.

>>> compiled("căn cứ~(?:vào )?").match("căn\\ncứ  vào ").end()
12
>>> compiled("căn cứ").match("căn\\n\\ncứ") is None
True
"""

from __future__ import annotations

import re

# A blank, a line end, blanks; not two line ends, which end a paragraph. Between words it is read in one way only, so
# that patterns with many blanks stay linear.
_BLANKS = r"[\x20\t]{0,4}\n?[\x20\t]{0,4}"
_BETWEEN_WORDS = rf"(?=\s)(?>{_BLANKS})"


def spaced(source: str) -> str:
    """A regular expression from its readable form.

    A blank is white space between words (a line end too), ``~`` white space that may be missing. Further lines of the
    source are joined without their indentation, so that alternatives can stand below each other.
    """
    first, *more = source.split("\n")
    joined = first + "".join(line.lstrip() for line in more)
    return joined.replace(" ", "\0").replace("~", _BLANKS).replace("\0", _BETWEEN_WORDS)


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile the readable form."""
    return re.compile(spaced(source), flags)
