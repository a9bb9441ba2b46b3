"""Content-hash identifiers with a typed prefix: same page, same id, on every machine."""

from __future__ import annotations

import hashlib
from typing import NewType

CaptureId = NewType("CaptureId", str)
ReportId = NewType("ReportId", str)
SourceId = NewType("SourceId", str)
StatementId = NewType("StatementId", str)
EventId = NewType("EventId", str)
GroupId = NewType("GroupId", str)
OriginId = NewType("OriginId", str)
IncidentId = NewType("IncidentId", str)
SituationId = NewType("SituationId", str)
JudgementId = NewType("JudgementId", str)
NodeId = NewType("NodeId", str)

DIGEST_CHARACTERS = 20  # 80 bits: a collision among 10^9 ids is under one in a million


def sha256_hex(content: bytes) -> str:
    """Return the SHA-256 of the bytes as 64 hexadecimal characters."""
    return hashlib.sha256(content).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix_digest`, where the digest covers every part and its boundaries.

    >>> content_id("stm", "rep_1", 10, 20) == content_id("stm", "rep_1", 10, 20)
    True
    >>> content_id("stm", "ab", "c") == content_id("stm", "a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return f"{prefix}_{digest.hexdigest()[:DIGEST_CHARACTERS]}"
