"""Roles: which heads are the actors and targets of a trigger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import NameKind
from tocsin.ontology.event_types import EventType, Tone
from tocsin.read.events.clause import Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import trigger_lexicon, word_class
from tocsin.read.events.mentions import Mentions
from tocsin.read.events.participant_kinds import can_take_part, kind_of_noun
from tocsin.read.events.triggers import Trigger

DEEPEST = 3  # "demanded that X end curbs on Y": a target further down belongs to another clause
COMPLEMENT = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})
MODIFIERS = frozenset({"poss", "amod", "compound", "nmod"})
HAVING = frozenset({"hold", "possess", "hide", "stockpile", "be"})
FLEEING = frozenset({"flee"})  # whoever flees is driven out
HARMING_PERSONS = frozenset(
    ["kill", "massacre", "wound", "torture", "sexual_violence", "detain", "abduct"]
)  # done to people only: a place beside them says where
CARRIED_BY = frozenset({"in", "to", "out", "with", "on", "for", "of"})  # "took part in", "join in"
PERSONAL = frozenset({"he", "she", "him", "her", "they", "them", "us", "me", "you", "we", "i"})
DESCENT = frozenset(
    {"from", "by", "of", "on", "against", "with", "to", "for", "in", "between", "at"}
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Heads of the noun phrases that act and suffer."""

    actors: tuple[Token, ...]
    targets: tuple[Token, ...]


def roles_of(
    trigger: Trigger,
    kind: EventType,
    tree: Tree,
    mentions: Mentions,
    pronouns: Mapping[int, Token],
) -> Roles:
    """Return who is said to act and who to suffer; `pronouns` gives their antecedents."""
    finder = _Finder(trigger, kind, tree, mentions, pronouns)
    actors = finder.actors()
    targets = [head for head in finder.targets() if head.i not in {actor.i for actor in actors}]
    return Roles(_distinct(actors), _distinct(targets))


class _Finder:
    def __init__(
        self,
        trigger: Trigger,
        kind: EventType,
        tree: Tree,
        mentions: Mentions,
        pronouns: Mapping[int, Token],
    ) -> None:
        self.pronouns = pronouns
        self.token = trigger.token
        self.trigger = trigger
        self.kind = kind
        self.tree = tree
        self.mentions = mentions
        self.prepositions = trigger_lexicon().target_prepositions[kind.name]

    def actors(self) -> list[Token]:
        return [head for head in self._doers() if not self._is_only_a_place(head)]

    def _doers(self) -> list[Token]:
        if self._charges_with_arms() or self.trigger.lemma in FLEEING:
            return []
        if self.token.dep_ == "aux" or self.token.tag_ == "MD":
            governor = self.tree.parent(self.token)
            speaker = self.tree.parent(governor) if governor is not None else None
            return self._able(self.tree.subjects(speaker)) if speaker is not None else []
        if not self.trigger.frame.verbal:
            return self._actors_of_noun()
        if self.tree.is_passive(self.token):
            return self._able(self.tree.agents(self.token))
        heads = self.tree.subjects(self.token)
        return (
            self._able(heads) or self._parties_in(heads) or self._able(self.tree.agents(self.token))
        )

    def _is_only_a_place(self, head: Token) -> bool:
        """Return whether a town or site is all that stands where a doer of violence would."""
        core = self.tree.core(head)
        if self.kind.tone is not Tone.CONFLICT or _is_state(core, self.mentions):
            return False
        noun = kind_of_noun(core)
        if noun is not None and core.pos_ == "NOUN":
            return noun.kind is NameKind.FACILITY
        name = self.mentions.names.get(core.i)
        return core.i in self.mentions.places or (
            name is not None and name.kind is NameKind.FACILITY
        )

    def _parties_in(self, heads: list[Token]) -> list[Token]:
        """Return the parties that qualify a doer: "Tarvenian attacks killed …"."""
        kids = [kid for head in heads[:2] for kid in self.tree.kids(head, MODIFIERS)]
        return [kid for kid in kids if self._names_a_party(kid) and kid.dep_ != "poss"]

    def _actors_of_noun(self) -> list[Token]:
        found = self._able(self.tree.agents(self.token))
        if not found:
            kids = self.tree.kids(self.token, MODIFIERS)
            found = self._able([kid for kid in kids if self._names_a_party(kid)])
        if not found and "of" not in self.prepositions:
            found = self._able(
                [end for word, end in self.tree.prepositions(self.token) if word == "of"]
            )
        return found or self._actors_of_carrier()

    def _charges_with_arms(self) -> bool:
        """Return whether the clause says that someone has weapons: its subject is the accused."""
        return self.kind.name == "accuse" and self.trigger.lemma in HAVING

    def _names_a_party(self, kid: Token) -> bool:
        if kid.dep_ == "poss":
            return True
        return self._is_known(kid)

    def _is_known(self, token: Token) -> bool:
        return token.i in self.mentions.names or token.i in self.mentions.places

    def _actors_of_carrier(self) -> list[Token]:
        for child, governor in self.tree.climb(self.token):
            if child.dep_ == "prep" and child.lower_ not in CARRIED_BY:
                return []
            if governor.pos_ not in ("VERB", "AUX"):
                continue
            carried = bool(word_set(governor) & word_class("carrying"))
            if not carried:
                return []
            if self.tree.is_passive(governor):
                return self._able(self.tree.agents(governor))
            return self._able(self.tree.subjects(governor)) if child.dep_ != "nsubj" else []
        return []

    def targets(self) -> list[Token]:
        found = self._sufferers()
        if self.kind.name not in HARMING_PERSONS:
            return found
        return [head for head in found if not self._is_only_a_place(head)]

    def _sufferers(self) -> list[Token]:
        if self.trigger.lemma in FLEEING:
            return self._able(self.tree.subjects(self.token))
        if self.token.tag_ == "MD":
            governor = self.tree.parent(self.token)
            return self._able(self.tree.subjects(governor)) if governor is not None else []
        if not self.trigger.frame.verbal:
            return self._targets_of_noun(self.token)
        if self._charges_with_arms():
            subjects = self._able(self.tree.subjects(self.token))
            return subjects or self._pointed_at(self.token)
        direct = [*self.tree.objects(self.token), *self.tree.passive_subjects(self.token)]
        able = self._able(direct)
        pointed = self._pointed_at(self.token)
        if self.kind.violent or self.kind.name in ("deploy_forces", "protect", "evacuate"):
            found = able + [head for head in pointed if not able or self._is_place_of(head)]
        elif self.kind.symmetric:
            found = able + pointed
        else:
            found = pointed if pointed and not self._acts(direct) else able or pointed
        if found or any(head.lower_ in PERSONAL for head in direct):
            return found
        below = [] if self.kind.name in HARMING_PERSONS else self._below(direct)
        return below or self._carried_targets()

    def _is_place_of(self, head: Token) -> bool:
        return self.kind.name == "deploy_forces" and head.i in self.mentions.places

    def _acts(self, heads: list[Token]) -> bool:
        return any(head.pos_ == "PROPN" and self._is_known(head) for head in heads)

    def _pointed_at(self, token: Token) -> list[Token]:
        return self._able(
            [end for word, end in self.tree.prepositions(token) if word in self.prepositions]
        )

    def _targets_of_noun(self, noun: Token) -> list[Token]:
        pairs = self.tree.prepositions(noun)
        if self.kind.symmetric:
            between = [end for word, end in pairs if word in ("between", "with", "among")]
            return self._able(between)
        found = self._able([end for word, end in pairs if word in self.prepositions])
        return found or self._below([end for _, end in pairs]) or self._carrier_targets()

    def _carrier_targets(self) -> list[Token]:
        for child, governor in self.tree.climb(self.token):
            if child.dep_ == "prep" and child.lower_ not in CARRIED_BY:
                return []
            if governor.pos_ in ("VERB", "AUX"):
                if word_set(governor) & word_class("carrying"):
                    return [
                        head
                        for head in self._pointed_at(governor)
                        if head.i not in self.mentions.times
                    ]
                return []
        return []

    def _below(self, direct: list[Token]) -> list[Token]:
        """Return participants inside what is asked, refused, agreed or lifted."""
        level = list(direct)
        level += self.tree.kids(self.token, COMPLEMENT)
        level += [
            end
            for word, end in self.tree.prepositions(self.token)
            if word in DESCENT and not self._able([end])
        ]
        for _ in range(DEEPEST):
            found: list[Token] = []
            further: list[Token] = []
            for head in level[:6]:
                here = self._inside(head)
                able = self._able(here)
                found += able
                further += [token for token in here if token not in able]
                further += self.tree.kids(head, COMPLEMENT | frozenset({"acl", "relcl"}))
            if found:
                return found
            level = further
        return []

    def _inside(self, head: Token) -> list[Token]:
        if head.pos_ in ("VERB", "AUX"):
            own = self.tree.kids(head, frozenset({"nsubj", "nsubjpass"}))
            return [
                *own,
                *self.tree.objects(head),
                *[end for word, end in self.tree.prepositions(head) if word in DESCENT],
            ]
        parties = self.tree.kids(head, frozenset({"poss", "amod", "compound"}))
        return [
            *[kid for kid in parties if self._names_a_party(kid)],
            *[end for word, end in self.tree.prepositions(head) if word in DESCENT],
        ]

    def _carried_targets(self) -> list[Token]:
        """Return the object of the main verb for a participle: "attacked, killing …"."""
        governor = self.tree.parent(self.token)
        if self.token.dep_ != "conj" or governor is None or governor.pos_ != "VERB":
            return []
        return self._able(self.tree.objects(governor)) if self.kind.violent else []

    def _able(self, heads: list[Token]) -> list[Token]:
        found: list[Token] = []
        for head in heads:
            for token in self.tree.with_conjuncts(self.pronouns.get(head.i, head)):
                core = self.tree.core(token)
                counted = (
                    token.pos_ == "NUM" and self.kind.violent and token.i not in self.mentions.times
                )
                if (
                    counted
                    or can_take_part(core, self.mentions)
                    or (token.pos_ == "NOUN" and can_take_part(token, self.mentions))
                ):
                    found.append(token)
        return found


def _is_state(core: Token, mentions: Mentions) -> bool:
    """Return whether the word names a country or territory."""
    index = mentions.places.get(core.i)
    place = mentions.all_places[index].place if index is not None else None
    return place is not None and place.feature.startswith(("PCL", "TERR"))


def _distinct(heads: list[Token]) -> tuple[Token, ...]:
    return tuple({head.i: head for head in heads}.values())
