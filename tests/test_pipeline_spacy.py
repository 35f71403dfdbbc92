"""The stages as spaCy components: nothing is lost, and both ways to run them agree."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
import vnstruct

NAUGHTY = [
    "",
    " ",
    "\n\n  Chỉ thị\r\n\tsố 05-CT/TW  ",
    "U\u0309y ban\u200b nhân dân \U0001f600 \x00 \ufeff",
    "\u202eđảo\u202c (((([[[[ 1/1/1/1 ….",
    "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính báo cáo trước ngày 15/12/2025.",
]
VI = {"nlp": {"tokenizer": {"@tokenizers": "vnstruct.Tokenizer.v1"}}}


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return vnstruct.load()


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_survives_and_both_ways_agree(nlp: spacy.Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert doc._.directive == vnstruct.structure(text)


def test_stages_are_factories_of_their_own() -> None:
    blank = spacy.blank("vi", config=VI)
    for stage in ("layout", "references"):
        blank.add_pipe(f"vnstruct_{stage}")
    doc = blank("Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.")
    assert [span.text for span in doc.spans["references"]] == ["Chỉ thị số 05-CT/TW"]
    assert "bodies" not in doc.spans


def test_saved_pipeline_loads_again(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == nlp.pipe_names
    assert again(NAUGHTY[-1])._.directive == nlp(NAUGHTY[-1])._.directive
