"""Mentions of one group brought together: "Lindral residents", "the residents"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tocsin.ontology.exposure import exposure_words
from tocsin.read.groups.mention import PeopleMention
from tocsin.read.groups.people import PeopleWord

OWN_KINDS = frozenset(  # never mixed with a population
    {PeopleWord.CALLING, PeopleWord.DOERS, PeopleWord.FRAIL}
)


@dataclass(slots=True)
class Gathering:
    """Mentions taken to be of one group; `keys` are all proper names that stand for it.

    `exposure` sums the signs of danger over the mentions; `is_population` where one of them names
    people by more than a calling.
    """

    mentions: list[PeopleMention] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    sizes: set[int | None] = field(default_factory=set)
    exposure: int = 0
    is_population: bool = False

    def take(self, mention: PeopleMention) -> None:
        """Add a mention and what it says of the group."""
        self.mentions.append(mention)
        self.exposure += mention.exposure
        self.is_population = self.is_population or mention.kind not in OWN_KINDS
        self.keys |= mention.keys | _place_keys(mention)
        self.nations |= mention.nations
        self.heads.add(mention.head)
        if mention.size is not None:
            self.sizes.add(mention.size.low)

    def may_be(self, mention: PeopleMention) -> bool:
        """Return whether the mention can be of this group by what its noun says."""
        if mention.kind in OWN_KINDS:
            return mention.head in self.heads
        return self.is_population


def gather(mentions: Iterable[PeopleMention]) -> list[Gathering]:
    """Return the mentions by group, groups in the order of their first named mention.

    Named mentions come first: they found the groups that the bare ones refer back to.
    """
    mentions = [mention for mention in mentions if not mention.dead]
    gatherings: list[Gathering] = []
    for mention in (m for m in mentions if _is_named(m)):
        _home(mention, gatherings).take(mention)
    for mention in (m for m in mentions if not _is_named(m)):
        referred = _referred(mention, gatherings)
        if referred is None:
            referred = Gathering()
            gatherings.append(referred)
        referred.take(mention)
    return gatherings


def _is_named(mention: PeopleMention) -> bool:
    return bool(mention.keys or mention.place or mention.nations) or mention.size is not None


def _home(mention: PeopleMention, gatherings: list[Gathering]) -> Gathering:
    keys = mention.keys | _place_keys(mention)
    for gathering in gatherings:
        if gathering.may_be(mention) and _same(mention, keys, gathering):
            return gathering
    if mention.definite and not (mention.keys or mention.nations or mention.size):
        for gathering in reversed(gatherings):  # "the families had left Lindral Camp at dawn"
            if mention.head in gathering.heads:
                return gathering
    gatherings.append(Gathering())
    return gatherings[-1]


def _same(mention: PeopleMention, keys: frozenset[str], gathering: Gathering) -> bool:
    if keys & gathering.keys:
        return True
    if keys and gathering.keys:
        return False
    same_head = mention.head in gathering.heads
    if mention.nations and gathering.nations:
        return same_head and bool(mention.nations & gathering.nations)
    return same_head and _same_size(mention, gathering)


def _same_size(mention: PeopleMention, gathering: Gathering) -> bool:
    if mention.size is None:
        return True
    if not gathering.sizes:
        return mention.definite or not gathering.keys
    return mention.size.low in gathering.sizes


def _referred(mention: PeopleMention, gatherings: list[Gathering]) -> Gathering | None:
    """Return the group that a bare noun takes up: the last named before it with that noun."""
    fitting = [gathering for gathering in gatherings if mention.head in gathering.heads]
    if not fitting and mention.definite:
        fitting = [gathering for gathering in gatherings if gathering.may_be(mention)]
    before = [g for g in fitting if g.mentions[0].span < mention.span] or fitting[:1]
    return max(before, key=lambda gathering: gathering.exposure, default=None)


def _place_keys(mention: PeopleMention) -> frozenset[str]:
    if mention.place is None:
        return frozenset()
    shelters = exposure_words().shelters
    return frozenset(w for w in mention.place.casefold().split() if w not in shelters)
