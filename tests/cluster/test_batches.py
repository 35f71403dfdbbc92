"""Record batches in and out, without an engine."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import vnstruct
from tests.cluster.documents import NAMED_LIKE_A_FILE, ORDER, json_of, outcome
from tests.shell.documents import body_docx, html_page, paragraph, pdf
from vnstruct.cluster import Options, output_schema, structure_batches
from vnstruct.errors import InvalidColumns
from vnstruct.readers import Limits
from vnstruct.schema import Directive

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

KIND = Options(layers=("kind",))


def table(texts: list[str | None], ids: list[Any] | None = None) -> Any:
    """A record batch of texts."""
    return pa.record_batch({"id": pa.array(ids or list(range(len(texts)))), "text": pa.array(texts, pa.string())})


def rows(*batches: Any, **arguments: Any) -> list[dict[str, Any]]:
    """All rows of the result."""
    return [row for batch in structure_batches(batches, **arguments) for row in batch.to_pylist()]


def codes(result: list[dict[str, Any]]) -> list[str | None]:
    """The code of each row's error."""
    return [row["error"] and row["error"]["code"] for row in result]


# --- texts ---


def test_the_json_is_that_of_the_local_batch(samples: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted(samples.glob("*.txt"))]
    texts += ["dòng\r\nmột\ttab\u00a0\u200b\U0001f4dc", unicodedata.normalize("NFD", ORDER)]
    got = rows(table([text + "\n" for text in texts]))
    assert [row["json"] for row in got] == json_of(texts)
    assert [row["id"] for row in got] == list(range(len(texts)))
    assert codes(got) == [None] * len(texts)


def test_a_text_is_never_taken_for_a_file_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(NAMED_LIKE_A_FILE).write_bytes(body_docx(paragraph(ORDER)))
    (row,) = rows(table([NAMED_LIKE_A_FILE]), options=Options(layers=("source",), text=True))
    assert (row["text"], row["source"]["path"]) == (NAMED_LIKE_A_FILE, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, "empty-document"),  # null
        ("", None),  # an empty string is a text, as in the local batch
        (ORDER, None),
    ],
)
def test_null_and_empty(text: str | None, code: str | None) -> None:
    (row,) = rows(table([text]))
    assert codes([row]) == [code]
    assert (row["json"] is None) == (row["header"] is None) == (code is not None)


def test_a_string_column_with_bytes_that_are_no_text() -> None:
    offsets, data = pa.py_buffer(b"\0\0\0\0\3\0\0\0\x05\0\0\0"), pa.py_buffer(b"A\xffBok")
    texts = pa.Array.from_buffers(pa.string(), 2, [None, offsets, data])
    got = rows(pa.record_batch({"id": [1, 2], "text": texts}), options=KIND)
    assert codes(got) == ["unknown-encoding", None]


def test_ids_are_handed_through_whatever_they_are() -> None:
    for ids in (["x", "x", None], [7, 7, 8], [{"a": 1}, None, {"a": 2}]):
        assert [row["id"] for row in rows(table([ORDER, "", ORDER], ids), options=KIND)] == ids


def test_other_columns_are_kept_when_asked_for() -> None:
    batch = pa.record_batch({"so_hieu": ["a", "b"], "noi_dung": [ORDER, None], "tinh": ["x", "y"], "thua": [1, 2]})
    got = rows(
        batch, text_column="noi_dung", id_column="so_hieu", keep=["tinh"], options=Options(layers=(), json=False)
    )
    assert [(row["so_hieu"], row["tinh"]) for row in got] == [("a", "x"), ("b", "y")]
    assert set(got[0]) == {"so_hieu", "tinh", "error"}


def test_no_rows_and_no_batches() -> None:
    assert rows() == []
    assert rows(table([])) == []
    assert rows(table([]), table([ORDER]), table([]), options=KIND)[0]["kind"]


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "binary", "large_binary", "binary_view"])
def test_every_kind_of_string_and_binary(kind: str) -> None:
    document = ORDER if "string" in kind else ORDER.encode()
    batch = pa.record_batch({"id": [1], "text": pa.array([document], getattr(pa, kind)())})
    (row,) = rows(batch, options=Options(layers=(), text=True))
    assert row["text"] == ORDER


# --- the size of batches ---


def test_batches_of_the_result_are_small_however_large_those_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = table([str(n) for n in range(10)])
    sizes = [out.num_rows for out in structure_batches([batch], options=Options(layers=(), batch_rows=4))]
    assert sizes == [4, 4, 2]
    monkeypatch.setattr("vnstruct.cluster.batches._BATCH_CHARACTERS", 500)
    long = [out.num_rows for out in structure_batches([table(["x" * 300] * 5)], options=KIND)]
    assert long == [2, 2, 1]


def test_input_is_drawn_as_it_is_needed() -> None:
    drawn = []

    def endless() -> Any:
        while True:
            drawn.append(1)
            yield table([ORDER])

    result = structure_batches(endless(), options=KIND)
    for _ in range(3):
        next(result)
    assert len(drawn) == 3


# --- files ---


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """One file of each kind, and broken ones."""
    contents = {
        "a.docx": body_docx(paragraph("Giao Sở Y tế báo cáo trước ngày 25/12/2025.")),
        "b.pdf": pdf([[(72, 700, 12, "Chi thi so 05-CT/TW")]]),
        "c.html": html_page("<p>Theo Chỉ thị số 05-CT/TW.</p>"),
        "d.txt": ORDER.encode("utf-16"),
        "khóa.pdf": pdf([[(72, 700, 12, "x")]], encrypted=True),
        "quét.pdf": pdf([[]], picture=True),
        "hỏng.docx": body_docx(paragraph("x"))[:200],
        "trống.txt": b"",
        "ảnh.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return sorted(tmp_path.iterdir())


def test_binary_columns_hold_files(files: list[Path]) -> None:
    contents = pa.array([path.read_bytes() for path in files], pa.binary())
    batch = pa.record_batch({"path": [str(path) for path in files], "content": contents})
    got = rows(batch, text_column="content", id_column="path")
    assert [(row["path"], row["json"] or row["error"]["code"]) for row in got] == [outcome(path) for path in files]
    assert all(row["error"]["message"] and row["error"]["remedy"] for row in got if row["error"])
    assert sum(row["error"] is None for row in got) == 4


def test_files_without_a_readable_name() -> None:
    offsets, data = pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"A\xff")
    unreadable = pa.Array.from_buffers(pa.string(), 1, [None, offsets, data])
    for ids in (unreadable, pa.array([None], pa.string()), pa.array([5])):
        batch = pa.record_batch({"id": ids, "text": pa.array([ORDER.encode()], pa.binary())})
        (out,) = structure_batches([batch], options=Options(layers=("source",), json=False))
        assert out.column("error").null_count == 1
        assert out.column("source")[0].as_py()["path"] == ("5" if ids.type == pa.int64() else None)


def test_limits(files: list[Path]) -> None:
    batch = pa.record_batch({"id": [1, 2], "text": [files[0].read_bytes(), b"ngan"]})
    assert codes(rows(batch, options=Options(layers=(), limits=Limits(max_bytes=9)))) == ["document-too-large", None]
    left_out = pa.record_batch({"id": [1], "text": pa.array([None], pa.binary()), "length": [1 << 40]})
    assert codes(rows(left_out, length_column="length")) == ["document-too-large"]


def test_a_slow_document_is_given_up() -> None:
    quick = Options(layers=(), limits=Limits(seconds=0.5))
    assert codes(rows(table([ORDER * 20_000, "x"]), options=quick)) == ["document-too-slow", None]


# --- defects ---


@pytest.mark.parametrize("bad", ["\udcff", "\ud800"])
def test_what_arrow_cannot_hold_is_one_bad_row(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    good = vnstruct.structure(ORDER)
    broken = good.model_copy(update={"header": good.header.model_copy(update={"title": bad})})

    def structure(text: str, **_: object) -> Directive:
        return broken if text == "x" else good

    monkeypatch.setattr("vnstruct.pipeline.structure", structure)
    got = rows(table(["", "x", ""]))
    assert codes(got) == [None, "internal-error", None]
    assert [row["id"] for row in got] == [0, 1, 2]


def test_a_defect_is_one_bad_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def structure(text: str, **_: object) -> Directive:
        return Directive.model_validate({"source": {}, "text": text, "kind": "other", "header": {"số": 1 // len(text)}})

    monkeypatch.setattr("vnstruct.pipeline.structure", structure)
    (row,) = rows(table([""]))
    assert row["error"]["code"] == "internal-error"
    assert "ZeroDivisionError" in row["error"]["message"]


def test_knowledge_of_the_user(tmp_path: Path) -> None:
    tables = Options(layers=(), knowledge=tmp_path)
    (tmp_path / "modifiers.csv").write_text("lemma,modifier_class\nsớm sủa,manner\n", encoding="utf-8")
    assert codes(rows(table([ORDER]), options=tables)) == [None]
    wrong = Options(layers=(), knowledge=tmp_path / "khong-co")
    with pytest.raises(vnstruct.VnstructError):  # once, not for every document
        rows(table([ORDER, ORDER]), options=wrong)


# --- tables that do not fit ---


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        ({"text_column": "noi_dung"}, "no-column"),  # not there
        ({"id_column": "so_hieu"}, "no-column"),
        ({"keep": ["tinh"]}, "no-column"),
        ({"text_column": "n"}, "column-type"),  # numbers are neither texts nor files
        ({"keep": ["id"]}, "column-taken"),  # twice
        ({"keep": ["kind"]}, "column-taken"),  # the result has a column of that name …
        ({"keep": ["kind"], "options": Options(layers=("tasks",))}, None),  # … unless it is not asked for
        ({"keep": ["text"]}, None),  # the input's own text may be kept …
        ({"keep": ["text"], "options": Options(text=True)}, "column-taken"),  # … instead of the result's
    ],
)
def test_columns_that_do_not_fit(arguments: dict[str, Any], key: str | None) -> None:
    batch = pa.record_batch({"id": [1], "text": [ORDER], "n": [5], "kind": ["x"]})
    if key is None:
        assert len(rows(batch, **arguments)) == 1
        return
    for run in (rows, lambda batch, **given: output_schema(batch.schema, **given)):
        with pytest.raises(InvalidColumns) as caught:
            run(batch, **arguments)
        assert caught.value.key == key
        assert caught.value.in_language("en")


# --- Parquet without an engine ---


def test_parquet_in_and_out(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_batches([table([ORDER, None] * 50)]), tmp_path / "vao.parquet", row_group_size=30)
    with pq.ParquetFile(tmp_path / "vao.parquet") as source:
        schema = output_schema(source.schema_arrow)
        with pq.ParquetWriter(tmp_path / "ra.parquet", schema) as out:
            for batch in structure_batches(source.iter_batches(batch_size=16)):
                out.write_batch(batch)
    result = pq.read_table(tmp_path / "ra.parquet")
    assert result.schema == schema
    assert result.column("id").to_pylist() == list(range(100))
    assert result.column("json").to_pylist() == [*json_of([ORDER[:-1]]), None] * 50
    assert result.column("error").null_count == 50


def test_schema_survives_ipc() -> None:
    buffer = io.BytesIO()
    (batch,) = structure_batches([table([ORDER])])
    with pa.ipc.new_stream(buffer, batch.schema) as out:
        out.write_batch(batch)
    assert pa.ipc.open_stream(buffer.getvalue()).read_next_batch().equals(batch)


# --- without the packages ---


@pytest.mark.parametrize(
    ("package", "call"),
    [
        ("pyarrow", "result_schema(Options())"),
        ("pyspark", "structure_folder(None, 'x')"),
        ("pyspark", "structure_table(None)"),
    ],
)
def test_without_the_extra(package: str, call: str) -> None:
    program = f"""
import sys
sys.modules[{package!r}] = None  # importing it fails
import vnstruct
from vnstruct.cluster import *
from vnstruct.cluster.columns import result_schema
try:
    {call}
except vnstruct.VnstructError as error:
    print(error.code, error.in_language("en"))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == f"missing-package the package {package} is needed (run: pip install 'vnstruct[spark]')\n"


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    program = "import sys, vnstruct.cluster; print(sorted({'pyarrow', 'pyspark', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
