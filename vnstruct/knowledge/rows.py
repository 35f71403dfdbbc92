"""The row types of the knowledge tables: one field per column.

Fields common to several tables:

- ``source``: where the fact comes from; every row has one.
- ``valid_from`` / ``valid_to``: ISO dates (``2025-02-28``), months or years, as precise as known; empty when unknown
  or still valid.
- ``successor``: the key of the row that holds the remit today; ``other_successors`` when it was split.
- ``aliases``: other forms met in official documents, safe to match. ``ambiguous_aliases``: forms that also mean
  something else (*TCT*: Tổng cục Thuế, Tổng công ty, Tổ công tác); use them only where the context decides.

Names are NFC, with the tone mark in the new place (*hòa*, *ủy*) and plain hyphens: the form of the normalised view.
"""

from __future__ import annotations

from dataclasses import dataclass

Names = tuple[str, ...]
"""A cell with several values, separated by ``|``."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document in one system of documents: state, assembly, party, court, organisation, treaty, standard.

    ``code`` is what stands in numbers (``NĐ`` in 115/2020/NĐ-CP; empty for types without one), ``variants`` its other
    spellings (``ND``), ``name`` the type in lower case (*nghị định*), ``aliases`` its other names, ``kind`` the kind
    that a document of this type is in the output, ``normative`` whether documents of this type are legal norms (for
    *nghị quyết* and *quyết định* it depends on the issuer and the year in the number: then false).
    """

    name: str
    system: str
    code: str = ""
    name_en: str = ""
    kind: str = "other"
    normative: bool = False
    aliases: Names = ()
    variants: Names = ()
    valid_from: str = ""
    valid_to: str = ""
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer code, as it stands in the numbers of documents (``CP`` in 115/2020/NĐ-CP).

    Several rows may share a code (``CT``: Cục Thuế, Chủ tịch); ``variant_of`` is set for spellings of another code
    (``BGD&ĐT`` for ``BGDĐT``), ``document_types`` lists type codes that the issuer is known to use.
    """

    code: str
    name: str
    level: str = ""
    valid_from: str = ""
    valid_to: str = ""
    successor_code: str = ""
    variant_of: str = ""
    document_types: Names = ()
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body, an office of one person, or a fixed group of bodies, by ``id`` (a stable slug)."""

    id: str
    name: str
    aliases: Names = ()
    ambiguous_aliases: Names = ()
    kind: str = ""
    level: str = ""
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    other_successors: Names = ()
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally-run city; ``successor`` is the code of the present unit that contains its seat.

    ``code`` is the statistical code of its time (units that ended before 2004 have none), so a code alone may mean
    different units in different years: 15 was Yên Bái and is Lào Cai.
    """

    name: str
    code: str = ""
    full_name: str = ""
    kind: str = ""
    aliases: Names = ()
    ambiguous_aliases: Names = ()
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    other_successors: Names = ()
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A constitution, code, law or ordinance; its generations are rows of their own, told apart by ``number``.

    ``replaced_by`` and ``amends`` hold numbers of other rows, ``misprints`` wrong numbers met in documents.
    Generations share their ``aliases``: the date of the citing document decides among them.
    """

    name: str
    number: str = ""
    date: str = ""
    aliases: Names = ()
    ambiguous_aliases: Names = ()
    kind: str = ""
    effective_from: str = ""
    effective_to: str = ""
    replaced_by: Names = ()
    amends: Names = ()
    misprints: Names = ()
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document cited by a name of its own: resolutions of congresses, programmes, schemes, treaties."""

    name: str
    number: str = ""
    aliases: Names = ()
    ambiguous_aliases: Names = ()
    doc_type: str = ""
    issuer: str = ""
    date: str = ""
    category: str = ""
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that heads a task (``perform``), directs (``assign``) or forbids (``prohibit``).

    ``lemma`` is the longest fixed form, without object or modifier. ``risky`` marks short verbs that also are nouns
    or parts of other words (*thu*, *cấp*, *giao*): accept them only at the head of a clause.
    """

    lemma: str
    kind: str
    verb_class: str = ""
    risky: bool = False
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """How a verb behaves in its clause, by ``frames``.

    ``governs``: takes a verb phrase (*chỉ đạo rà soát*); ``firm``: after a comma it nearly always begins a phrase of
    its own, even after nouns made of verbs (*công tác kiểm tra, giám sát, báo cáo UBND tỉnh*); ``partner``: the bodies
    after it work along (*phối hợp với*); ``recipient``: the body after it receives (*báo cáo*, *trình*); ``stance``: an
    act of the speaker, no task (*đánh giá cao*, *ghi nhận*); ``proxy``: says for whom, the verb after it says what
    (*thay mặt Chính phủ ký*); ``breaks``: ends a chain of nouns made of verbs; ``compound``: no verb at all, a word
    that begins like one (*tổ chức đảng*, *giao thông*); ``light``: only its first word is the verb, the rest its
    object (*có phương án*); ``thing``: as often a noun, which it is when it follows one (*quy trình, quy định cụ thể*);
    ``named``: right after a body it is more of the name (*Công đoàn* giáo dục *Việt Nam*); ``addressed``: directs only
    those it names (*mời*, *kiến nghị*); ``enacts``: an act of an issuer that charges nobody with work (*ban hành*,
    *chỉ định*); ``describes``: with its object it may say which parties are meant (*các doanh nghiệp* cung cấp dịch vụ
    viễn thông); ``titles``: alone before a colon it is a heading (*Phân công nhiệm vụ:*); ``mere``:
    without an object it says that there is work, not which (*chủ trì, phối hợp thực hiện*).
    """

    lemma: str
    frames: Names = ()
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that may stand before a verb without being the task: *tiếp tục*, *chủ động*, *có trách nhiệm*."""

    lemma: str
    modifier_class: str = ""
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class FunctionWord:
    """A word of a closed class, by what it tells about the verb after it.

    ``function``: ``purpose`` (*nhằm* nâng cao), ``focus`` (*nhất là* kiểm tra), ``preposition``, ``past``, ``state``
    (*còn* thiếu), ``determiner`` (*các* chỉ đạo), ``and``, ``condition``, ``relative`` (*do* Sở Y tế chủ trì),
    ``negation``, ``nominal`` (nouns that a verb completes: *công tác* kiểm tra, *phương án* sơ tán), ``then``,
    ``pointer`` (*nêu trên*); empty for words that only open a phrase. ``fronts``: opens a phrase before the main clause
    (*Trên cơ sở* đề xuất của các đơn vị, Sở Tài chính …).
    """

    lemma: str
    function: str = ""
    fronts: bool = False
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class BodyHead:
    """A word with which the names of bodies begin when no table can list them all: *Sở*, *Trường THPT*, *Chi cục*.

    ``naming``: how the name goes on: ``field`` (a field of state work: Sở *Y tế*), ``proper`` (a capitalised name:
    Bệnh viện *Bạch Mai*), ``subject`` (what it is for, often in lower case: Ban Chỉ đạo *phòng, chống dịch*), ``whole``
    (complete by itself; only a level, a place or a superior body follows: Công an *tỉnh*), ``open`` (complete by
    itself, but capitals may go on: Công đoàn *Giáo dục Việt Nam*); empty: no head of a name. ``lower``: whether the
    head stands in lower case: ``yes`` (*sở tài chính*), ``no`` (in lower case a verb or a common noun: *thanh tra*);
    empty: what its naming says.
    """

    head: str
    kind: str = ""
    level: str = ""
    naming: str = ""
    lower: str = ""
    valid_to: str = ""
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class BodyUnit:
    """A common noun that sets of bodies are made of: các *sở*, *ban*, *ngành*.

    ``kind``: ``core`` (a definite set of bodies), ``area`` (territorial units, which act through their authorities),
    ``vague`` (*cơ quan*, *đơn vị*: counts only when it acts), ``public`` (the governed: *doanh nghiệp*), ``companion``
    (no body; stands in lists with bodies: cơ quan, tổ chức, *cá nhân*), ``homonym`` (no such noun, only a word that
    contains one: *cán bộ*, *trụ sở*). ``described``: what words after the noun do: ``types`` (a list of types narrows
    it: trường *mầm non, tiểu học*), ``one`` (a description names one body: cơ quan *dự báo khí tượng thủy văn*),
    ``apposed`` (likewise, but a name after it is the body: lực lượng | *Công an xã*).
    """

    unit: str
    kind: str = ""
    described: str = ""
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word or term that names of bodies are made of: *xúc tiến*, *phòng, chống thiên tai*.

    ``modified``: *yes* when a verb after it only says which: *dự án* đầu tư, *phong trào* thi đua.
    """

    word: str
    modified: str = ""
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """The title of an office that may stand before a body: *Giám đốc* (Sở …), *Phó Chủ tịch* (UBND …)."""

    title: str
    of_heads: Names = ()
    deputy: bool = False
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for; ``scope`` says where it is used: body, field, place or general."""

    short: str
    full: str
    scope: str = "general"
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class LayoutCue:
    """A word or phrase that tells what a row of a page is.

    ``kind``: ``opener`` (a text begins), ``grounds`` (a ground begins), ``closing`` (the last sentences begin),
    ``attachment`` (an annex begins), ``portal`` (furniture of web pages, on short rows) and ``portal_text`` (on any
    row), ``urgency`` and ``secrecy`` (stamps), ``dangling`` (needs what follows: no row ends a sentence with it),
    ``joining`` (the same in titles), ``lead_in`` (makes a sentence of what ends with a colon).
    """

    kind: str
    cue: str
    source: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname, by which signers are told from places and offices."""

    surname: str
    source: str = ""
    notes: str = ""
