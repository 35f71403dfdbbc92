"""Bytes become text: UTF-8, UTF-16, and the encodings that Vietnamese offices used before Unicode.

Nothing is guessed silently: :class:`Decoded` names the encoding and carries a warning whenever it was inferred.
Generic detectors know none of TCVN3 (ABC), VNI and VISCII, so every candidate is decoded and judged by how many of its
accented words are Vietnamese syllables; charset-normalizer has the last word on what is none of these.
"""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from importlib.resources import files
from typing import NamedTuple

from vnstruct.errors import UnknownEncoding, UnsupportedFormat
from vnstruct.text.encodings.syllables import vietnamese_share


class Decoded(NamedTuple):
    """A text, the encoding its bytes were in, and what the reader should know about that choice."""

    text: str
    encoding: str
    warnings: list[str]


_SAMPLE = 60_000
_ACCEPTED = 0.7
_CLEAR_LEAD = 0.1
_DAMAGE = 0.01
_TONES_APART = {"windows-1258", "cp1258"}
# C0 and C1 controls that no text of ours contains; form feeds and vertical tabs are page breaks
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, path: str | None = None) -> Decoded:
    """Decode a text file.

    A valid UTF-8 file gives exactly its string. Raises ``UnsupportedFormat`` for binary content and
    ``UnknownEncoding`` for bytes that no candidate makes readable.

    >>> decode("Chỉ thị".encode()).text
    'Chỉ thị'
    >>> legacy = bytes.fromhex("ChØ thÞ vÒ viÖc t¨ng c­êng qu¶n lý".encode("cp1252").hex())
    >>> decode(legacy)[:2]
    ('Chỉ thị về việc tăng cường quản lý', 'tcvn3')
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, path)
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8", []), path)
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:_SAMPLE]:
        return _unmarked_utf16(data, path)
    damaged = _damaged_utf8(data)
    return damaged or _legacy(data, path)


def decode_named(data: bytes, name: str) -> str | None:
    """Decode by an encoding that the document names itself, or None when that is unknown or does not fit."""
    try:
        text = data.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    # windows-1258 writes tones as characters of their own
    return unicodedata.normalize("NFC", text) if name.lower() in _TONES_APART else text


def from_font(text: str, font: str) -> str:
    """The Unicode of text typed with a legacy font: ``.VnTime`` (TCVN3) or ``VNI-Times``; ``.VnTimeH`` prints capitals.

    >>> from_font("ChØ thÞ", ".VnTime"), from_font("Chæ thò", "VNI-Times"), from_font("chØ thÞ", ".VnTimeH")
    ('Chỉ thị', 'Chỉ thị', 'CHỈ THỊ')
    """
    name = font.casefold()
    if not name.startswith((".vn", "vni-")):
        return text
    latin = text.encode("cp1252", "replace").decode("latin-1") if not text.isascii() else text
    converted = (
        _table("tcvn3" if name.startswith(".vn") else "vni")(latin) if latin.count("?") == text.count("?") else text
    )
    return converted.upper() if name.startswith(".vn") and name.endswith("h") else converted


def _checked(decoded: Decoded, path: str | None) -> Decoded:
    """Refuse what decodes but is no text: a run of NULs is valid UTF-8."""
    controls = sum(1 for _ in _CONTROLS.finditer(decoded.text))
    if not controls:
        return decoded
    if controls > 8 + len(decoded.text) // 1000:
        raise UnsupportedFormat.known("binary", path=path)
    return decoded._replace(warnings=[*decoded.warnings, f"văn bản có {controls} ký tự điều khiển"])


def _utf16(data: bytes, path: str | None) -> Decoded:
    text = data.decode("utf-16", "replace")
    warnings = ["có ký tự hỏng trong tệp UTF-16"] if "\ufffd" in text else []
    name = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    return _checked(Decoded(text, name, warnings), path)


def _unmarked_utf16(data: bytes, path: str | None) -> Decoded:
    for name in ("utf-16-le", "utf-16-be"):
        text = data[: len(data) // 2 * 2].decode(name, "replace")
        if _share(text) >= _ACCEPTED and text.count("\ufffd") <= len(text) * _DAMAGE:
            return _checked(Decoded(text, name, ["tệp UTF-16 không có dấu BOM: bảng mã được suy đoán"]), path)
    raise UnsupportedFormat.known("binary", path=path)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as cut and pasted files have."""
    text = data.decode("utf-8", "replace")
    accented = sum(not c.isascii() for c in text)
    broken = text.count("\ufffd")
    if broken > accented * 0.1 or broken > 2 + len(text) * _DAMAGE:
        return None
    return Decoded(text, "utf-8", [f"tệp UTF-8 có {broken} chỗ hỏng, thay bằng ký tự U+FFFD"])


def _legacy(data: bytes, path: str | None) -> Decoded:
    sample = data[:_SAMPLE]
    shares = sorted(((_share(convert(sample)), name) for name, convert in _candidates().items()), reverse=True)
    (best, name), (second, runner_up) = shares[:2]
    if best >= _ACCEPTED:
        warnings = [f"bảng mã được suy đoán là {name} ({best:.0%} âm tiết hợp lệ)"]
        if best - second < _CLEAR_LEAD:
            warnings.append(f"bảng mã chưa chắc chắn: {runner_up} cũng khớp {second:.0%}")
        return _checked(Decoded(_candidates()[name](data), name, warnings), path)
    return _checked(_generic(data, path), path)


def _generic(data: bytes, path: str | None) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for files that nothing else explains

    match = from_bytes(data[:_SAMPLE]).best()
    if match is None:
        raise UnknownEncoding.known("unknown-encoding", path=path)
    text = data.decode(match.encoding, "replace")
    return Decoded(
        text, match.encoding, [f"bảng mã được suy đoán là {match.encoding}; hãy kiểm tra lại dấu tiếng Việt"]
    )


def _share(text: str) -> float:
    return vietnamese_share(text[:_SAMPLE])


@lru_cache(maxsize=1)
def _candidates() -> dict[str, Callable[[bytes], str]]:
    def by_table(name: str) -> Callable[[bytes], str]:
        convert = _table(name)
        return lambda data: convert(data.decode("latin-1"))

    def windows_1258(data: bytes) -> str:
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))

    return {
        "tcvn3": by_table("tcvn3"),
        "vni": by_table("vni"),
        "viscii": by_table("viscii"),
        "windows-1258": windows_1258,
    }


# what Windows prints for the bytes 80-9F, where a table says nothing about them
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


@lru_cache(maxsize=4)
def _table(name: str) -> Callable[[str], str]:
    """The conversion by one table, from bytes read as Latin-1 to NFC."""
    lines = (files(__package__) / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    rows = {bytes.fromhex(row["code"]).decode("latin-1"): row["character"] for row in csv.DictReader(lines)}
    single = {**_WINDOWS, **{ord(code): character for code, character in rows.items() if len(code) == 1}}
    double = {code: character for code, character in rows.items() if len(code) > 1}
    if not double:
        return lambda text: unicodedata.normalize("NFC", text.translate(single))
    starts = "".join(sorted({code[0] for code in double}))
    ends = "".join(sorted({code[1] for code in double}))
    pair = re.compile(f"[{re.escape(starts)}][{re.escape(ends)}]|[\x80-\xff]")

    def convert(text: str) -> str:
        return pair.sub(lambda m: _pair(m[0], double, single), text)

    return convert


def _pair(code: str, double: dict[str, str], single: dict[int, str]) -> str:
    return double.get(code) or code.translate(single)


def legacy_repair(text: str) -> tuple[str, Callable[[str], str]]:
    """Which legacy encoding a text is in whose fonts were read as if they were Latin, and what repairs its lines.

    For text that is Vietnamese as it stands, or not Vietnamese at all, the name is empty and nothing changes.

    >>> name, repair = legacy_repair("ChØ thÞ vÒ viÖc t¨ng c­êng qu¶n lý ®Êt ®ai")
    >>> name, repair("ChØ thÞ")
    ('tcvn3', 'Chỉ thị')
    >>> legacy_repair("Chỉ thị về đất đai")[0]
    ''
    """
    sample = text[:_SAMPLE]
    now = _share(sample)
    if not sample.isascii() and now < _ACCEPTED:
        for name in ("tcvn3", "vni"):
            if _share(_latin_to(name, sample)) >= max(_ACCEPTED, now + 2 * _CLEAR_LEAD):
                return name, partial(_latin_to, name)
    return "", str


def _latin_to(name: str, text: str) -> str:
    """Latin characters as the bytes of a legacy encoding; what is beyond Latin stays."""
    latin = "".join(_WINDOWS_BYTES.get(character, character) for character in text)
    return _table(name)(latin)


_WINDOWS_BYTES = {character: chr(code) for code, character in _WINDOWS.items() if not 0x80 <= ord(character) < 0xA0}
