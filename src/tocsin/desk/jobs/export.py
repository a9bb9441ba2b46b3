"""A weighed brief written out whole, in one of four forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tocsin.core.errors import StoreUnavailable
from tocsin.core.ids import CaptureId
from tocsin.core.types import Brief, Capture, Reading, Rejected
from tocsin.desk.wire import as_line
from tocsin.desk.wire.exchange.entities import ftm_entities
from tocsin.desk.wire.exchange.lines import line_text
from tocsin.desk.wire.exchange.provenance import provenance
from tocsin.desk.wire.exchange.whole import Origins, export_lines
from tocsin.store.carried import CaptureFacts
from tocsin.store.reading_json import NOT_YET_READ, READING_VERSION
from tocsin.store.store import Store
from tocsin.warn.redaction import Masking, masked

OriginsOf = Callable[[Reading], Origins]


class Form(StrEnum):
    """The forms of an export."""

    JSONL = "jsonl"
    CSV = "csv"
    FTM = "ftm"
    PROV = "prov"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the captures that passed on their way to the reader."""

    facts: dict[CaptureId, CaptureFacts] = field(default_factory=dict)

    def watch(self, items: Iterable[Capture | Rejected]) -> Iterator[Capture | Rejected]:
        """Yield the items as they come."""
        for item in items:
            if isinstance(item, Capture):
                self.facts.setdefault(item.id, CaptureFacts.of(item))
            yield item

    def origins(self, reading: Reading) -> Origins:
        """Return where a reading of the items came from."""
        return Origins(
            capture=self.facts[reading.report.capture],
            version=NOT_YET_READ if reading.is_set_aside else READING_VERSION,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a store knows of its reports; `captures` says whether their bytes are wanted."""

    store: Store
    captures: bool

    def origins(self, reading: Reading) -> Origins:
        """Return where a reading of the store came from.

        Raises: StoreUnavailable where the bytes are wanted and the store was given none.
        """
        carried = self.store.carried(reading.report.id)
        return Origins(
            capture=carried.capture,
            version=carried.version,
            added_at=carried.added_at,
            content=self._content(carried.capture.sha256) if self.captures else None,
        )

    def _content(self, sha256: str) -> bytes:
        try:
            return self.store.vault.content(sha256)
        except KeyError:
            reason = f"it does not hold the bytes of capture {sha256}; leave out --with-captures"
            raise StoreUnavailable(str(self.store.folder), reason=reason) from None


def masked_whole(
    brief: Brief, origins_of: OriginsOf, *, named: Callable[[Reading], Reading]
) -> tuple[Brief, OriginsOf]:
    """Return the brief with nobody private in it, judgements and origins of captures too.

    `named` gives a reading with its names: only known names can be masked.
    """
    brief = replace(brief, readings=tuple(map(named, brief.readings)))
    masking = Masking.of(brief)
    shown = masked(brief)
    judgements = tuple(
        replace(one, value=masking.words_of(one.value)) for one in shown.ledger.judgements
    )
    ledger = replace(shown.ledger, judgements=judgements)
    return (
        replace(shown, ledger=ledger),
        lambda reading: masking.words_of(origins_of(reading)),
    )


def exported(
    brief: Brief, form: Form, *, origins_of: OriginsOf, masks: bool, captures: bool, tocsin: str
) -> Iterator[str]:
    """Yield the lines of the brief in a form that is one file, each with its end."""
    if form is Form.PROV:
        yield as_line(provenance(brief, origins_of=origins_of, tocsin=tocsin)) + "\n"
    elif form is Form.FTM:
        yield from (as_line(one) + "\n" for one in ftm_entities(brief))
    else:
        lines = export_lines(
            brief, origins_of=origins_of, masked=masks, captures=captures, tocsin=tocsin
        )
        yield from (line_text(line) + "\n" for line in lines)
