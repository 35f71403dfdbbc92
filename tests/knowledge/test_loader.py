"""Loading: the packaged tables, a user's tables, and what is wrong with them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from vnstruct.errors import UnreadableFile, VnstructError
from vnstruct.knowledge import InvalidTable, Knowledge, load_knowledge


def folder(tmp_path: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    (tmp_path / name).write_text(text, encoding=encoding)
    return tmp_path


def names(knowledge: Knowledge) -> dict[str, str]:
    return {body.id: body.name for body in knowledge.bodies}


def test_tables_are_loaded_once() -> None:
    assert load_knowledge() is load_knowledge()


def test_knowledge_can_be_a_cache_key() -> None:
    assert len({load_knowledge(), load_knowledge()}) == 1


def test_rows_of_a_user_are_added(tmp_path: Path) -> None:
    own = load_knowledge(folder(tmp_path, "bodies.csv", "id,name,source\nbql-ho-tay,Ban Quản lý Hồ Tây,own list\n"))
    assert names(own) == names(load_knowledge()) | {"bql-ho-tay": "Ban Quản lý Hồ Tây"}
    assert own.verbs == load_knowledge().verbs


def test_a_row_with_the_same_key_takes_the_place(tmp_path: Path) -> None:
    packaged = load_knowledge()
    own = load_knowledge(folder(tmp_path, "bodies.csv", "id,name,level\nso-y-te,Sở Y tế Hà Nội,province\n"))
    assert [body.id for body in own.bodies] == [body.id for body in packaged.bodies]
    assert names(own)["so-y-te"] == "Sở Y tế Hà Nội"
    assert names(packaged)["so-y-te"] == "Sở Y tế"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("lemma,kind\nkhoanh đậu,perform\n", "utf-8"),  # plain
        ("lemma,kind\nkhoanh đậu,perform\n", "utf-8-sig"),  # a byte-order mark, as spreadsheets write it
        ("lemma;kind\nkhoanh đậu;perform\n", "utf-8"),  # semicolons, as spreadsheets in Vietnamese write it
        (unicodedata.normalize("NFD", "lemma,kind\nkhoanh đậu,perform\n"), "utf-8"),  # decomposed accents
        ("lemma,kind\r\nkhoanh đậu,perform\r\n", "utf-8"),  # line ends of Windows
        ("lemma , kind\n khoanh đậu , perform \n\n", "utf-8"),  # blanks and an empty line
    ],
)
def test_what_spreadsheets_write(tmp_path: Path, text: str, encoding: str) -> None:
    own = load_knowledge(folder(tmp_path, "verbs.csv", text, encoding))
    assert (own.verbs[-1].lemma, own.verbs[-1].kind) == ("khoanh đậu", "perform")


def test_old_tone_marks_are_moved(tmp_path: Path) -> None:
    own = load_knowledge(folder(tmp_path, "modifiers.csv", "lemma\nhoà thuận\n"))
    assert own.modifiers[-1].lemma == "hoà thuận".replace("oà", "òa")


def test_cells_with_several_values(tmp_path: Path) -> None:
    own = load_knowledge(folder(tmp_path, "bodies.csv", "id,name,aliases\nx,Ban X,BX | Ban chỉ đạo X|\n"))
    assert own.bodies[-1].aliases == ("BX", "Ban chỉ đạo X")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("verbs.csv", "lemma,loại\ngiao,assign\n", "unknown column 'loại'"),  # a column that no row has
        ("verbs.csv", "lemma\ngiao\n", "no column kind"),  # the key is incomplete
        ("verbs.csv", "lemma,kind\ngiao\n", "line 2: 1 cells, 2 columns"),  # a row cut short
        ("bodies.csv", "id,name\nso-x,\n", "line 2: no name"),  # a body without a name
        ("verbs.csv", "", "no column kind, lemma"),  # an empty file
        ("my-verbs.csv", "lemma,kind\n", "no knowledge table in this folder"),  # a name that is no table's
    ],
)
def test_wrong_tables_are_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(InvalidTable) as error:
        load_knowledge(folder(tmp_path, name, text))
    assert message in str(error.value)
    assert str(tmp_path) in str(error.value)
    assert isinstance(error.value, VnstructError)


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_bytes("lemma,kind\nkhoanh đậu,perform\n".encode("cp1258", "replace"))
    with pytest.raises(InvalidTable, match="not UTF-8"):
        load_knowledge(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such folder"):
        load_knowledge(tmp_path / "nowhere")
