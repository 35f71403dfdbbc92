"""What the body grammar looks up, compiled once from the knowledge tables.

All patterns match the lowered text. A key is a lowered form with single blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from vnstruct.bodies.page import GAP
from vnstruct.knowledge import Body, BodyHead, BodyUnit, Knowledge, Office
from vnstruct.text import trie_pattern

QUANTIFIERS: Final = "các|những|một số|nhiều|mỗi|từng|mọi|tất cả các|tất cả|toàn thể các|toàn thể|toàn bộ các|hầu hết các|đa số các|liên|hai|ba"
"""Words that make a set of the noun after them."""

FUNCTION_WORDS: Final = (
    "tại|cho|của|và|các|trên|trong|theo|từ|đến|để|về|với|có|là|được|đã|sẽ|đang|cần|phải|do|bị|khi|nếu|thì|mà|này|đó|nêu|nói"
    "|thuộc|trực thuộc|cùng|vừa|mới|cũng|không|chưa|nhằm|qua|sau|trước|bằng|hoặc|như|gồm|bao gồm|việc|công tác|tình hình|ở|ra|vào"
    "|lên|tới|trở|đối|nên|vì|bởi|hay|hãy|đều|còn|lại|rất|nhất|hơn|mình|nơi|những|một|mọi|mỗi|từng|khác|đồng|nhưng|tuy|số|ngày|tháng"
    "|năm|gửi|nhận|xin|mời|chịu|tự|nay|kính|trân|căn|xét|liên|trách|người|ông|bà|đồng chí|làm|giúp|cùng với|nơi|giữa|kể|gọi|tắt"
)
"""Words at which a name ends when they are written in lower case."""

_Row = TypeVar("_Row")

_FREE_HEADS: Final = frozenset({"sở", "phòng", "cục", "ty"})
"""One-syllable heads that stand in lower case before a field (*sở tài chính*); *bộ*, *ban*, *vụ* are too often words."""

_DOTTED: Final = 2
"""Abbreviations of two letters also stand with a full stop: *TT. HĐND*."""

_EVENTS: Final = ("đại hội", "hội nghị")

_BRIEF: Final = 3
"""Abbreviations of so many letters mean a body or an office only where such are listed (Nơi nhận: *TT HĐND*, *CT*)."""

_NO_NAME_KINDS: Final = frozenset({"group", "vague_group"})
_AREA_AT_END: Final = re.compile(
    r" (?:(?:cấp )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|khu vực|Việt Nam|Hà Nội|Thành phố Hồ Chí Minh)$"
)
_CONNECTORS: Final = re.compile(r" (?:và|&) | - |-|, ")


def key_of(text: str) -> str:
    """The look-up form of a name.

    >>> key_of("Sở  Y tế")
    'sở y tế'
    """
    return " ".join(text.lower().split())


def words_pattern(keys: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words and phrases, longest first."""
    # *TT.HĐND*: an abbreviation with a full stop needs no blank after it
    return re.compile(rf"(?:{_trie(keys)})(?:(?<=\.)|(?!\w))")


def _trie(keys: Iterable[str]) -> str:
    return trie_pattern(sorted(keys)).replace(r"\s{1,3}", GAP)


@dataclass(frozen=True, slots=True)
class Term:
    """What a short or variant form stands for; ``exact`` forms count only as they are written (*CT*, *TTg*)."""

    full: str
    exact: str = ""


class Lexicon:
    """Names, heads, offices, units, fields, words and places by key, with a pattern for each.

    ``names``: registered bodies and persons' offices. ``fields``: fields of state work (*tài chính*, *GD-ĐT*) with their
    full forms. ``shorts``: abbreviations of anything else.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.heads: dict[str, BodyHead] = _with_tight({key_of(h.head): h for h in knowledge.body_heads})
        self.units: dict[str, BodyUnit] = {key_of(u.unit): u for u in knowledge.body_units}
        titles = {key_of(o.title) for o in knowledge.offices}
        openers = titles | self.heads.keys()
        registered = _with_tight(
            {k: v for k, v in _registered(knowledge) if not _left_to_grammar(k, openers, self.heads, self.units)}
        )
        self.names = {key: body for key, (body, _) in registered.items()}
        for key, (body, form) in list(registered.items()):
            # *Đảng ủy Quân sự tỉnh* is registered, *Đảng ủy Quân sự huyện* is of the same make
            local = _AREA_AT_END.sub("", form)
            if local != form and key_of(local) not in self.heads and key_of(local) not in registered and " " in local:
                self.names.setdefault(key_of(local), body)
                registered.setdefault(key_of(local), (body, local))
        self.groups = {
            key_of(form): body
            for body in reversed(knowledge.bodies)
            if body.kind in _NO_NAME_KINDS
            for form in (*body.aliases, body.name)
        }
        self.name_forms = {key: form for key, (_, form) in registered.items()}
        self.exact = {key: form for key, form in self.name_forms.items() if _abbreviated(form)}
        self.offices: dict[str, Office] = {
            # *lãnh đạo Sở Y tế*: only the body is quoted
            key_of(o.title): o
            for o in knowledge.offices
            if key_of(o.title) not in self.heads and o.title != "Lãnh đạo"
        }
        self.lone_offices = frozenset(key for key, office in self.offices.items() if not office.of_heads)
        # *Đại biểu* Quốc hội; other delegates are guests
        self.assembly_offices = frozenset(
            key for key, office in self.offices.items() if office.of_heads and self._in_assemblies(office)
        )
        # *Chánh* Văn phòng, *Trưởng* phòng: nothing by themselves
        self.partial_offices = frozenset(
            key
            for key, office in self.offices.items()
            if " " not in key.removeprefix("phó ") and any(key_of(f"{key} {h}") in self.offices for h in office.of_heads)
        )
        self.office_forms = {key: office.title for key, office in self.offices.items()}
        self.office_shorts = _office_shorts(knowledge, self.offices)
        # *các CSGD*, *các TCCSĐ*: abbreviated nouns of sets
        self.unit_forms = {
            key_of(a.short): a.short
            for a in knowledge.abbreviations
            if a.scope in {"general", "body"}
            and key_of(a.short) not in self.units
            and getattr(self.units.get(key_of(a.full)), "kind", "homonym") != "homonym"
        }
        for a in knowledge.abbreviations:
            if self.unit_forms.get(key_of(a.short)) == a.short and key_of(a.full) in self.units:
                self.units.setdefault(key_of(a.short), self.units[key_of(a.full)])
        self.short_heads = _short_heads(knowledge, self.heads)
        for short, rows in self.short_heads.items():
            self.exact.setdefault(key_of(short), short)
            self.heads[key_of(short)] = rows[0]
        common = {a.short for a in knowledge.abbreviations if a.scope in {"general", "unit", "place"}}
        shorts = self.short_heads.keys() | {term.exact for term in self.office_shorts.values()}
        self.brief_only = frozenset(key_of(s) for s in shorts if len(s) <= _BRIEF or s in common) - self.names.keys()
        self.by_id: dict[str, Body] = {body.id: body for body in knowledge.bodies}
        self.fields = _fields(knowledge, self.heads)
        self.shorts = _shorts(knowledge)
        self.field_shorts = {a.short: a.full for a in reversed(knowledge.abbreviations) if a.scope == "field"}
        self.unit_shorts = {a.short: a.full for a in reversed(knowledge.abbreviations) if a.scope == "unit"}
        self.areas = _areas(knowledge)
        self.provinces = {key_of(form): p.name for p in knowledge.provinces for form in (p.name, *p.aliases)}
        self.word_forms = {key_of(w.word): w.word for w in knowledge.name_words}
        words = self.word_forms.keys() | self.fields.keys()
        # congresses and conferences are events unless a document cites them as its issuer
        self.names = {key: body for key, body in self.names.items() if not key.startswith(_EVENTS)}
        starts = set(self.names) | {key for key in self.heads if not key.startswith(_EVENTS)}
        self.body_start = words_pattern(starts)
        self.head = words_pattern(k for k, h in self.heads.items() if h.naming)
        self.homonyms = frozenset(k for k, u in self.units.items() if u.kind == "homonym")
        self.homonym = words_pattern(self.homonyms)
        short_heads = frozenset(k for k, h in self.heads.items() if h.naming == "field" and " " not in k)
        self.capital_heads = short_heads - _FREE_HEADS
        self.trailing_area = re.compile(rf"{GAP}(?:{_trie(self.areas)})$")
        self.office = words_pattern(self.offices.keys() | self.office_shorts.keys())
        self.unit = words_pattern(self.units)
        self.field = words_pattern(self.fields)
        self.word = words_pattern(words)
        self.area = words_pattern(self.areas)
        self.province = words_pattern(self.provinces)
        verbs = {key_of(v.lemma) for v in knowledge.verbs} | {key_of(m.lemma) for m in knowledge.modifiers}
        self.verb = words_pattern(verbs)
        governing = {f.lemma for f in knowledge.verb_frames if "governs" in f.frames}
        self.governing = words_pattern(key_of(lemma) for lemma in governing)
        functional = set(FUNCTION_WORDS.split("|"))
        self.function = words_pattern(functional)
        self.stop = words_pattern(verbs | functional)
        # most registered names begin with a head, which finds them
        headless = {key for key in self.names if not self.head.match(key) and not self.office.match(key)}
        anchors = headless | set(self.heads) | set(self.offices) | set(self.office_shorts) | set(self.units) | set(QUANTIFIERS.split("|"))
        self.anchor = re.compile(rf"(?<![\w/&-])(?:{_trie(anchors)})(?:(?<=\.)|(?!\w))")
        self.head_forms = {k: " ".join(self.shorts.get(w, w) for w in h.head.split()) for k, h in self.heads.items()}
        self.field_forms = {key: term.full for key, term in self.fields.items() if not term.exact}
        plain = set(FUNCTION_WORDS.split("|")) | set(self.areas)
        self.plain_words = frozenset(word for form in plain for word in form.split())
        self.quantifiers = frozenset(QUANTIFIERS.split("|"))

    def rewritten(self, key: str) -> str:
        """The full form for a registered form that is abbreviated or only begins the name, else an empty string.

        Other aliases are names of their own (*Tập đoàn Dầu khí Việt Nam*) and stay as printed.
        """
        body = self.names[key]
        if key in self.exact:
            spelled = self._spelled(self.exact[key])
            return body.name if body.name in spelled else spelled or body.name
        return body.name if body.kind == "office" and key_of(body.name).startswith(f"{key} ") else ""

    def _spelled(self, form: str) -> str:
        """An abbreviated form word by word, when that leaves no abbreviation: *Đài THVN*, *VCCI*."""
        first, _, rest = form.partition(" ")
        for head in [row.head for row in self.short_heads.get(first, [])] or [self.shorts.get(first, first)]:
            words = [head, *(self._word_in_full(w) for w in rest.split())]
            spelled = " ".join(words)
            if not _abbreviated(spelled) and (not rest or first not in self.short_heads or self.head_match(spelled)):
                return spelled
        return ""

    def _word_in_full(self, word: str) -> str:
        area = self.areas.get(key_of(word), "")
        return area or self.field_shorts.get(word) or self.unit_shorts.get(word) or self.shorts.get(word, word)

    def head_match(self, form: str) -> bool:
        """Whether a name begins with a known name that is longer than its first head."""
        key = key_of(form)
        found = self.body_start.match(key)
        return found is not None and found[0].count(" ") > 1


    def _in_assemblies(self, office: Office) -> bool:
        rows = [self.heads.get(key_of(head)) for head in office.of_heads]
        return all(row is not None and row.kind == "assembly" for row in rows)

    def long_forms(self) -> tuple[set[str], set[str]]:
        """Forms that are still known when a scanner has changed their marks, and those of them that need a capital."""
        # *sổ địa chính* is no *Sở Địa chính*
        names = {key for key in self.names.keys() - self.exact.keys() if not self._begins_with_field_head(key)}
        openers = names | self.heads.keys() | self.offices.keys()
        return openers | self.fields.keys() | self.areas.keys() | self.word_forms.keys(), openers

    def _begins_with_field_head(self, key: str) -> bool:
        head = self.head.match(key)
        return head is not None and self.heads[head[0]].naming == "field"

    def unplaced(self, name: str) -> str:
        """A name without the level at its end."""
        key = key_of(name)
        trailing = self.trailing_area.search(key)
        return name[: trailing.start()] if trailing else name


def _with_tight(rows: dict[str, _Row]) -> dict[str, _Row]:
    """Rows by key, also for print without blanks round the dash: *Đài Phát thanh-Truyền hình*."""
    return {key.replace(" - ", "-"): row for key, row in rows.items() if " - " in key} | rows


def _abbreviated(form: str) -> bool:
    """Whether a form has a word that only its capitals make one: *Bộ TN&MT*, *TTg*."""
    return any(sum(c.isupper() for c in word) + any(c.isdigit() for c in word) > 1 for word in form.split())


def _left_to_grammar(
    key: str, openers: set[str], heads: dict[str, BodyHead], units: dict[str, BodyUnit]
) -> bool:
    """Forms the grammar reads further than a table: *Giám đốc Sở* (…), *UBND các xã* (…), two bodies joined by *và*."""
    opener, _, last = key.rpartition(" ")
    if opener in openers and last in heads and heads[last].naming == "field" and key not in openers:
        return True
    before, many, rest = key.rpartition(" các ")
    unit = units.get(rest.split(",")[0])
    return " và các " in key or before.endswith((" ct,", "chủ tịch,")) or key.startswith("ct,") or (bool(many) and unit is not None and unit.kind in {"area", "vague"})


def _registered(knowledge: Knowledge) -> Iterator[tuple[str, tuple[Body, str]]]:
    """Keys of registered forms; a name wins over an alias, the first row over later ones."""
    aliases: list[tuple[str, tuple[Body, str]]] = []
    names: list[tuple[str, tuple[Body, str]]] = []
    for body in knowledge.bodies:
        if body.kind in _NO_NAME_KINDS:
            continue
        if _usable(body.name):
            names.append((key_of(body.name), (body, body.name)))
        aliases.extend((key_of(alias), (body, alias)) for alias in body.aliases if _usable(alias))
    # later pairs of a dict win: aliases first, then names, each from the last row to the first
    yield from reversed(aliases)
    yield from reversed(names)


def _usable(form: str) -> bool:
    """Forms that begin a name by themselves: capitalised, one body, without a remark in parentheses."""
    return form[:1].isupper() and "(" not in form and len(form) > 1 and not form.startswith(("Các ", "Như "))


def _fields(knowledge: Knowledge, heads: dict[str, BodyHead]) -> dict[str, Term]:
    """Fields of state work: what follows *Bộ*, *Sở*, *Phòng* in registered names, and their abbreviations."""
    fields: dict[str, Term] = {}
    for short in knowledge.abbreviations:
        if short.scope == "field":
            fields.setdefault(key_of(short.short), Term(short.full, short.short))
    kinds = {"ministry", "department", "division"}
    longer = tuple(h.head for h in heads.values() if h.naming != "field")
    prefixes = tuple(f"{h.head} " for h in heads.values() if h.naming == "field" and h.kind in kinds)
    for body in knowledge.bodies:
        for name in (body.name, *body.aliases):
            prefix = next((p for p in prefixes if name.startswith(p)), "")
            field = _AREA_AT_END.sub("", name[len(prefix) :])
            if not prefix or any(
                word.startswith(prefix) and len(word) > len(prefix) for word in longer if name.startswith(word)
            ):
                continue
            if field[:1].isupper() and not any(word.isupper() for word in field.split()):
                canonical = body.name[len(prefix) :] if body.name.startswith(prefix) else field
                for variant in _variants(field):
                    fields.setdefault(key_of(variant), Term(canonical))
    return fields


def _variants(field: str) -> Iterator[str]:
    """The ways to write the joints of a field: *Kinh tế và Hạ tầng*, *Kinh tế - Hạ tầng*, *Kinh tế & Hạ tầng*."""
    yield field
    if len(_CONNECTORS.findall(field)) == 1:
        # no comma: in a list, *Tài chính, Kế hoạch và Đầu tư* are two fields
        for joint in (" và ", " - ", "-", " & ", "&", " "):
            yield _CONNECTORS.sub(joint, field)
    elif field.count(" - ") == 1:
        yield field.replace(" - ", "-")
        yield field.replace(" - ", ", ", 1)


def _shorts(knowledge: Knowledge) -> dict[str, str]:
    """Abbreviations as printed; the first row of a form wins, bodies first (*Kho bạc NN* is no *Nông nghiệp*)."""
    shorts: dict[str, str] = {}
    # in names of bodies *CT*, *CV* are no directives and letters
    documents = {(d.code, d.name) for d in knowledge.document_types}
    for scope in ("body", "general", "field", "place"):
        for short in knowledge.abbreviations:
            plain = "/" not in short.short and not short.short.endswith(".")
            if short.scope == scope and plain and (short.short, key_of(short.full)) not in documents:
                shorts.setdefault(short.short, short.full)
    return shorts


def _office_shorts(knowledge: Knowledge, offices: dict[str, Office]) -> dict[str, Term]:
    """Abbreviated offices, those aside that also name a place: *PCT*, *CVP*, *TTr*."""
    places = {a.short for a in knowledge.abbreviations if a.scope == "place"}
    return {
        key_of(a.short): Term(a.full, a.short)
        for a in reversed(knowledge.abbreviations)
        if key_of(a.full) in offices and a.short not in places
    }


def _short_heads(knowledge: Knowledge, heads: dict[str, BodyHead]) -> dict[str, list[BodyHead]]:
    """Abbreviated heads with what each may stand for: *VP*, *TT* (Thường trực, Trung tâm)."""
    found: dict[str, list[BodyHead]] = {}
    for a in knowledge.abbreviations:
        row = heads.get(key_of(a.full))
        if a.scope == "body" and row is not None and row.naming and key_of(a.short) not in heads:
            found.setdefault(a.short, []).append(row)
            if len(a.short) == _DOTTED:
                found.setdefault(f"{a.short}.", []).append(row)
    return found


def _areas(knowledge: Knowledge) -> dict[str, str]:
    """Words for territorial levels, with their full forms: *tỉnh*, *TP.*"""
    areas = {key_of(u.unit): u.unit for u in knowledge.body_units if u.kind == "area"}
    for short in knowledge.abbreviations:
        if short.scope == "place" and short.full in areas:
            areas.setdefault(key_of(short.short), short.full)
    return areas
