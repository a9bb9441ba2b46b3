"""Events of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from tocsin.core.types import (
    Event,
    NameMention,
    Participant,
    PlaceMention,
    Polarity,
    Span,
    Stance,
    Statement,
    Status,
    TimeMention,
    event_id,
    narration_of,
)
from tocsin.ontology.event_types import event_types
from tocsin.read.document import Document
from tocsin.read.events.antecedents import antecedents
from tocsin.read.events.casualties import ATTACKS, merged, toll_of
from tocsin.read.events.clause import Tree
from tocsin.read.events.coding import Context, codes_of
from tocsin.read.events.countries import settled_in
from tocsin.read.events.imputed import lower_imputed_plans
from tocsin.read.events.learned import with_learned
from tocsin.read.events.mentions import Mentions, index_mentions
from tocsin.read.events.participants import participant
from tocsin.read.events.parties import Casting
from tocsin.read.events.passage_codes import coded
from tocsin.read.events.polarity import polarity_of
from tocsin.read.events.ranking import score_of
from tocsin.read.events.realis import NEGATED_BY_NATURE, weighed_polarity, weighed_status
from tocsin.read.events.roles import roles_of
from tocsin.read.events.setting import (
    instrument,
    instrument_head,
    instrument_words,
    place_of,
    time_of,
)
from tocsin.read.events.status import status_of
from tocsin.read.events.triggers import Trigger, find_triggers
from tocsin.read.events.voices import innermost

TO_COME = frozenset(
    [
        Status.PLANNED,
        Status.THREATENED,
        Status.ORDERED,
        Status.REQUESTED,
        Status.FEARED,
        Status.CALLED_FOR,
    ]
)


def find_events(
    document: Document,
    *,
    names: Sequence[NameMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    statements: Sequence[Statement],
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """Return the events in text order, and the narration statements that carry them.

    An event outside every attributed content belongs to the report's own voice: one narration
    statement for each sentence that holds such an event.
    """
    tree = Tree.of(document.doc)
    mentions = index_mentions(document, names, places, times)
    scene = _Scene(document, tree, mentions, antecedents(document, tree, mentions))
    nearby = _StatementsBySentence(document, statements)
    narration: dict[int, Statement] = {}
    events: list[Event] = []
    for trigger in with_learned(document, find_triggers(document, tree)):
        statement = innermost(trigger.span, nearby.of(trigger.sentence))
        if statement is None:
            statement = narration.setdefault(
                trigger.sentence,
                narration_of(document.report, document.sentences[trigger.sentence]),
            )
        events.append(scene.event(trigger, statement))
    events = lower_imputed_plans(_with_shared_tolls(events))
    cast = Casting(document, tree, mentions).recast(coded(document, events))
    return cast, tuple(narration.values())


@dataclass(frozen=True, slots=True)
class _Scene:
    document: Document
    tree: Tree
    mentions: Mentions
    pronouns: Mapping[int, Token]

    def event(self, trigger: Trigger, statement: Statement) -> Event:
        kind = event_types()[trigger.frame.type_name]
        phrase = self.document.phrases[trigger.sentence]
        roles = roles_of(trigger, kind, self.tree, self.mentions, self.pronouns)
        actors, targets = self._cast(roles.actors), self._cast(roles.targets)
        chances = self.document.marks.trigger(trigger.span)
        status = weighed_status(status_of(trigger, kind, self.tree), chances["status"])
        polarity = polarity_of(trigger, self.tree)
        if kind.name not in NEGATED_BY_NATURE and not trigger.frame.wants_negation:
            polarity = weighed_polarity(polarity, chances["polarity"])
        if statement.stance is Stance.DENIES and kind.name != "deny_or_justify":
            polarity = Polarity.DENIED
        place = place_of(trigger, phrase, tuple(targets.values()), self.mentions, self.tree)
        country = self.mentions.country_of_place(place) if place is not None else None
        acting = tuple(settled_in(country, head, member) for head, member in actors.items())
        suffering = tuple(settled_in(country, head, member) for head, member in targets.items())
        parties = len(acting) + len(suffering)
        means = instrument_head(trigger, self.tree)
        context = Context(
            trigger.lemma,
            trigger.sentence_words,
            instrument_words(means, phrase, trigger),
            acting,
            suffering,
        )
        return Event(
            id=event_id(self.document.report.id, kind.name, trigger.span),
            type=kind.name,
            codes=codes_of(kind, context, status, polarity),
            status=status,
            polarity=polarity,
            trigger=trigger.span,
            sentence=trigger.sentence,
            statement=statement.id,
            actors=acting,
            targets=suffering,
            instrument=instrument(means, self.tree, self.mentions) if means is not None else None,
            place=place,
            time=time_of(trigger, phrase, self.mentions, since=self._open_from(status)),
            toll=toll_of(kind.name, roles.targets, status, polarity, self.tree),
            score=score_of(trigger, kind, status, polarity, parties, self.tree),
        )

    def _open_from(self, status: Status) -> date | None:
        """Return the day before which a deed still to come cannot lie, None for deeds done."""
        published = self.document.report.published
        return published if status in TO_COME else None

    def _cast(self, heads: Sequence[Token]) -> dict[Token, Participant]:
        """Return the participants by head, each phrase once."""
        cast: dict[Span, tuple[Token, Participant]] = {}
        for head in heads:
            member = participant(head, self.tree, self.mentions)
            if member is not None:
                cast.setdefault(member.span, (self.tree.core(head), member))
        return dict(cast.values())


@dataclass(frozen=True)
class _StatementsBySentence:
    """The statements whose content touches a sentence, so that none is looked at elsewhere."""

    document: Document
    statements: Sequence[Statement]

    def __post_init__(self) -> None:
        table: dict[int, list[Statement]] = {}
        starts = [sentence.start for sentence in self.document.sentences]
        for statement in self.statements:
            touched: set[int] = set()
            for span in statement.content_spans:
                first = max(bisect_right(starts, span.start) - 1, 0)
                touched.update(range(first, bisect_right(starts, max(span.start, span.end - 1))))
            for index in touched:
                table.setdefault(index, []).append(statement)
        object.__setattr__(self, "_table", table)

    def of(self, sentence: int) -> Sequence[Statement]:
        table: dict[int, list[Statement]] = self.__dict__["_table"]
        return table.get(sentence, [])


def _with_shared_tolls(events: Sequence[Event]) -> list[Event]:
    """Return the events; an attack gets the toll of the deaths and injuries beside it."""
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    tolls = {index: merged([event.toll for event in group]) for index, group in by_sentence.items()}
    return [
        replace(event, toll=tolls[event.sentence])
        if event.type in ATTACKS
        and event.polarity is Polarity.AFFIRMED
        and event.status not in TO_COME
        else event
        for event in events
    ]
