"""When an annotation is doubtful, for everybody who shows it: the terminal, the task sheet, the review page."""

from __future__ import annotations

from typing import Final

DOUBTFUL: Final = 0.9
"""Annotations of less confidence are marked, and listed for people to look at."""
