"""Makes the pictures of the pages in this folder, in an installed Chromium: ``python docs/images/draw.py``.

Needs ``pip install '.[browser]'``. Run it when the review page or the task sheet has changed its looks.
"""

from __future__ import annotations

import datetime
import io
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import vnstruct
from playwright.sync_api import sync_playwright
from rich.console import Console
from vnstruct.cli.language import Voice
from vnstruct.cli.tasks import print_groups
from vnstruct.tasksheet.rows import task_rows
from vnstruct.tasksheet.selection import Selection, grouped
from vnstruct.writers.review.page import render

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "samples" / "chi-thi-tinh-2025.txt"
_CHOSEN = "truy quét các tụ điểm"  # a task with a lead in the heading above, two coordinators and a deadline
# lines of one font that reach from line to line, letters of another that knows Vietnamese accents
_TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>
@font-face { font-family: Lines; src: local("DejaVu Sans Mono"); unicode-range: U+2500-257F; size-adjust: 99.66%; }
pre { display: inline-block; margin: 0; padding: 12px 16px; background: #fdfdfd; color: #222;
font: 14px/16px Lines, "Noto Sans Mono", monospace !important; }
</style><pre>{code}</pre>"""


def review_page(browser: Any, directive: vnstruct.Directive, folder: Path) -> None:
    """The page with a chosen task."""
    file = folder / "page.html"
    file.write_text(render([directive]), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1360, "height": 800}, device_scale_factor=1.5)
    page.goto(file.as_uri())
    page.locator(".task", has_text=_CHOSEN).click()
    page.screenshot(path=HERE / "review-page.png")


def task_sheet(browser: Any, directive: vnstruct.Directive, folder: Path) -> None:
    """The terminal with the tasks that fall due, by deadline."""
    selection = Selection(before=datetime.date(2026, 3, 31))
    rows = [row for row in task_rows(directive) if selection.takes(row)]
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(f"$ vnstruct tasks {SAMPLE.name} --before 31/3/2026 --by deadline", style="bold")
    print_groups(grouped(rows, "deadline"), Voice("vi"), console)
    code = console.export_html(code_format="{code}", inline_styles=True)
    file = folder / "sheet.html"
    file.write_text(_TERMINAL.replace("{code}", code), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 900}, device_scale_factor=1.5)
    page.goto(file.as_uri())
    page.locator("pre").screenshot(path=HERE / "task-sheet.png")


def main() -> None:
    """Both pictures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    directive = vnstruct.read(SAMPLE)
    with sync_playwright() as driver, TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        review_page(browser, directive, Path(folder))
        task_sheet(browser, directive, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
