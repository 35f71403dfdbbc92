"""Pages that are only pictures, recognised by tesseract when it is installed with its Vietnamese data.

The words come back with their places on the page, so that columns, paragraphs and page furniture are found as on any
other page. What is recognised is never passed off as the text of the file: the source carries a warning with the
pages and how sure tesseract was of them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from statistics import fmean, median
from typing import Any, NamedTuple

from vnstruct.errors import DocumentTooSlow, MissingProgram, UnreadableFile
from vnstruct.readers.files import Limits
from vnstruct.readers.pdf_lines import PrintedLine, printed
from vnstruct.readers.pdf_untangling import Placed

_PROGRAM = "tesseract"
_LANGUAGE = "vie"
_POINTS = 72
_DPI = 300
_MOST_PIXELS = 30_000_000  # A3 at 300 dpi has half as many; a page of kilometres is drawn smaller
_DOUBTFUL = 40.0  # strokes of stamps and signatures; text of the worst scans has 60
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # several threads make tesseract slower, and documents run in parallel anyway


class _Word(NamedTuple):
    """A word as tesseract gives it, in pixels from the upper left corner, and how sure it is (0 to 100)."""

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float


@dataclass(slots=True)
class Recogniser:
    """Recognises the pages of one document, within the time that the document may take.

    Raises ``MissingProgram`` when tesseract or its Vietnamese data are not installed.
    """

    path: str | None
    limits: Limits
    confidences: list[float] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    program: str = ""
    until: float = 0.0

    def lines(self, page: Any, number: int) -> list[PrintedLine]:
        """The lines of a page; what is hardly legible is set aside."""
        if not self.program:
            self.program = _installed(self.path)
            self.until = time.monotonic() + (self.limits.seconds or float("inf"))
        width, height = page.get_size()
        dots = min(_DPI / _POINTS, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        found = [
            replace(_line(words, dots, height, number), aside=fmean(word.confidence for word in words) < _DOUBTFUL)
            for words in _words_by_line(self.recognised(_picture(page, dots), round(dots * _POINTS)))
        ]
        self.pages.append(number)
        return found

    def recognised(self, picture: bytes, dpi: int) -> str:
        """What tesseract says of a picture, as its table of words."""
        command = [self.program, "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(dpi), "tsv"]
        left = self.until - time.monotonic()
        try:
            done = subprocess.run(
                command,
                input=picture,
                capture_output=True,
                check=False,
                timeout=None if left == float("inf") else max(left, 0.0),
                env=os.environ | _ONE_THREAD,
            )
        except subprocess.TimeoutExpired as error:
            raise DocumentTooSlow.known("too-slow", path=self.path, seconds=f"{self.limits.seconds:g}") from error
        table = done.stdout.decode("utf-8", "replace")
        if done.returncode:
            reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise UnreadableFile.known("ocr-failed", path=self.path, reason=reason[-1] if reason else done.returncode)
        self.confidences += (word.confidence for words in _words_by_line(table) for word in words)
        return table

    def warnings(self) -> list[str]:
        """What the reader of the result must know: which pages are guesses, and how good."""
        if not self.pages:
            return []
        sure = fmean(self.confidences) if self.confidences else 0.0
        pages = ", ".join(map(str, self.pages))
        return [
            f"trang {pages}: văn bản do OCR nhận dạng (tesseract, độ tin cậy trung bình {sure:.0f}%), "
            "hãy đối chiếu với bản gốc"
        ]


def _installed(path: str | None) -> str:
    program = shutil.which(_PROGRAM)
    if program is None:
        raise MissingProgram.known("no-tesseract", path=path)
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)
    # older versions list on standard error
    if _LANGUAGE not in (listed.stdout + listed.stderr).split():
        raise MissingProgram.known("no-vietnamese-data", path=path)
    return program


def _picture(page: Any, dots: float) -> bytes:
    """The page as it shows, in the simplest grey picture that tesseract reads."""
    bitmap = page.render(scale=dots, grayscale=True)
    try:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        pixels = memoryview(bitmap.buffer).cast("B")
        rows = b"".join(pixels[row * stride : row * stride + width] for row in range(height))
        return b"P5 %d %d 255\n" % (width, height) + rows
    finally:
        bitmap.close()


def _words_by_line(table: str) -> Iterable[list[_Word]]:
    """The words of each line in tesseract's order; blanks that it takes for words are left out.

    >>> row = "5\\t1\\t1\\t1\\t1\\t{}\\t{}\\t40\\t30\\t12\\t96.5\\t{}"
    >>> table = "\\n".join(["level\\tpage_num", row.format(1, 10, "CHỈ"), row.format(2, 50, "THỊ"), row.format(3, 90, " ")])
    >>> [[word.text for word in words] for words in _words_by_line(table)]
    [['CHỈ', 'THỊ']]
    """
    lines: dict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for line in table.split("\n")[1:]:
        row = line.split("\t")
        if len(row) == 12 and row[0] == "5" and row[11].strip():
            left, top, width, height = map(int, row[6:10])
            lines[tuple(row[1:5])].append(_Word(row[11].strip(), left, top, width, height, float(row[10])))
    return lines.values()


def _line(words: list[_Word], dots: float, page_height: float, page: int) -> PrintedLine:
    """A line in points; its words are as high as most of them are, for a dash is no lower line."""
    height = median(word.height for word in words) / dots
    middle = page_height - median(word.top + word.height / 2 for word in words) / dots
    top, bottom = middle + height / 2, middle - height / 2
    placed = [Placed(word.text, word.left / dots, (word.left + word.width) / dots, top, bottom) for word in words]
    return printed(placed, page_height, page)
