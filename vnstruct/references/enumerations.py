"""Enumerations: numbers that share a type word, a date, an issuer, a subject.

*các Công điện số 217/CĐ-TTg, 218/CĐ-TTg và 222/CĐ-TTg ngày 19/11/2025* is three telegrams of one day. Of *số A ngày d1, số
B ngày d2 của X về T* the issuer and the subject are those of all members, the dates each of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from vnstruct.references.citation import Citation
from vnstruct.references.codes import Codes
from vnstruct.references.letters import plain
from vnstruct.references.numbers import DocumentNumber, with_code_of
from vnstruct.references.types import TypeWords

AMENDED = (
    r"(?:,?\s{0,3}(?:và\s{1,3})?\(?(?:đã\s{1,3})?(?:được\s{1,3})?(?:sửa\s{1,3}đổi|bổ\s{1,3}sung|thay\s{1,3}thế)"
    r"(?:,?\s{1,3}(?:và\s{1,3})?(?:bổ\s{1,3}sung|thay\s{1,3}thế))?(?:\s{1,3}một\s{1,3}số\s{1,3}(?:điều|nội\s{1,3}dung))?\s{1,3}(?:bởi|tại|theo|bằng)\s{1,3}(?:quy\s{1,3}định\s{1,3})?(?:tại\s{1,3})?(?:các\s{1,3})?"
    r"|,?\s{0,3}(?:đã\s{1,3})?được\s{1,3}sửa\s{1,3}đổi,?\s{1,3}bổ\s{1,3}sung\s{1,3})"
)
"""The tail by which a citation names what amended it: *được sửa đổi, bổ sung một số điều bởi*."""
_SEPARATOR = re.compile(
    rf"\s{{0,3}}(?:[,;]\s{{0,3}})?(?:(?:và|cùng(?:\s{{1,2}}với)?|hoặc|hay|đến)\s{{1,3}})?(?:(?:các|tại|theo|từ)\s{{1,3}})?|{AMENDED}"
)
_SUBJECT_AND = re.compile(r"(?:[^.;\n]|\.(?!\s)|\n(?!\s))*?(?:,|\s(?:và|cùng))\s{1,3}(?:(?:các|tại|theo)\s{1,3})?")
_BODY_WORDS = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("bch", "ban chap hanh"))


def share(text: str, citations: list[Citation], types: TypeWords) -> None:
    """Give the members of every enumeration what they share, in place."""
    numbered = [c for c in citations if c.mention.kind == "numbered"]
    group: list[Citation] = []
    for previous, citation in pairwise([None, *numbered]):
        if citation is None:
            continue
        if previous is not None and _tight(text, previous, citation):
            group.append(citation)
        else:
            _share_all(group, types)
            if previous is not None and _loose(text, previous, citation):
                _inherit(previous, citation, types)
            group = [citation]
    _share_all(group, types)


def _tight(text: str, previous: Citation, citation: Citation) -> bool:
    """Whether only a separator, or an amendment tail, stands between a citation's date and issuer and the next one."""
    end = _core_end(previous)
    return end <= citation.start <= end + 80 and _SEPARATOR.fullmatch(text, end, citation.start) is not None


def _loose(text: str, previous: Citation, citation: Citation) -> bool:
    """Whether only the subject of a citation stands between: *Văn bản số 1 về việc A và Văn bản số 2 về việc B*."""
    end = _core_end(previous)
    return end <= citation.start <= end + 300 and _SUBJECT_AND.fullmatch(text, end, citation.start) is not None


def _core_end(citation: Citation) -> int:
    mention = citation.mention
    ends = [mention.end, *(span[1] for span in (mention.date_span, mention.issuer_span) if span and span[0] >= mention.end)]
    return max(ends)


def _inherit(previous: Citation, citation: Citation, types: TypeWords) -> None:
    """A number without a type word takes that of the one before, unless its code says another."""
    if citation.untyped and citation.number is not None and types.of_number(citation.number) is None:
        citation.mention.doc_type = previous.mention.doc_type
    before, after = previous.mention, citation.mention
    same_issuer = previous.number and citation.number and previous.number.codes[-1] == citation.number.codes[-1]
    if after.issuer is None and before.issuer_span and before.issuer_span[1] <= before.start and same_issuer:
        after.issuer, after.issuer_span = before.issuer, before.issuer_span


def _share_all(group: list[Citation], types: TypeWords) -> None:
    if len(group) < 2:
        return
    _share_type(group)
    _complete_serials(group)
    _share_issuer(group, types.codes)
    _share_date_and_subject(group)


def _share_type(group: list[Citation]) -> None:
    for previous, citation in pairwise(group):
        if citation.untyped:
            citation.mention.doc_type = previous.mention.doc_type


def _complete_serials(group: list[Citation]) -> None:
    """*số 01, 02/NQ-CP*: the first member's code is printed with the second."""
    completed: set[int] = set()
    for citation, following in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        bare_code = following.untyped or id(following) in completed
        if citation.short and bare_code and following.number is not None:
            completed.add(id(citation))
            serial = citation.mention.number or ""
            bare = DocumentNumber(citation.end - len(serial), citation.end, serial, serial, "", (), "slash")
            citation.number = with_code_of(bare, following.number)
            citation.mention.number = citation.number.text
            citation.short = False


def _share_issuer(group: list[Citation], codes: Codes) -> None:
    for citation, following in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        before, after = citation.mention, following.mention
        printed_after = after.issuer_span is not None and after.issuer_span[0] >= after.end
        if before.issuer is None and printed_after and agrees(codes, citation.number, after.issuer):
            before.issuer, before.issuer_span = after.issuer, after.issuer_span
    for citation, following in pairwise(group):
        before, after = citation.mention, following.mention
        told_before = before.issuer_span is not None and before.issuer_span[1] <= before.start
        if after.issuer is None and told_before and agrees(codes, following.number, before.issuer):
            after.issuer, after.issuer_span = before.issuer, before.issuer_span


def _share_date_and_subject(group: list[Citation]) -> None:
    """The only date, printed after the last member, is that of all members that share the type word."""
    last = group[-1].mention
    first = len(group) - 1
    while first > 0 and group[first].untyped:
        first -= 1
    members = [c.mention for c in group[first:-1]]
    if last.date and not any(m.date for m in members):
        for mention in members:
            mention.date, mention.date_span = last.date, last.date_span
    if last.title and not any(m.title for m in members):
        for mention in members:
            mention.title, mention.title_span = last.title, last.title_span


def agrees(codes: Codes, number: DocumentNumber | None, issuer: str | None) -> bool:
    """Whether an issuer may have issued a document of this number: 31/TB-VPCP is none of the Prime Minister's.

    True when the code is unknown; *TW* stands for every central organ of the Party.
    """
    if number is None or not issuer:
        return True
    names = [name for code in number.codes for name in codes.issuer_names(code)]
    if not names or any(code in ("TW", "TƯ") for code in number.codes):
        return True
    printed = _comparable(issuer)
    return any(part in printed or printed in part for name in names for part in map(_comparable, re.split(r"[;/]", name)))


def _comparable(name: str) -> str:
    folded = " ".join(plain(name).lower().split())
    for short, full in _BODY_WORDS:
        folded = re.sub(rf"\b{short}\b", full, folded)
    return folded
