"""Apache Spark in local mode with two workers: the output of the local batch, from Parquet and folders to Parquet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cluster.documents import ORDER, json_of, outcome
from tests.shell.documents import body_docx, html_page, paragraph, pdf
from vnstruct.cluster import LAYERS, Options, output_schema, structure_folder, structure_table
from vnstruct.errors import InvalidColumns
from vnstruct.inputs import find_inputs
from vnstruct.readers import Limits

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

ROOT = Path(__file__).resolve().parents[2]
DAMAGED = body_docx(paragraph("x"))[:200]


@pytest.fixture(scope="module")
def texts(samples: Path) -> list[str | None]:
    """Every sample, with a null, an empty text and a repeated one."""
    found: list[str | None] = [path.read_text("utf-8") + "\n" for path in sorted(samples.glob("*.txt"))]
    return [*found, None, "\n", found[0]]


@pytest.fixture(scope="module")
def parquet(texts: list[str | None], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts as two Parquet files, ids not unique, with columns of other types beside them."""
    folder = tmp_path_factory.mktemp("parquet")
    for half in (0, 1):
        some = texts[half::2]
        table = pa.table(
            {
                "so hieu": [n // 2 for n in range(len(some))],
                "noi dung": pa.array(some, pa.string()),
                "nguon": [{"trang": "x", "ngay": [half]}] * len(some),
            }
        )
        pq.write_table(table, folder / f"{half}.parquet")
    return folder


def structured(spark: Any, parquet: Path, **arguments: Any) -> Any:
    """The table of the fixture, structured."""
    table = spark.read.parquet(str(parquet))
    return structure_table(table, text_column="noi dung", id_column="so hieu", **arguments)


def test_parquet_in_and_out_is_the_local_batch(
    spark: Any, parquet: Path, texts: list[str | None], tmp_path: Path
) -> None:
    structured(spark, parquet, keep=["nguon"]).write.parquet(str(tmp_path / "ra"))
    written = pq.read_table(tmp_path / "ra")
    assert written.num_rows == len(texts)
    rows = written.to_pylist()
    expected = json_of([text[:-1] for text in texts if text is not None])
    assert sorted(row["json"] for row in rows if row["json"]) == sorted(expected)
    (bad,) = [row for row in rows if row["error"]]
    assert bad["error"]["code"] == "empty-document"
    assert all(bad[layer] is None for layer in (*LAYERS, "json"))
    assert {row["nguon"]["trang"] for row in rows} == {"x"}
    assert sorted(row["so hieu"] for row in rows) == sorted(
        n // 2 for half in (0, 1) for n in range(len(texts[half::2]))
    )
    assert set(written.column_names) == {"so hieu", "nguon", "error", "json", *LAYERS}


def test_typed_columns_are_those_of_the_json(spark: Any, parquet: Path) -> None:
    import json

    rows = structured(spark, parquet).where("error is null").collect()
    assert len(rows) > 20
    for row in rows:
        document, values = json.loads(row["json"]), row.asDict(recursive=True)
        assert {layer: values[layer] for layer in LAYERS} == {layer: document[layer] for layer in LAYERS}


def test_schema_is_the_one_promised(spark: Any, parquet: Path, tmp_path: Path) -> None:
    options = Options(layers=("header", "tasks"), text=True, json=False)
    table = structured(spark, parquet, options=options)
    assert table.columns == ["so hieu", "error", "header", "tasks", "text"]
    table.limit(0).write.parquet(str(tmp_path / "ra"))
    source = pq.read_schema(next(parquet.glob("*.parquet")))
    promised = output_schema(source, text_column="noi dung", id_column="so hieu", options=options)
    assert [field.name for field in table.schema["tasks"].dataType.elementType] == [
        field.name for field in promised.field("tasks").type.value_type
    ]
    assert pq.read_table(tmp_path / "ra").num_rows == 0


def test_one_loading_for_each_worker(spark: Any) -> None:
    """Two worker processes share eight partitions; each builds the stages once."""
    from functools import partial

    from vnstruct.cluster import structure_batches

    def spied(batches: Any, work: Any) -> Any:
        import os

        import pyarrow as pa
        from vnstruct.pipeline import calibration, stages

        for _ in work(batches):
            loads = stages.cache_info().misses + calibration.cache_info().misses
            yield pa.RecordBatch.from_pydict({"worker": [os.getpid()], "loads": [loads]})

    table = spark.createDataFrame([(n, ORDER * 40) for n in range(64)], "id long, text string").repartition(8)
    work = partial(spied, work=partial(structure_batches, options=Options(batch_rows=4)))
    seen = table.mapInArrow(work, "worker long, loads long").collect()
    assert len(seen) >= 16
    assert {row["loads"] for row in seen} == {2}  # the stages, and the confidences
    assert len({row["worker"] for row in seen}) == 2
    assert os.getpid() not in {row["worker"] for row in seen}


def test_a_slow_document_is_given_up(spark: Any) -> None:
    """The limit rests on an alarm, which only the main thread has: Spark's workers run the function there."""
    table = spark.createDataFrame([(1, ORDER * 20_000)], "id long, text string")
    (row,) = structure_table(table, options=Options(layers=(), limits=Limits(seconds=0.5))).collect()
    assert row["error"]["code"] == "document-too-slow"


def test_empty_table(spark: Any) -> None:
    table = spark.createDataFrame([], "id string, text string")
    assert structure_table(table).collect() == []


@pytest.mark.parametrize(
    ("columns", "arguments", "key"),
    [
        ("id long, noi_dung string", {}, "no-column"),
        ("id long, text string", {"keep": ["tinh"]}, "no-column"),
        ("id long, text long", {}, "column-type"),
        ("id long, text string, kind string", {"keep": ["kind"]}, "column-taken"),
    ],
)
def test_wrong_columns_are_told_before_the_job(spark: Any, columns: str, arguments: Any, key: str) -> None:
    with pytest.raises(InvalidColumns) as caught:
        structure_table(spark.createDataFrame([], columns), **arguments)
    assert caught.value.key == key


def test_the_id_may_have_any_type(spark: Any) -> None:
    ids = "named_struct('nam', 2025, 'ngay', date'2025-12-25', 'luc', timestamp'2025-12-25 08:30:00') as id"
    table = spark.sql(f"select {ids}, 'x' as text")
    (row,) = structure_table(table, options=Options(layers=("kind",))).collect()
    assert (row["id"], row["kind"]) == (table.collect()[0]["id"], "other")


# --- folders ---


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """Files of every kind in folders with difficult names, bad ones among them, and some that are no documents."""
    root = tmp_path_factory.mktemp("kho văn bản")
    contents = {
        "2024/chỉ thị số 5%20.DOCX": body_docx(paragraph("Giao Sở Y tế báo cáo trước ngày 25/12/2025.")),
        "2024/b.pdf": pdf([[(72, 700, 12, "Chi thi so 05-CT/TW")]]),
        "năm=2025/c.html": html_page("<p>Theo Chỉ thị số 05-CT/TW.</p>"),
        "năm=2025/sâu/d.txt": ORDER.encode("utf-16"),
        "khóa.pdf": pdf([[(72, 700, 12, "x")]], encrypted=True),
        "hỏng [1] {a,b}.docx": DAMAGED,
        "trống.txt": b"",
        "ảnh.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        "bảng.xlsx": b"PK",  # not taken, like the next ones
        "~$b.docx": b"x",
        ".ẩn.txt": b"x",
    }
    for path in (samples / "formats").iterdir():
        if path.suffix != ".doc":  # needs LibreOffice
            contents[f"mẫu/{path.name}"] = path.read_bytes()
    for name, content in contents.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def test_folder_is_the_local_batch(spark: Any, folder: Path, tmp_path: Path) -> None:
    structure_folder(spark, folder).write.parquet(str(tmp_path / "ra"))
    rows = pq.read_table(tmp_path / "ra").to_pylist()
    got = sorted((row["path"], row["json"] or row["error"]["code"]) for row in rows)
    # Spark never shows a file without a byte
    expected = [outcome(item.path) for item in find_inputs([str(folder)]) if item.path.stat().st_size]
    assert got == sorted(expected)
    assert sorted(row["error"]["code"] for row in rows if row["error"]) == [
        "encrypted-file", "unreadable-file", "unsupported-format",
    ]  # fmt: skip


def test_a_file_too_large_for_any_memory_is_a_row(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "nhỏ.txt").write_text(ORDER, encoding="utf-8")
    with (tmp_path / "lớn.txt").open("wb") as large:
        large.truncate(3 << 30)  # more than a Java array holds; takes no space on the disk
    options = Options(layers=("kind",), limits=Limits(max_bytes=1 << 20))
    rows = structure_folder(spark, tmp_path, options=options).collect()
    assert {Path(row["path"]).name: row["error"] and row["error"]["code"] for row in rows} == {
        "nhỏ.txt": None,
        "lớn.txt": "document-too-large",
    }
    assert "3072 MB" in next(row["error"]["message"] for row in rows if row["error"])


# --- as documented ---


def test_who_does_what_by_when_in_sql(spark: Any) -> None:
    """The query of docs/scale.md."""
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    query = page.partition("```sql\n")[2].partition("```")[0]
    table = structure_table(spark.createDataFrame([("a", ORDER), ("b", None)], "id string, text string"))
    table.createOrReplaceTempView("structured")
    rows = [row.asDict() for row in spark.sql(query).collect()]
    assert rows
    # before the 25th: the 24th is the last day
    assert (rows[0]["lead"], rows[0]["with_whom"], rows[0]["due"]) == (["Sở Tài chính"], ["Sở Nội vụ"], "2025-12-24")


@pytest.mark.parametrize("kind", ["folder", "table"])
def test_example_job(spark: Any, parquet: Path, folder: Path, tmp_path: Path, kind: str) -> None:
    arguments = [str(folder)] if kind == "folder" else [str(parquet), "--text", "noi dung", "--id", "so hieu"]
    command = [sys.executable, str(ROOT / "examples" / "spark_job.py"), *arguments, str(tmp_path / "ra")]
    local = ["--master", "local[2]", "--layers", "header,tasks"]
    done = subprocess.run([*command, *local], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = pq.read_table(tmp_path / "ra")
    assert {"error", "header", "tasks", "json"} <= set(written.column_names)
    bad = written.num_rows - written.column("error").null_count
    assert f"{written.num_rows} documents, {bad} bad" in done.stdout
