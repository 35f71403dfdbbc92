"""The citation graph over several documents."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from vnstruct.analysis import Analysis
from vnstruct.assembly import assemble
from vnstruct.knowledge import load_knowledge
from vnstruct.layout.stage import LayoutStage
from vnstruct.references.graph import CitationGraph, relations
from vnstruct.references.stage import ReferenceStage
from vnstruct.schema import Source

PLAN = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ GIANG\tĐộc lập - Tự do - Hạnh phúc

Số: 41/KH-UBND\tHà Giang, ngày 05 tháng 3 năm 2021

KẾ HOẠCH
Trồng rừng năm 2021

Thực hiện Chỉ thị số 7/CT-UBND ngày 01/3/2021 của UBND tỉnh Hà Giang và Nghị định 45/2020/NĐ-CP được sửa đổi, bổ sung
bởi Nghị định 12/2021/NĐ-CP, Ủy ban nhân dân tỉnh ban hành Kế hoạch này.
"""
DIRECTIVE = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ GIANG\tĐộc lập - Tự do - Hạnh phúc

Số: 7/CT-UBND\tHà Giang, ngày 01 tháng 3 năm 2021

CHỈ THỊ
Về trồng rừng

Căn cứ Nghị định 45/2020/NĐ-CP, các sở thi hành Chỉ thị này.
"""


@pytest.fixture(scope="module")
def graph() -> CitationGraph:
    knowledge = load_knowledge()
    directives = []
    for text in (PLAN, DIRECTIVE):
        analysis = Analysis.of(text)
        LayoutStage(knowledge)(analysis)
        ReferenceStage(knowledge)(analysis)
        directives.append(assemble(analysis, Source(path=f"{len(directives)}.txt")))
    return relations(directives)


def test_edges(graph: CitationGraph) -> None:
    numbers = {id_: node.number for id_, node in graph.nodes.items()}
    edges = {(numbers[e.origin], e.relation, numbers[e.target]) for e in graph.edges}
    assert edges == {
        ("41/KH-UBND", "implements", "7/CT-UBND"),
        ("41/KH-UBND", "implements", "45/2020/NĐ-CP"),
        ("45/2020/NĐ-CP", "amended_by", "12/2021/NĐ-CP"),  # what the plan tells of others
        ("7/CT-UBND", "based_on", "45/2020/NĐ-CP"),
    }


def test_a_document_cited_and_given_is_one_node(graph: CitationGraph) -> None:
    nodes = [node for node in graph.nodes.values() if node.number == "7/CT-UBND"]
    assert [node.source for node in nodes] == ["1.txt"]


def test_edges_know_their_place(graph: CitationGraph) -> None:
    edge = next(e for e in graph.edges if graph.nodes[e.target].number == "12/2021/NĐ-CP")
    assert PLAN[edge.start : edge.end] == "Nghị định 12/2021/NĐ-CP"
    assert graph.nodes[edge.document].number == "41/KH-UBND"


def test_json(graph: CitationGraph) -> None:
    content = json.loads(graph.to_json())
    ids = {node["id"] for node in content["nodes"]}
    assert len(ids) == len(graph.nodes) == 4
    assert {end for edge in content["edges"] for end in (edge["origin"], edge["target"])} <= ids


def test_graphml(graph: CitationGraph) -> None:
    root = ElementTree.fromstring(graph.to_graphml())
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = {key.attrib["id"] for key in root.findall("g:key", space)}
    assert {data.attrib["key"] for data in root.iterfind(".//g:data", space)} <= keys
    assert len(root.findall(".//g:node", space)) == len(graph.nodes)
    assert len(root.findall(".//g:edge", space)) == len(graph.edges)


def test_no_documents() -> None:
    assert relations([]).to_json() == '{"nodes": [], "edges": []}'
