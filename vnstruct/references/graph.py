"""The citation graph of a set of structured documents: who cites, amends, replaces or is based on whom."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any
from xml.etree import ElementTree

from vnstruct.references.uri import Uri
from vnstruct.schema import CitedDocument, Directive, Reference, Relation

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


@dataclass(frozen=True, slots=True)
class Node:
    """A document: one of those given (``source`` is where it was read), or one that they cite."""

    id: str
    doc_type: str | None = None
    number: str | None = None
    name: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two documents; ``start`` and ``end`` are where the text of ``document`` says so.

    ``document`` is the id of the node whose text it is: not always ``origin``, for a text may say of a document it
    cites that another amended it.
    """

    origin: str
    target: str
    relation: Relation
    document: str
    start: int
    end: int


@dataclass(slots=True)
class CitationGraph:
    """Documents and the relations between them."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def to_json(self, *, indent: int | None = None) -> str:
        """``{"nodes": [...], "edges": [...]}``; the ends of an edge are ids of nodes."""
        content = {"nodes": [asdict(n) for n in self.nodes.values()], "edges": [asdict(e) for e in self.edges]}
        return json.dumps(content, ensure_ascii=False, indent=indent)

    def to_graphml(self) -> str:
        """The graph in GraphML, as Gephi, yEd and networkx read it."""
        root = ElementTree.Element("graphml", xmlns=_NAMESPACE)
        node_fields = [name for name in Node.__slots__ if name != "id"]
        edge_fields = ["relation", "document", "start", "end"]
        for owner, names in (("node", node_fields), ("edge", edge_fields)):
            for name in names:
                kind = "int" if name in ("start", "end") else "string"
                attributes = {"id": f"{owner}.{name}", "for": owner, "attr.name": name, "attr.type": kind}
                ElementTree.SubElement(root, "key", attributes)
        graph = ElementTree.SubElement(root, "graph", edgedefault="directed")
        for node in self.nodes.values():
            _element(graph, "node", {"id": node.id}, node, node_fields)
        for edge in self.edges:
            _element(graph, "edge", {"source": edge.origin, "target": edge.target}, edge, edge_fields)
        ElementTree.indent(root)
        return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def relations(directives: Iterable[Directive]) -> CitationGraph:
    """The citation graph of structured documents.

    Every document is a node, and so is every work it cites; a work cited by several documents, or given itself, is one
    node, known by its URI. Each mention that resolves is an edge from its document, except where an amendment is told
    (*Luật A được sửa đổi bởi Luật B*): that edge runs from the amended document to the amending one.

    >>> from vnstruct import structure
    >>> graph = relations([structure("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;")])
    >>> [(edge.relation, graph.nodes[edge.target].number) for edge in graph.edges]
    [('based_on', '30/2020/NĐ-CP')]
    """
    graph = CitationGraph()
    given = list(directives)
    own_ids = [_own_id(directive, position) for position, directive in enumerate(given, start=1)]
    for directive, own_id in zip(given, own_ids, strict=True):
        header = directive.header
        printed = (header.doc_type, header.number, None, header.date, header.issuer, header.title)
        graph.nodes[own_id] = Node(own_id, *printed, directive.source.path)
    for directive, own_id in zip(given, own_ids, strict=True):
        _add(graph, directive, own_id)
    return graph


def _own_id(directive: Directive, position: int) -> str:
    """The URI of a document by its header; a letter without a number has only its place among those given."""
    own = next((work for work in directive.cited_documents if work.own), None)
    if own is not None and own.uri and own.number:
        return own.uri
    header = directive.header
    if header.number is None:
        return f"document-{position}"
    issuer, date = header.issuer or "", header.date or ""
    return str(Uri.of("doc", header.doc_type or "văn bản", issuer=issuer, date=date, number=header.number))


def _add(graph: CitationGraph, directive: Directive, own_id: str) -> None:
    ids = {work.id: own_id if work.own else _node_id(own_id, work) for work in directive.cited_documents}
    for work in directive.cited_documents:
        node_id = ids[work.id]
        if node_id not in graph.nodes:
            graph.nodes[node_id] = Node(
                node_id, work.doc_type, work.number, work.name, work.date, work.issuer, work.title
            )
    amended = own_id
    for reference in directive.references:
        if reference.document is None or ids[reference.document] == own_id:
            continue
        target = ids[reference.document]
        origin = _origin(reference, own_id, amended)
        if origin != target:
            graph.edges.append(Edge(origin, target, reference.relation, own_id, reference.start, reference.end))
        if reference.relation != "amended_by":
            amended = target


def _origin(reference: Reference, own_id: str, amended: str) -> str:
    return amended if reference.relation == "amended_by" else own_id


def _node_id(own_id: str, work: CitedDocument) -> str:
    """The work's URI; a work of which no more than the type is known is one of its document alone."""
    known = work.uri is not None and (work.number or work.name)
    return work.uri if known and work.uri else f"{own_id}#{work.id}"


__all__ = ["CitationGraph", "Edge", "Node", "relations"]


def _element(parent: Any, tag: str, attributes: dict[str, str], item: Node | Edge, names: list[str]) -> None:
    element = ElementTree.SubElement(parent, tag, attributes)
    owner = "node" if isinstance(item, Node) else "edge"
    for name in names:
        value = getattr(item, name)
        if value is not None:
            ElementTree.SubElement(element, "data", key=f"{owner}.{name}").text = _printable(str(value))


def _printable(text: str) -> str:
    """XML allows no control characters."""
    return "".join(c for c in text if c in "\t\n\r" or c >= " ")
