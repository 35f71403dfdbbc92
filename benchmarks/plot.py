"""The figures as a picture: an SVG file written by hand, so that no plotting library is needed."""

from __future__ import annotations

from html import escape
from math import log10

_LEFT, _WIDTH, _ROW = 230, 420, 26
_COLOURS = {"ours": "#2f6f4f", "step": "#8fb9a3", "other": "#b0653a"}


def bars(rates: dict[str, tuple[float, str]], title: str) -> str:
    """Bars on a logarithmic scale from 10,000 to 100 million characters a second: name to rate and kind of bar.

    >>> bars({"whole job": (400_000, "ours")}, "Speed").startswith("<svg")
    True
    """
    height = 70 + _ROW * len(rates)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="780" height="{height}" viewBox="0 0 780 {height}" '
        'font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="white"/>',
        f'<text x="12" y="24" font-size="15" font-weight="bold">{escape(title)}</text>',
    ]
    for power, label in enumerate(("10 k", "100 k", "1 M", "10 M", "100 M"), start=4):
        x = _place(10**power)
        parts.append(f'<line x1="{x}" y1="36" x2="{x}" y2="{height - 26}" stroke="#ddd"/>')
        parts.append(f'<text x="{x}" y="{height - 10}" text-anchor="middle" fill="#555">{label}</text>')
    for row, (name, (rate, kind)) in enumerate(rates.items()):
        y = 42 + row * _ROW
        end = _place(rate)
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<rect x="{_LEFT}" y="{y}" width="{end - _LEFT:.0f}" height="18" fill="{_COLOURS[kind]}"/>')
        parts.append(f'<text x="{end + 6:.0f}" y="{y + 14}" fill="#333">{rate:,.0f}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _place(rate: float) -> float:
    return round(_LEFT + _WIDTH * (log10(min(max(rate, 10**4), 10**8)) - 4) / 4, 1)
