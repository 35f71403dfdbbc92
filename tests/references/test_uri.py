"""The URI class: what it accepts, and that it reads what it writes."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vnstruct.references.uri import DocClass, Uri

SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,4}", fullmatch=True)
DATES = st.one_of(
    st.just(""),
    st.dates().map(str),
    st.integers(1945, 2099).map(str),
    st.builds("{}-{:02d}".format, st.integers(1945, 2099), st.integers(1, 12)),
)
URIS = st.builds(
    Uri, st.sampled_from(get_args(DocClass)), SLUGS, st.one_of(st.just(""), SLUGS), DATES, st.one_of(st.just(""), SLUGS)
)


@given(URIS)
def test_parse_reads_what_str_writes(uri: Uri) -> None:
    assert Uri.parse(str(uri)) == uri


@given(st.text(), st.text(), st.text(), st.text())
def test_every_print_makes_a_uri(doc_type: str, issuer: str, date: str, number: str) -> None:
    uri = Uri.of("doc", doc_type, issuer=issuer, date=date, number=number)
    assert Uri.parse(str(uri)) == uri


@pytest.mark.parametrize(
    ("printed", "uri"),
    [
        # everything known
        (
            ("act", "nghị định", "Chính phủ", "2020-09-25", "115/2020/NĐ-CP"),
            "/akn/vn/act/nghi-dinh/chinh-phu/2020-09-25/115-2020-nd-cp",
        ),
        # nothing but the type and the number
        (("doc", "công văn", "", "", "12/UBND-VX"), "/akn/vn/doc/cong-van/_/_/12-ubnd-vx"),
        # reduced dates
        (("act", "chỉ thị", "Bộ Chính trị", "2016", "05-CT/TW"), "/akn/vn/act/chi-thi/bo-chinh-tri/2016/05-ct-tw"),
        # something that is no date
        (("act", "chỉ thị", "", "ngày mai", "5/CT"), "/akn/vn/act/chi-thi/_/_/5-ct"),
    ],
)
def test_of_prints(printed: tuple[str, ...], uri: str) -> None:
    doc_class, doc_type, issuer, date, number = printed
    assert str(Uri.of(doc_class, doc_type, issuer=issuer, date=date, number=number)) == uri  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/akn/vn/act/nghi-dinh",  # parts missing
        "/akn/fr/act/nghi-dinh/_/_/1",  # another country
        "/akn/vn/bill/nghi-dinh/_/_/1",  # unknown class
        "/akn/vn/act/Nghi-dinh/_/_/1",  # capitals
        "/akn/vn/act/nghi--dinh/_/_/1",  # double hyphen
        "/akn/vn/act/nghi-dinh/_/20200101/1",  # a date of another form
        "/akn/vn/act/nghi-dinh/_//1",  # empty part
        "/akn/vn/act/_/_/_/1",  # no type
        "/akn/vn/act/nghi-dinh/_/_/1/2",  # one part too many
    ],
)
def test_parse_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Uri.parse(text)
