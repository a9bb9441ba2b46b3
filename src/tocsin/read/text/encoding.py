"""Characters from bytes: the declared encoding, UTF-8, then the best legacy guess."""

from __future__ import annotations

import codecs
import unicodedata

from tocsin.core.errors import UnreadableEncoding
from tocsin.core.media import bare_utf16

GUESSED_BYTES = 50_000  # the guess costs a pass for each of about 90 encodings
MOST_MESS = 0.2  # charset-normalizer's own default share of implausible characters
MOST_WESTERN = 0.05  # English with curly quotes has 1–3 %; French 4 %, Czech and Polish 8–15 %
LARGEST_DAMAGE = 0.01  # of the bytes: a truncated download, not another encoding
_DAMAGED = "damaged characters"
_NULS = "NUL characters"
_OVERRIDES = "right-to-left overrides"
_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes, *, charset: str | None, subject: str) -> tuple[str, tuple[str, ...]]:
    """Return the characters and the notes on how they were found.

    Raises: UnreadableEncoding.
    """
    tried: list[str] = []
    for codec in _candidates(content, charset):
        tried.append(codec)
        try:
            return content.decode(codec), ()
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return _decode_damaged(content, tried, subject)


def tidy_characters(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with "\\n" line ends and a space for each NUL, and the notes on oddities."""
    notes = []
    if "\x00" in text:
        notes.append(f"{_NULS} replaced by spaces: {text.count(chr(0))}")
        text = text.replace("\x00", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n"), (*notes, *notes_on_direction(text))


def notes_on_direction(text: str) -> tuple[str, ...]:
    """Return a note where characters override the reading direction, which can disguise words.

    Embeddings and isolates do not: honest pages of right-to-left scripts hold them.
    """
    overrides = any(mark in text for mark in "\u202d\u202e")
    return (f"holds {_OVERRIDES}",) if overrides else ()


def notes_on_characters(text: str) -> tuple[str, ...]:
    """Return the notes on a text that is kept to the character."""
    nuls = (f"holds {_NULS}: {text.count(chr(0))}",) if "\x00" in text else ()
    return (*nuls, *notes_on_direction(text))


def is_damage(note: str) -> bool:
    """Return whether the note tells of characters that are lost or disguise others.

    >>> is_damage("decoded as cp1252"), is_damage("holds right-to-left overrides")
    (False, True)
    """
    return any(sign in note for sign in (_DAMAGED, _NULS, _OVERRIDES))


def _candidates(content: bytes, charset: str | None) -> list[str]:
    marked = next((codec for bom, codec in _BYTE_ORDER_MARKS if content.startswith(bom)), None)
    found = [marked, bare_utf16(content), _text_codec(charset), "utf-8"]
    return list(dict.fromkeys(codec for codec in found if codec))


def _text_codec(charset: str | None) -> str | None:
    """Return the declared codec, None where it is unknown or no text encoding (rot13, zlib)."""
    try:
        name = codecs.lookup((charset or "").strip()).name
        b"".decode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    # a page that declares Latin-1 is Windows-1252: WHATWG Encoding Standard, "labels"
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _is_nearly_ascii(content: bytes) -> bool:
    return sum(byte > 0x7F for byte in content) <= MOST_WESTERN * len(content)


def _mixes_scripts(text: str) -> bool:
    """Return whether most letters are ASCII and the rest of another script: a wrong guess."""
    letters = [letter for letter in text[:GUESSED_BYTES] if letter.isalpha()]
    others = [letter for letter in letters if not letter.isascii()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in others)
    return len(others) * 2 < len(letters) and latin * 2 < len(others)


def _decode_damaged(content: bytes, tried: list[str], subject: str) -> tuple[str, tuple[str, ...]]:
    repaired = content.decode("utf-8", "replace")
    damage = repaired.count("\ufffd")
    beyond_ascii = sum(not character.isascii() for character in repaired) - damage
    if damage <= LARGEST_DAMAGE * len(repaired) and beyond_ascii > damage:
        return repaired, (f"decoded as utf-8, {_DAMAGED}: {damage}",)
    if _is_nearly_ascii(content):  # too little to tell the cousins of Windows-1252 apart
        western = content.decode("cp1252", "replace")
        damage = western.count("\ufffd")
        return western, (
            f"decoded as cp1252, {_DAMAGED}: {damage}" if damage else "decoded as cp1252",
        )
    from charset_normalizer import from_bytes

    best = from_bytes(content[:GUESSED_BYTES], threshold=MOST_MESS).best()
    if best is None or _mixes_scripts(content.decode(best.encoding, "replace")):
        raise UnreadableEncoding(subject, tried=tuple(tried))
    return content.decode(best.encoding, "replace"), (f"decoded as {best.encoding}",)
