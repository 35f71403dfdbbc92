"""The published schema: checked in, the same as the models, and kept by every output."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import vnstruct
from vnstruct.schema import json_schema

CHECKED_IN = json.loads((files("vnstruct") / "schema.json").read_text(encoding="utf-8"))


def test_checked_in_schema_has_not_drifted() -> None:
    # after an intended change: vnstruct schema > vnstruct/schema.json
    assert json_schema() == CHECKED_IN


def test_schema_is_valid_draft_2020_12() -> None:
    assert CHECKED_IN["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(CHECKED_IN)


def test_every_field_is_described_or_self_evident() -> None:
    """Fields without a description are those whose name says it all."""
    bare = {
        f"{model}.{field}"
        for model, definition in CHECKED_IN["$defs"].items()
        for field, value in definition["properties"].items()
        if "description" not in value and "$ref" not in value
    }
    plain = {"id", "kind", "start", "end", "doc_type", "number", "name", "date", "issuer", "title", "role", "modifier"}
    # links are named after what they link to
    plain |= {"actions", "coordinators", "supervisors", "references", "reports_to", "modality"}
    pinpoint = {"part", "chapter", "section", "article", "clause", "point", "subpoint", "paragraph", "appendix"}
    assert {name for name in bare if name.split(".")[1] not in plain | pinpoint} == set()


def test_output_is_valid() -> None:
    directive = vnstruct.structure("ỦY BAN NHÂN DÂN\nSố: 06/CT-UBND\n1. Giao Sở Y tế báo cáo trước ngày 25/12/2025.")
    jsonschema.validate(json.loads(directive.to_json()), CHECKED_IN)
