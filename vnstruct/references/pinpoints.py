"""Pinpoints: the places inside a document, from *điểm a khoản 2 Điều 5* to *tiết d1 điểm d* and *mục II phần B*.

A scan finds groups, a unit word with its labels (*khoản 2, 3 và 4*); groups that follow each other form a sequence,
which is expanded to one target for each lowest unit. Order and punctuation after NQ 351/2017/UBTVQH14 Điều 24 and NĐ
30/2020 Phụ lục II mục V.7: from small to large without separators; in practice also with commas and *của*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vnstruct.references.patterns import compiled, spaced
from vnstruct.text import trie_pattern

UNITS: dict[str, str] = {
    "gạch đầu dòng": "paragraph",
    "đoạn": "paragraph",
    "tiết": "subpoint",
    "điểm": "point",
    "khoản": "clause",
    "điều": "article",
    "tiểu mục": "subsection",
    "mục": "section",
    "chương": "chapter",
    "phần": "part",
    "phụ lục": "appendix",
}
"""The unit words and what they are in the output, from the smallest to the largest."""

_RANK = {unit: rank for rank, unit in enumerate(dict.fromkeys(UNITS.values()))}
# The letters of lists: no f, j, w, z, and none with marks but đ.
ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""The alphabet in which points are counted; a range g-n is g h i k l m n."""

_ROMAN = r"[IVXL]{1,7}"
_FIGURE = r"\d{1,3}(?:\.\d{1,2}){0,3}"
_LETTER = r"[a-eA-EđĐg-iG-Ik-vK-Vx-yX-Y]\d{0,2}(?:\.\d{1,2})?"
_ORDINAL = r"thứ\s(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})|đầu tiên|cuối cùng"
_LABELS = {
    "point": rf"[\"“']?(?:{_LETTER}|{_FIGURE}[a-zđ]?)[\"”']?\)?",
    "subpoint": rf"[\"“']?(?:[a-zđ]\d{{0,2}}(?:\.\d{{1,2}})?|{_FIGURE}[a-zđ]?)[\"”']?\)?",
    "clause": r"\d{1,3}[a-zđ]?",
    "article": r"\d{1,3}[a-zđ]?",
    "section": rf"{_ROMAN}(?:\.\d{{1,2}}){{0,3}}|[A-EĐGH](?:\.(?:{_ROMAN}|\d{{1,2}})){{0,2}}|{_FIGURE}|[a-eđg]",
    "subsection": rf"{_FIGURE}|{_ROMAN}|{_LETTER}",
    "chapter": rf"{_ROMAN}|\d{{1,2}}|{_ORDINAL}",
    "part": rf"{_ROMAN}|[A-EĐGH]|\d{{1,2}}|{_ORDINAL}",
    "appendix": rf"{_ROMAN}(?:\.\d{{1,2}})?|\d{{1,3}}[A-Za-zĐđ]?(?:\.\d{{1,2}})?|[A-EĐGH]\d{{0,2}}",
    "paragraph": rf"\d{{1,2}}|{_ORDINAL}",
}
_JOIN = r"(?:\s?[,;/]\s{0,2}(?:và\s{1,2})?|\s{1,2}(?:và|hoặc|hay|đến|tới)\s{1,2}|\s?-\s?)"
_END = r"(?![\w%]|[./]\d|-\d{3})"
# A figure that counts what follows it is no label: "khoản 2 và 3 tháng", "Điều 5, 10 ngày", "khoản 1 tỷ đồng".
_COUNTED = spaced(
    r"""(?! (?:ngày|tháng|năm|giờ|phút|tuần|lần|người|cá nhân|tổ chức|cơ quan|đơn vị|trường hợp|nghìn|ngàn|triệu|tỷ|tỉ
    |đồng|hộ|xã|huyện|tỉnh|thôn|bản|bộ|hồ sơ|loại|nhóm|mức|cấp|bước|nội dung|nhiệm vụ|giải pháp|dự án|km|ha|mét|cm|kg)
    (?!\w))"""
)


def _labels_of(unit: str) -> re.Pattern[str]:
    """What follows the unit word: labels, or *này*."""
    label = rf"(?:{_LABELS[unit]}){_END}{_COUNTED}"
    number = r"(?:số\s{1,2})?" if unit == "appendix" else ""
    labels = rf"(?P<labels>{label}(?:{_JOIN}{label}){{0,60}})"
    return re.compile(rf"\s{{1,3}}{number}(?:(?:từ\s{{1,2}})?{labels}|n[àầ]y(?!\w))")


_FORMS = {form: unit for word, unit in UNITS.items() for form in (word, word.capitalize(), word.upper())}
_UNIT = re.compile(trie_pattern(_FORMS) + r"(?=\s)")
_AFTER = {unit: _labels_of(unit) for unit in _RANK}
_ITEM = re.compile(rf"(?P<range>đến|tới|(?<=\w)\s?-\s?(?=\w))|(?P<label>{_ORDINAL}|[\wĐđ.]+)")
_SKIPPED_ITEMS = frozenset({"và", "hoặc", "hay", "."})
# "hạng mục 1", "danh mục 3", "khoản mục 2": other nouns that end in a unit word; "góp phần 3" …
_OTHER_NOUN = re.compile(
    r"(?:danh|hạng|đầu|đề|chuyên|thư|khoản|tiết|thành|góp|cổ|một|hai|học|toàn|phần|thời|trọng|địa|cao|quan|giao|xuất|số"
    r"|mỗi|từng)\s{1,2}$",
    re.IGNORECASE,
)
_NO_OTHER_NOUN = frozenset({"article", "clause", "chapter"})
_LINK = compiled("~[,;]?~(?:(?:và|hoặc|hay|cùng|của|thuộc|tại|ở|trong|đến|tới|-) )?(?:(?:các|từ|những) )?")
_ASIDE = compiled(r"~\((?:trừ|không bao gồm|ngoại trừ)[^()\n]{1,80}\)")


@dataclass(slots=True)
class Group:
    """A unit with its labels; ``this`` for *Điều này*, *khoản này*, which carry none.

    ``apart`` is set when a semicolon stands before it: what is left of it does not lie in it.
    """

    start: int
    end: int
    unit: str
    labels: list[str]
    this: bool = False
    apart: bool = False

    @property
    def rank(self) -> int:
        """The size of the unit: larger units have higher ranks."""
        return _RANK[self.unit]


@dataclass(slots=True)
class Sequence:
    """Groups that follow each other: *khoản 2 và khoản 3 Điều 5, Điều 7*."""

    groups: list[Group]
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.start, self.end = self.groups[0].start, self.groups[-1].end

    @property
    def labelled(self) -> bool:
        """Whether any place is named: *Điều này* alone names none."""
        return any(group.labels for group in self.groups)

    @property
    def closed(self) -> bool:
        """Whether the sequence ends in *Điều này* and so belongs to the present document."""
        return self.groups[-1].this


def scan_groups(text: str) -> Iterator[Group]:
    """Every unit word with labels, in text order.

    >>> [(g.unit, g.labels) for g in scan_groups("các điểm g đến k khoản 2, 3 và khoản 5 Điều 33")]
    [('point', ['g', 'h', 'i', 'k']), ('clause', ['2', '3']), ('clause', ['5']), ('article', ['33'])]
    """
    for m in _UNIT.finditer(text):
        start = m.start()
        if start and text[start - 1].isalnum():
            continue
        word = m[0]
        unit = _FORMS.get(word) or _FORMS[" ".join(word.split())]
        after = _AFTER[unit].match(text, m.end())
        if after is None:
            continue
        if unit not in _NO_OTHER_NOUN and _OTHER_NOUN.search(text, max(0, start - 8), start):
            continue
        printed = after["labels"]
        labels = [] if printed is None else _labels(printed)
        yield Group(start, after.end(), unit, labels, this=printed is None)


def _labels(printed: str) -> list[str]:
    """The labels of a list, ranges expanded."""
    if printed.isalnum():
        return [printed]
    labels: list[str] = []
    open_range = False
    for m in _ITEM.finditer(printed):
        if m["range"]:
            open_range = bool(labels)
        elif m["label"] not in _SKIPPED_ITEMS:
            label = " ".join(m["label"].split())
            labels += expand_range(labels[-1], label)[1:] if open_range else [label]
            open_range = False
    return labels


def expand_range(first: str, last: str) -> list[str]:
    """The labels from the first to the last: figures, letters of the Vietnamese alphabet; else only the two.

    >>> expand_range("c", "e"), expand_range("3", "5"), expand_range("I", "III")
    (['c', 'd', 'đ', 'e'], ['3', '4', '5'], ['I', 'II', 'III'])
    """
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 200:
        return [str(n) for n in range(int(first), int(last) + 1)]
    low, high = first.lower(), last.lower()
    if len(low) == len(high) == 1 and low in ALPHABET and high in ALPHABET and not (low in "iv" and high in "ivx"):
        span = ALPHABET[ALPHABET.index(low) : ALPHABET.index(high) + 1]
        return [c.upper() if first.isupper() else c for c in span] or [first, last]
    if first in _ROMANS and last in _ROMANS and _ROMANS.index(first) < _ROMANS.index(last):
        return _ROMANS[_ROMANS.index(first) : _ROMANS.index(last) + 1]
    return [first, last]


def _roman(number: int) -> str:
    tens, units = divmod(number, 10)
    return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][units]


_ROMANS = [_roman(n) for n in range(1, 40)]
_LONGEST = 100  # groups in a sequence; longer ones were met only in test data


def sequences(text: str, groups: list[Group]) -> list[Sequence]:
    """Join groups that only punctuation and link words separate."""
    found: list[Sequence] = []
    current: list[Group] = []
    skip_to = 0
    for group in groups:
        if group.start < skip_to:
            continue  # "khoản 1 (trừ điểm e) Điều 70"
        if current and not _goes_on(text, current, group):
            found.append(Sequence(current))
            current = []
        if current and _ends_range(text, current[-1], group):
            last = current[-1]
            last.labels += expand_range(last.labels[-1], group.labels[0])[1:] + group.labels[1:]
            last.end = group.end
        else:
            group.apart = bool(current) and ";" in text[current[-1].end : group.start]
            current.append(group)
        aside = _ASIDE.match(text, group.end)
        skip_to = aside.end() if aside else 0
    if current:
        found.append(Sequence(current))
    return found


def _goes_on(text: str, current: list[Group], group: Group) -> bool:
    """Whether a group belongs to the sequence: *Điều này* ends one."""
    last = current[-1]
    ended = last.this and last.rank >= group.rank
    return not ended and len(current) < _LONGEST and linked(text, last.end, group.start)


def linked(text: str, end: int, start: int) -> bool:
    """Whether nothing but punctuation, link words or an exception in brackets stands between two places."""
    if start - end > 120 or text.find("\n\n", end, start) >= 0:
        return False
    aside = _ASIDE.match(text, end, start)
    m = _LINK.match(text, aside.end() if aside else end, start)
    return m is not None and m.end() == start


def _ends_range(text: str, first: Group, last: Group) -> bool:
    """*từ khoản 1 đến khoản 17*: two groups of one unit with *đến* between."""
    between = text[first.end : last.start].split()
    return between[:1] in (["đến"], ["tới"], ["-"]) and first.unit == last.unit and bool(first.labels and last.labels)


def targets(sequence: Sequence) -> list[dict[str, str]]:
    """One place for each lowest unit, left to right.

    Every group belongs to the next larger group after it; a group that a smaller one leads up to is no place by
    itself: *khoản 3, điểm b khoản 6 Điều 87 và Điều 91* gives khoản 3 Điều 87, điểm b khoản 6 Điều 87, Điều 91.
    """
    groups = sequence.groups
    owners = _owners(groups)
    owned = set(owners) - {None}
    found: list[dict[str, str]] = []
    for index, group in enumerate(groups):
        if index in owned or not group.labels:
            continue
        chain = _chain(groups, owners, index)
        found += [{group.unit: label} | chain for label in group.labels]
    return found


def _owners(groups: list[Group]) -> list[int | None]:
    """For each group the index of the larger group it lies in."""
    owners: list[int | None] = [None] * len(groups)
    next_of_rank: dict[int, int] = {}
    for index in range(len(groups) - 1, -1, -1):
        rank = groups[index].rank
        larger = [position for r, position in next_of_rank.items() if r > rank]
        if larger:
            owners[index] = min(larger)
        elif index and not groups[index].apart and groups[index - 1].rank > rank and len(groups[index - 1].labels) <= 1:
            owners[index] = index - 1  # the reverse order: "Điều 5 khoản 2 điểm a"
        if groups[index].apart:
            next_of_rank.clear()
        else:
            next_of_rank[rank] = index
    return owners


def _chain(groups: list[Group], owners: list[int | None], index: int) -> dict[str, str]:
    chain: dict[str, str] = {}
    for _ in range(len(_RANK)):
        owner = owners[index]
        if owner is None:
            break
        index = owner
        if groups[index].labels:
            chain.setdefault(groups[index].unit, groups[index].labels[-1])
    return chain
