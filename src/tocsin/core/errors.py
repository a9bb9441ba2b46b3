"""Every error of Tocsin, one tree.

TocsinError
├── ItemError                 one item is unusable: becomes a Rejected, the run goes on
│   ├── BadItem               (exit 3)
│   │   ├── EmptyItem             collect.empty
│   │   ├── BinaryItem            collect.binary
│   │   ├── ItemTooLarge          collect.too_large
│   │   ├── ItemNotFound          collect.not_found
│   │   ├── UnreadableFile        collect.unreadable
│   │   ├── BadJsonLine           collect.json_line
│   │   ├── JsonLineWithoutText   collect.no_text
│   │   ├── NotAFeed              collect.not_a_feed
│   │   ├── BrokenArchive         collect.broken_archive
│   │   ├── ExpandingItem         collect.expands
│   │   ├── EntityDeclaration     collect.entities
│   │   ├── EncryptedItem         collect.encrypted
│   │   ├── MalformedDocument     read.malformed
│   │   ├── UnreadableEncoding    read.encoding
│   │   ├── NoReadableText        read.no_text
│   │   ├── ImpossibleDay         read.date
│   │   ├── DamagedCharacters     read.characters
│   │   ├── ReaderFailure         read.failed
│   │   ├── ReaderKilled          read.killed
│   │   ├── BadGroundRow          gazetteer.row
│   │   ├── NotGround             gazetteer.form
│   │   ├── GroundExists          gazetteer.exists
│   │   ├── BadJudgementLine      judge.line
│   │   ├── BadExportLine         exchange.line
│   │   ├── LongExportLine        exchange.too_long
│   │   └── CutExport             exchange.incomplete
│   ├── FetchFailed           (exit 4)
│   │   ├── FetchStatus           collect.http_status
│   │   ├── FetchTimeout          collect.timeout
│   │   ├── FetchUnreachable      collect.unreachable
│   │   └── TooManyRedirects      collect.redirects
│   └── FetchRefused          (exit 5)
│       ├── ForbiddenScheme       collect.scheme
│       ├── PrivateAddress        collect.private_address
│       └── RobotsDisallow        collect.robots
└── JobError                  the whole job cannot go on
    ├── BadConfig                 config.invalid          (exit 2)
    ├── BadJudgement              judge.invalid           (exit 2)
    ├── StoreNotFound             store.not_found         (exit 3)
    ├── StoreExists               store.exists            (exit 3)
    ├── StoreFromTheFuture        store.version           (exit 3)
    ├── UnknownReport             store.unknown_report    (exit 3)
    ├── NotWeighed                weigh.unknown           (exit 3)
    ├── AmbiguousId               weigh.ambiguous         (exit 3)
    ├── NotAnExport               exchange.form           (exit 3)
    ├── MaskedExport              exchange.masked         (exit 3)
    ├── UnknownGround             gazetteer.unknown       (exit 3)
    ├── DamagedGround             gazetteer.damaged       (exit 3)
    ├── StoreUnavailable          store.unavailable       (exit 4)
    ├── GroundUnavailable         gazetteer.unavailable   (exit 4)
    └── ModelMissing              read.model_missing      (exit 4)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from tocsin.core.types.capture import Rejected


class TocsinError(Exception):
    """The root. `code` is dotted; facts are keyword attributes and never hold testimony."""

    code: ClassVar[str] = "tocsin"
    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 500
    message: ClassVar[str] = "{subject}"

    def __init__(self, subject: str, **facts: object) -> None:
        self.subject = subject
        self.facts = facts
        super().__init__(self.message.format(subject=subject, **facts))

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make the error again: it also passes between processes."""
        return _made_again, (type(self), self.subject, self.facts)


def _made_again(kind: type[TocsinError], subject: str, facts: Mapping[str, object]) -> TocsinError:
    return kind(subject, **facts)


class ItemError(TocsinError):
    """One item is unusable; the run goes on without it."""

    def as_rejected(self) -> Rejected:
        """Return the value that stands for the item in the run's result."""
        return Rejected(id=self.subject, code=self.code, detail=str(self))


class BadItem(ItemError):
    """The item itself cannot be used."""

    http_status = 422


class EmptyItem(BadItem):
    """The item has no bytes."""

    code = "collect.empty"
    message = "nothing in it: 0 bytes"


class BinaryItem(BadItem):
    """The bytes are of no kind that holds text."""

    code = "collect.binary"
    message = "not a document that can be read: {kind}"


class ItemTooLarge(BadItem):
    """The item is over the size limit."""

    code = "collect.too_large"
    http_status = 413
    message = "over the limit of {limit_bytes} bytes; raise [collect] max_item_bytes to take it"


class ItemNotFound(BadItem):
    """No such file or folder."""

    code = "collect.not_found"
    http_status = 404
    message = "no such file or folder"


class UnreadableFile(BadItem):
    """The operating system refuses the file."""

    code = "collect.unreadable"
    message = "cannot be opened: {reason}"


class BadJsonLine(BadItem):
    """A JSON line is not an object of the designed form."""

    code = "collect.json_line"
    message = "not a report line: {reason}"


class JsonLineWithoutText(BadItem):
    """A JSON line has no text."""

    code = "collect.no_text"
    message = 'the line has no "text"'


class NotAFeed(BadItem):
    """The bytes are neither RSS nor Atom."""

    code = "collect.not_a_feed"
    message = "not an RSS or Atom feed: {reason}"


class BrokenArchive(BadItem):
    """A WARC, ZIP or mail container is damaged."""

    code = "collect.broken_archive"
    message = "the container is damaged: {reason}"


class ExpandingItem(BadItem):
    """A compressed item would expand beyond the limit (a bomb)."""

    code = "collect.expands"
    http_status = 413
    message = "would expand beyond {limit_bytes} bytes"


class EntityDeclaration(BadItem):
    """An XML document declares entities."""

    code = "collect.entities"
    message = "declares XML entities, which are never expanded"


class EncryptedItem(BadItem):
    """The document asks for a password."""

    code = "collect.encrypted"
    message = "encrypted: save it without a password and add it again"


class MalformedDocument(BadItem):
    """The document's structure cannot be followed."""

    code = "read.malformed"
    message = "the document is malformed: {reason}"


class UnreadableEncoding(BadItem):
    """No character encoding fits the bytes."""

    code = "read.encoding"
    message = "no character encoding fits; tried {tried}"


class NoReadableText(BadItem):
    """The document holds no prose."""

    code = "read.no_text"
    message = "no readable text in it{hint}"


class ImpossibleDay(BadItem):
    """The published day is none; the report is read without it."""

    code = "read.date"
    message = "published day refused, the report is read without it: {reason}"


class DamagedCharacters(BadItem):
    """Some characters are none, or disguise others; the report is read with what is left."""

    code = "read.characters"
    message = "characters refused, the report is read with the rest: {reason}"


class ReaderFailure(BadItem):
    """The reader failed on this report; its capture and text are kept."""

    code = "read.failed"
    message = "the reader failed: {reason}"


class ReaderKilled(BadItem):
    """The process that read this report was ended from outside; nothing of it is kept."""

    code = "read.killed"
    message = "the process that read it was killed, often for want of memory; try fewer jobs"


class BadGroundRow(BadItem):
    """A row of imported ground is no place."""

    code = "gazetteer.row"
    message = "no place: {reason}"


class NotGround(BadItem):
    """A file holds no places in a known form."""

    code = "gazetteer.form"
    message = "holds no places in a known form: {reason}"


class GroundExists(BadItem):
    """Imported ground of that name is there already."""

    code = "gazetteer.exists"
    http_status = 409
    message = "ground called {name} is there already; give another --name, or --replace it"


class BadJudgementLine(BadItem):
    """A line is not a judgement of the designed form."""

    code = "judge.line"
    message = "not a judgement: {reason}"


class BadExportLine(BadItem):
    """A line of an export is not of the designed form, or not what its ids say."""

    code = "exchange.line"
    message = "not a line of an export: {reason}"


class LongExportLine(BadItem):
    """A line of an export is over the size limit."""

    code = "exchange.too_long"
    http_status = 413
    message = "over the limit of {limit_bytes} bytes; raise [collect] max_expanded_bytes to take it"


class CutExport(BadItem):
    """An export ends before the last of the lines that its first one announces."""

    code = "exchange.incomplete"
    message = "the file is cut short: {lines} lines of {announced} came"


class FetchFailed(ItemError):
    """A web address did not yield its page."""

    exit_code = 4
    http_status = 502


class FetchStatus(FetchFailed):
    """The server answered with an error."""

    code = "collect.http_status"
    message = "the server answered {status}"


class FetchTimeout(FetchFailed):
    """The server took too long."""

    code = "collect.timeout"
    message = "no answer within {limit_seconds} seconds"


class FetchUnreachable(FetchFailed):
    """No connection could be made."""

    code = "collect.unreachable"
    message = "cannot be reached: {reason}"


class TooManyRedirects(FetchFailed):
    """The address leads from one to another without end."""

    code = "collect.redirects"
    message = "more than {limit} redirects"


class FetchRefused(ItemError):
    """A safety rule forbids the fetch."""

    exit_code = 5
    http_status = 403


class ForbiddenScheme(FetchRefused):
    """The address is neither http nor https."""

    code = "collect.scheme"
    message = "only http and https are fetched, not {scheme}"


class PrivateAddress(FetchRefused):
    """The address leads to a private, loopback or otherwise internal host."""

    code = "collect.private_address"
    message = "leads to the internal address {address}; --allow-private permits it"


class RobotsDisallow(FetchRefused):
    """The site's robots.txt disallows the page."""

    code = "collect.robots"
    message = "the site's robots.txt disallows it"


class JobError(TocsinError):
    """The whole job cannot go on."""


class BadConfig(JobError):
    """The configuration file is wrong."""

    code = "config.invalid"
    exit_code = 2
    http_status = 400
    message = "{subject}: {reason}"


class BadJudgement(JobError):
    """A judgement says what cannot be judged so."""

    code = "judge.invalid"
    exit_code = 2
    http_status = 422
    message = "{subject}: {reason}"


class StoreNotFound(JobError):
    """There is no store at the place named."""

    code = "store.not_found"
    http_status = 404
    message = "no store at {subject}; make one with: tocsin init"


class StoreExists(JobError):
    """A store would be made where other files lie."""

    code = "store.exists"
    http_status = 409
    message = "{subject} holds other files; name an empty folder"


class StoreFromTheFuture(JobError):
    """A newer Tocsin wrote the store."""

    code = "store.version"
    http_status = 409
    message = "the store at {subject} was written by a newer Tocsin ({revision}); upgrade Tocsin"


class UnknownReport(JobError):
    """No report has the id."""

    code = "store.unknown_report"
    http_status = 404
    message = "no report {subject} in the store; see: tocsin list"


class NotWeighed(JobError):
    """Nothing that was weighed has the id."""

    code = "weigh.unknown"
    http_status = 404
    message = "nothing that was weighed is called {subject}; see: tocsin incidents --json"


class AmbiguousId(JobError):
    """Several things that were weighed have ids that start so."""

    code = "weigh.ambiguous"
    http_status = 409
    message = "{subject} is the start of {number} ids, among them {some}; give more of it"


class NotAnExport(JobError):
    """A file does not start as an export that can be taken in."""

    code = "exchange.form"
    http_status = 422
    message = "{subject} is no export that can be imported: {reason}"


class MaskedExport(JobError):
    """A masked export does not hold what was read."""

    code = "exchange.masked"
    http_status = 422
    message = (
        "{subject} is masked: names and texts in it are not those that were read; "
        "export again with --show-names"
    )


class UnknownGround(JobError):
    """No imported ground has the name."""

    code = "gazetteer.unknown"
    http_status = 404
    message = "no imported ground is called {subject}; see: tocsin gazetteer list"


class DamagedGround(JobError):
    """A file of imported ground is damaged."""

    code = "gazetteer.damaged"
    message = "imported ground {subject} is damaged; import it again with --replace, or remove it"


class StoreUnavailable(JobError):
    """The database does not answer or stays locked."""

    code = "store.unavailable"
    exit_code = 4
    http_status = 503
    message = "the store at {subject} is unavailable: {reason}"


class GroundUnavailable(JobError):
    """The folder of imported ground cannot be read or written."""

    code = "gazetteer.unavailable"
    exit_code = 4
    http_status = 503
    message = "the folder of imported ground cannot be used: {reason}"


class ModelMissing(JobError):
    """The language model's package is not installed."""

    code = "read.model_missing"
    exit_code = 4
    http_status = 503
    message = "the model package {subject} is not installed; run: pip install {subject}"
