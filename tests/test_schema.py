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


def test_models_of_trusted_values_are_whole_and_in_order() -> None:
    """Assembly builds models without validation: a field left out or out of order would show in the JSON."""
    directive = vnstruct.structure(
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nSố: 06/CT-UBND\nLào Cai, ngày 01 tháng 12 năm 2025\nCHỈ THỊ\nVề việc trồng rừng\n"
        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. Sở Y tế phối hợp với Công an tỉnh kiểm tra theo khoản 2 Điều 5 "
        "Nghị định số 115/2020/NĐ-CP, báo cáo trước ngày 25/12/2025.\nNơi nhận:\n- Như trên;\n- Lưu: VT."
    )
    empty = [name for name, value in directive if isinstance(value, list) and not value]
    assert empty == ["diagnostics"]
    assert directive.references[0].pinpoints
    assert vnstruct.Directive.model_validate_json(directive.to_json()).to_json() == directive.to_json()
