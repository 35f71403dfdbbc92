"""Enumerations: numbers that share a type word, a date, an issuer, a subject.

*các Công điện số 217/CĐ-TTg, 218/CĐ-TTg và 222/CĐ-TTg ngày 19/11/2025* is three telegrams of one day. Of *số A ngày
d1, số B ngày d2 của X về T* the issuer and the subject are those of all members, the dates each of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from vnstruct.references.body_names import BodyNames
from vnstruct.references.citation import Citation
from vnstruct.references.codes import Codes
from vnstruct.references.numbers import DocumentNumber, with_code_of
from vnstruct.references.patterns import compiled, spaced
from vnstruct.references.types import TypeWords

AMENDED = spaced(
    r"""(?:,?~(?:và )?\(?(?:đã )?(?:được )?(?:sửa đổi|bổ sung|thay thế)(?:,? (?:và )?(?:bổ sung|thay thế))?
    (?: một số (?:điều|nội dung))? (?:bởi|tại|theo|bằng) (?:quy định )?(?:tại )?(?:các )?
    |,?~(?:đã )?được sửa đổi,? bổ sung )"""
)
"""The tail by which a citation names what amended it: *được sửa đổi, bổ sung một số điều bởi*."""
_SEPARATOR = re.compile(
    spaced("~(?:[,;]~)?(?:(?:và|cùng(?: với)?|hoặc|hay|đến) )?(?:(?:các|tại|theo|từ) )?") + f"|{AMENDED}"
)
_SUBJECT_AND = compiled(r"(?:[^.;\n]|\.(?!\s)|\n(?!\s))*?(?:[,;]| (?:và|cùng)) (?:(?:các|tại|theo) )?")


def share(text: str, citations: list[Citation], types: TypeWords, bodies: BodyNames) -> None:
    """Give the members of every enumeration what they share, in place."""
    numbered = [c for c in citations if c.mention.kind == "numbered"]
    group: list[Citation] = []
    for previous, citation in pairwise([None, *numbered]):
        if citation is None:
            continue
        if previous is not None and _tight(text, previous, citation):
            group.append(citation)
        else:
            _share_all(group, types.codes, bodies)
            if previous is not None and _loose(text, previous, citation):
                _inherit(previous, citation, types)
            group = [citation]
    _share_all(group, types.codes, bodies)


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
    spans = (mention.date_span, mention.issuer_span)
    return max([mention.end, *(span[1] for span in spans if span and span[0] >= mention.end)])


def _inherit(previous: Citation, citation: Citation, types: TypeWords) -> None:
    """A number without a type word takes that of the one before, unless its code says another."""
    if citation.untyped and citation.number is not None and types.of_number(citation.number) is None:
        citation.mention.doc_type = previous.mention.doc_type
    before, after = previous.mention, citation.mention
    same_issuer = previous.number and citation.number and previous.number.codes[-1] == citation.number.codes[-1]
    if after.issuer is None and same_issuer and (citation.untyped or _told_first(previous)):
        after.issuer, after.issuer_span = before.issuer, before.issuer_span


def _share_all(group: list[Citation], codes: Codes, bodies: BodyNames) -> None:
    if len(group) < 2:
        return
    _share_type(group)
    _complete_serials(group)
    _share_issuer(group, codes, bodies)
    _share_date_and_subject(group)


def _share_type(group: list[Citation]) -> None:
    if group[0].untyped:
        return  # "số 204/QĐ-BYT và số 118/UBND-NC": each is what its code says
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


def _share_issuer(group: list[Citation], codes: Codes, bodies: BodyNames) -> None:
    for citation, following in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        before, after = citation.mention, following.mention
        printed_after = after.issuer_span is not None and after.issuer_span[0] >= after.end
        if before.issuer is None and printed_after and agrees(codes, bodies, citation.number, after.issuer):
            before.issuer, before.issuer_span = after.issuer, after.issuer_span
    for citation, following in pairwise(group):
        before, after = citation.mention, following.mention
        carried = _told_first(citation) or (following.untyped and before.issuer is not None)
        if after.issuer is None and carried and agrees(codes, bodies, following.number, before.issuer):
            after.issuer, after.issuer_span = before.issuer, before.issuer_span


def _told_first(citation: Citation) -> bool:
    """Whether the issuer is printed before the number, so that it is said of all that follow."""
    span = citation.mention.issuer_span
    return span is not None and span[1] <= citation.end


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


# "Ủy ban Thường vụ Quốc hội khóa 13" is that of UBTVQH13, which the table calls "khóa XIII"
_TERM = re.compile(r" khoa \w{1,5}$")


def agrees(codes: Codes, bodies: BodyNames, number: DocumentNumber | None, issuer: str | None) -> bool:
    """Whether an issuer may have issued a document of this number: 31/TB-VPCP is none of the Prime Minister's.

    True when the code is unknown; *TW* stands for every central organ of the Party.
    """
    if number is None or not issuer:
        return True
    known = _issuers_of(codes, bodies, number)
    if not known or any(code in ("TW", "TƯ") for code in number.codes):
        return True
    printed = _TERM.sub("", bodies.comparable(issuer))
    return any(part in printed or printed in part for part in known)


def owns(codes: Codes, bodies: BodyNames, number: DocumentNumber | None, issuer: str) -> bool:
    """Whether the code of a number stands for this very issuer: NĐ-CP for Chính phủ."""
    return number is not None and _TERM.sub("", bodies.comparable(issuer)) in _issuers_of(codes, bodies, number)


def _issuers_of(codes: Codes, bodies: BodyNames, number: DocumentNumber) -> list[str]:
    """The issuers a number may be of, in comparable form."""
    names = [name for code in number.codes for name in codes.issuer_names(code)]
    return [_TERM.sub("", bodies.comparable(part)) for name in names for part in re.split(r"[;/]", name)]
