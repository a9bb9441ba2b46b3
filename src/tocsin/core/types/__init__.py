"""The types of Tocsin, one module per word, in flow order. Import them from here."""

# ruff: noqa: I001  (flow order, not alphabetical)

from tocsin.core.types.span import Span
from tocsin.core.types.capture import Capture, Rejected
from tocsin.core.types.report import UNDETERMINED, Known, Language, Report, report_id
from tocsin.core.types.source import (
    Party,
    Reliability,
    Source,
    SourceKind,
    SourceRecord,
    Subject,
    source_id,
)
from tocsin.core.types.mention import (
    NameKind,
    NameMention,
    PlaceAlternative,
    PlaceMention,
    TimeMention,
    TimexType,
    Vicinity,
    VicinityKind,
)
from tocsin.core.types.statement import Stance, Statement, narration_of, statement_id, voice_of
from tocsin.core.types.toll import Count, Toll
from tocsin.core.types.event import (
    Codes,
    Event,
    Instrument,
    Participant,
    Polarity,
    Status,
    event_id,
)
from tocsin.core.types.group import GroupAtRisk, Part, group_id
from tocsin.core.types.deadline import Deadline, DeadlineKind
from tocsin.core.types.request import Request
from tocsin.core.types.triage import Triage
from tocsin.core.types.reading import Reading
from tocsin.core.types.judgement import Judgement, Verdict, in_force, judgement_id
from tocsin.core.types.ledger import (
    Contradiction,
    ContradictionKind,
    CopyGroup,
    Credibility,
    FusedCount,
    Graded,
    Incident,
    Ledger,
    Link,
    Notice,
    NoticeKind,
    Origin,
    ReportedToll,
    Silence,
    Standing,
)
from tocsin.core.types.lineage import (
    Certainty,
    EdgeKind,
    Lineage,
    LineageEdge,
    LineageNode,
    NodeKind,
)
from tocsin.core.types.situation import (
    Assessment,
    Confidence,
    Evidence,
    Level,
    LitIndicator,
    Reason,
    Situation,
)
from tocsin.core.types.warning import Warning, WarningSentence, WarningState
from tocsin.core.types.brief import Brief

__all__ = [
    "UNDETERMINED",
    "Assessment",
    "Brief",
    "Capture",
    "Certainty",
    "Codes",
    "Confidence",
    "Contradiction",
    "ContradictionKind",
    "CopyGroup",
    "Count",
    "Credibility",
    "Deadline",
    "DeadlineKind",
    "EdgeKind",
    "Event",
    "Evidence",
    "FusedCount",
    "Graded",
    "GroupAtRisk",
    "Incident",
    "Instrument",
    "Judgement",
    "Known",
    "Language",
    "Ledger",
    "Level",
    "Lineage",
    "LineageEdge",
    "LineageNode",
    "Link",
    "LitIndicator",
    "NameKind",
    "NameMention",
    "NodeKind",
    "Notice",
    "NoticeKind",
    "Origin",
    "Part",
    "Participant",
    "Party",
    "PlaceAlternative",
    "PlaceMention",
    "Polarity",
    "Reading",
    "Reason",
    "Rejected",
    "Reliability",
    "Report",
    "ReportedToll",
    "Request",
    "Silence",
    "Situation",
    "Source",
    "SourceKind",
    "SourceRecord",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "Status",
    "Subject",
    "TimeMention",
    "TimexType",
    "Toll",
    "Triage",
    "Verdict",
    "Vicinity",
    "VicinityKind",
    "Warning",
    "WarningSentence",
    "WarningState",
    "event_id",
    "group_id",
    "in_force",
    "judgement_id",
    "narration_of",
    "report_id",
    "source_id",
    "statement_id",
    "voice_of",
]
