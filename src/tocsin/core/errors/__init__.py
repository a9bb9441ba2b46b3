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

from tocsin.core.errors.fetching import (
    FetchStatus,
    FetchTimeout,
    FetchUnreachable,
    ForbiddenScheme,
    PrivateAddress,
    RobotsDisallow,
    TooManyRedirects,
)
from tocsin.core.errors.items import (
    BadExportLine,
    BadGroundRow,
    BadJsonLine,
    BadJudgementLine,
    BinaryItem,
    BrokenArchive,
    CutExport,
    DamagedCharacters,
    EmptyItem,
    EncryptedItem,
    EntityDeclaration,
    ExpandingItem,
    GroundExists,
    ImpossibleDay,
    ItemNotFound,
    ItemTooLarge,
    JsonLineWithoutText,
    LongExportLine,
    MalformedDocument,
    NoReadableText,
    NotAFeed,
    NotGround,
    ReaderFailure,
    ReaderKilled,
    UnreadableEncoding,
    UnreadableFile,
)
from tocsin.core.errors.jobs import (
    AmbiguousId,
    BadConfig,
    BadJudgement,
    DamagedGround,
    GroundUnavailable,
    MaskedExport,
    ModelMissing,
    NotAnExport,
    NotWeighed,
    StoreExists,
    StoreFromTheFuture,
    StoreNotFound,
    StoreUnavailable,
    UnknownGround,
    UnknownReport,
)
from tocsin.core.errors.roots import (
    BadItem,
    FetchFailed,
    FetchRefused,
    ItemError,
    JobError,
    TocsinError,
)

__all__ = [
    "AmbiguousId",
    "BadConfig",
    "BadExportLine",
    "BadGroundRow",
    "BadItem",
    "BadJsonLine",
    "BadJudgement",
    "BadJudgementLine",
    "BinaryItem",
    "BrokenArchive",
    "CutExport",
    "DamagedCharacters",
    "DamagedGround",
    "EmptyItem",
    "EncryptedItem",
    "EntityDeclaration",
    "ExpandingItem",
    "FetchFailed",
    "FetchRefused",
    "FetchStatus",
    "FetchTimeout",
    "FetchUnreachable",
    "ForbiddenScheme",
    "GroundExists",
    "GroundUnavailable",
    "ImpossibleDay",
    "ItemError",
    "ItemNotFound",
    "ItemTooLarge",
    "JobError",
    "JsonLineWithoutText",
    "LongExportLine",
    "MalformedDocument",
    "MaskedExport",
    "ModelMissing",
    "NoReadableText",
    "NotAFeed",
    "NotAnExport",
    "NotGround",
    "NotWeighed",
    "PrivateAddress",
    "ReaderFailure",
    "ReaderKilled",
    "RobotsDisallow",
    "StoreExists",
    "StoreFromTheFuture",
    "StoreNotFound",
    "StoreUnavailable",
    "TocsinError",
    "TooManyRedirects",
    "UnknownGround",
    "UnknownReport",
    "UnreadableEncoding",
    "UnreadableFile",
]
