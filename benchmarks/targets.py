"""What the project promises, beside what was measured."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """A figure by name, and how much it must or may be."""

    figure: str
    title: str
    least: float | None = None
    most: float | None = None
    unit: str = ""

    def met(self, value: float) -> bool:
        """Whether a measured value holds."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)

    @property
    def wanted(self) -> str:
        """The limit in words."""
        return f"≥ {self.least:g}{self.unit}" if self.least is not None else f"≤ {self.most:g}{self.unit}"


TARGETS = (
    Target("generated: word_tokenize", "whole job : underthesea.word_tokenize, generated text", least=4, unit=" ×"),
    Target("generated: ner", "whole job : underthesea.ner, generated text", least=50, unit=" ×"),
    Target("real: word_tokenize", "whole job : underthesea.word_tokenize, real texts", least=4, unit=" ×"),
    Target("real: ner", "whole job : underthesea.ner, real texts", least=50, unit=" ×"),
    Target("spread", "cost of a character by length of document, dearest : cheapest", most=1.2, unit=" ×"),
    Target("two workers", "two workers : one worker", least=1.8, unit=" ×"),
    Target("import vnstruct", "import vnstruct", most=0.15, unit=" s"),
    Target("vnstruct --help", "vnstruct --help", most=0.3, unit=" s"),
    Target("first document", "first document, cold", most=2.5, unit=" s"),
    Target("peak MB", "peak memory of a batch", most=350, unit=" MB"),
)


def compare(figures: dict[str, float]) -> tuple[list[str], bool]:
    """A line for each target whose figure was measured, and whether all of them are met."""
    lines = [f"{'':66}{'target':>10}{'measured':>12}"]
    met = True
    for target in TARGETS:
        if target.figure in figures:
            value = figures[target.figure]
            met &= target.met(value)
            mark = "✓" if target.met(value) else "✗"
            lines.append(f"{mark} {target.title:64}{target.wanted:>10}{value:12.4g}{target.unit}")
    return lines, met
