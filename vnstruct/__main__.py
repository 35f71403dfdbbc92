"""``python -m vnstruct``."""

from vnstruct.cli import app

app()
