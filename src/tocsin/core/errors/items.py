"""Items that cannot be used: each becomes a Rejected, and the run goes on."""

from __future__ import annotations

from tocsin.core.errors.roots import BadItem


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
