"""Work URIs of official documents, in the style of Akoma Ntoso."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Literal, get_args

from vnstruct.references.letters import slug

DocClass = Literal["act", "doc", "judgment"]
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_UNKNOWN = "_"
_CLASSES = frozenset(get_args(DocClass))


@dataclass(frozen=True, slots=True)
class Uri:
    """The URI of a work: ``/akn/vn/act/nghi-dinh/chinh-phu/2020-09-25/115-2020-nd-cp``.

    ============  =====================================================================================================
    ``doc_class``  ``act`` (acts of authority: laws, decrees, decisions, resolutions, directives), ``judgment``, or
                  ``doc`` (letters, reports, plans and whatever else)
    ``doc_type``   the type's slug: ``nghi-dinh``, ``thong-tu-lien-tich``
    ``issuer``     the issuer's slug: ``chinh-phu``; ``""`` when unknown
    ``date``       date of issue, ISO, as precise as known: ``2020-09-25``, ``2020-09``, ``2020``; ``""`` when unknown
    ``number``     the number's slug (``115-2020-nd-cp``), or that of the name for a work without number
    ============  =====================================================================================================

    In the string the parts follow ``/akn/vn`` in this order, one path segment each; an unknown part is ``_``. Slugs are
    lower-case ASCII letters and digits joined by single hyphens: marks removed, ``đ`` as ``d``, all else a hyphen.
    Equal works have equal URIs as far as the same parts are known; ``Uri.parse(str(u)) == u`` for every ``u``.

    Raises ``ValueError`` for parts that are no slugs or dates, and ``Uri.parse`` for strings of another form.

    >>> str(Uri("act", "nghi-dinh", "chinh-phu", "2020-09-25", "115-2020-nd-cp"))
    '/akn/vn/act/nghi-dinh/chinh-phu/2020-09-25/115-2020-nd-cp'
    >>> Uri.parse("/akn/vn/doc/cong-van/_/_/12-ubnd-vx").issuer
    ''
    """

    doc_class: DocClass
    doc_type: str
    issuer: str = ""
    date: str = ""
    number: str = ""

    def __post_init__(self) -> None:
        if self.doc_class not in _CLASSES:
            raise ValueError(f"unknown class {self.doc_class!r}")
        if not self.doc_type:
            raise ValueError("a work needs a type")
        for name in ("doc_type", "issuer", "number"):
            value = getattr(self, name)
            if value and not _SLUG.fullmatch(value):
                raise ValueError(f"{name} {value!r} is no slug")
        if self.date and not _DATE.fullmatch(self.date):
            raise ValueError(f"date {self.date!r} is no ISO date")

    @classmethod
    def of(cls, doc_class: DocClass, doc_type: str, *, issuer: str = "", date: str = "", number: str = "") -> Uri:
        """Build the URI from the parts as printed.

        >>> str(Uri.of("act", "Chỉ thị", issuer="Bộ Chính trị", number="05-CT/TW"))
        '/akn/vn/act/chi-thi/bo-chinh-tri/_/05-ct-tw'
        """
        known = date if _DATE.fullmatch(date) else ""
        return cls(doc_class, slug(doc_type) or "van-ban", slug(issuer), known, slug(number))

    @classmethod
    def parse(cls, text: str) -> Uri:
        """Read a URI that ``str`` wrote."""
        parts = text.split("/")
        if len(parts) != 3 + len(fields(cls)) or parts[:3] != ["", "akn", "vn"]:
            raise ValueError(f"{text!r} is no work URI")
        doc_class, *rest = parts[3:]
        if "" in rest:
            raise ValueError(f"{text!r} has an empty part")
        doc_type, issuer, date, number = ("" if part == _UNKNOWN else part for part in rest)
        return cls(doc_class, doc_type, issuer, date, number)  # type: ignore[arg-type]  # checked on construction

    def __str__(self) -> str:
        parts = (self.doc_class, self.doc_type, self.issuer, self.date, self.number)
        return "/akn/vn/" + "/".join(part or _UNKNOWN for part in parts)
