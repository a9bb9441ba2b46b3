"""Whether a frame of the lexicon holds at a token."""

from __future__ import annotations

from functools import cached_property, lru_cache

from spacy.tokens import Token

from tocsin.read.events.clause import Tree
from tocsin.read.events.lexicon import Condition, Frame

NAMES_COUNT_AS = {
    "obj": frozenset({"people", "settled_place"}),
    "subj": frozenset({"people", "force"}),
    "pobj": frozenset({"people"}),
}  # classes that a proper name or personal pronoun may stand for


class Surroundings:
    """The words at each place a condition may look, gathered once for a token."""

    def __init__(self, token: Token, tree: Tree, sentence_words: frozenset[str]) -> None:
        self.token = token
        self.tree = tree
        self.sentence_words = sentence_words

    def holds(self, frame: Frame) -> bool:
        """Return whether every condition of the frame is met here."""
        return all(self._met(condition) for condition in frame.conditions)

    def _met(self, condition: Condition) -> bool:
        if condition.key == "mark":
            found = bool(condition.words & self.sentence_words)
        else:
            found = self._found_among(condition, self._at(condition.key))
        return found != condition.forbids

    def _at(self, key: str) -> list[Token]:
        found: list[Token] = getattr(self, f"{key}_tokens")
        return found

    def _found_among(self, condition: Condition, tokens: list[Token]) -> bool:
        if condition.anything and tokens:
            return True
        names = condition.classes & NAMES_COUNT_AS.get(condition.key, frozenset())
        return any(
            word_set(token) & condition.words
            or (names and not condition.forbids and token.pos_ in ("PROPN", "PRON"))
            for token in tokens
        )

    @cached_property
    def obj_tokens(self) -> list[Token]:
        """What the deed is done to."""
        heads = [*self.tree.objects(self.token), *self.tree.passive_subjects(self.token)]
        heads += self.tree.kids(self.token, frozenset({"attr", "oprd"})) if not heads else []
        return self._widened(heads)

    @cached_property
    def subj_tokens(self) -> list[Token]:
        """Who does it."""
        return self._widened([*self.tree.subjects(self.token), *self.tree.agents(self.token)])

    @cached_property
    def prep_tokens(self) -> list[Token]:
        """Prepositions and particles below."""
        return self.tree.kids(self.token, frozenset({"prep", "prt", "agent", "dative", "advmod"}))

    @cached_property
    def pobj_tokens(self) -> list[Token]:
        """Objects of the prepositions below."""
        return self._widened([end for _, end in self.tree.prepositions(self.token)])

    @cached_property
    def prt_tokens(self) -> list[Token]:
        """Particles, and adverbs and words parsed in their stead."""
        kinds = frozenset({"prt", "advmod", "prep", "oprd", "acomp", "dobj", "amod"})
        return self.tree.kids(self.token, kinds)

    @cached_property
    def to_tokens(self) -> list[Token]:
        """Verbs of the complement."""
        heads = self.tree.kids(self.token, frozenset({"xcomp", "ccomp", "acl", "advcl"}))
        return [verb for head in heads for verb in self.tree.with_conjuncts(head)]

    @cached_property
    def mod_tokens(self) -> list[Token]:
        """Words that qualify a noun from the left."""
        kinds = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
        return self.tree.kids(self.token, kinds)

    @cached_property
    def acomp_tokens(self) -> list[Token]:
        """Predicates: adjectives and nouns after be, hold, find, set."""
        kinds = frozenset({"acomp", "oprd", "attr", "dobj", "ccomp", "xcomp", "advmod", "prt"})
        found = self.tree.kids(self.token, kinds)
        return found + [kid for head in found for kid in self.tree.kids(head, kinds)]

    @cached_property
    def oprd_tokens(self) -> list[Token]:
        """What someone is called."""
        kinds = frozenset({"oprd", "attr", "dobj", "ccomp", "appos", "dative", "xcomp"})
        found = self.tree.kids(self.token, kinds)
        return found + [kid for head in found for kid in self.tree.kids(head, kinds)]

    @cached_property
    def neg_tokens(self) -> list[Token]:
        """Negations of the verb, in its auxiliaries or subject."""
        found = self.tree.kids(self.token, frozenset({"neg"}))
        empty = ("no", "nobody", "none", "nothing")
        subjects = self.tree.subjects(self.token)
        found = found + [subject for subject in subjects if subject.lower_ in empty]
        return found + [
            kid
            for subject in subjects
            for kid in self.tree.kids(subject)
            if kid.lower_ in ("no", "none")
        ]

    @cached_property
    def describes_tokens(self) -> list[Token]:
        """The noun that a relative clause or participle tells apart: "officers who defected"."""
        noun = self.tree.parent(self.token) if self.token.dep_ in ("relcl", "acl") else None
        return [noun] if noun is not None else []

    def _widened(self, heads: list[Token]) -> list[Token]:
        found: list[Token] = []
        for head in heads[:4]:
            for token in self.tree.with_conjuncts(head):
                found.append(token)
                core = self.tree.core(token)
                if core.i != token.i:
                    found.append(core)
        return found


def word_set(token: Token) -> frozenset[str]:
    """Return the forms under which a lexicon may list the token."""
    return _forms(token.lower_, token.lemma_)


@lru_cache(maxsize=20_000)  # the words of a few hundred reports
def _forms(lower: str, lemma: str) -> frozenset[str]:
    words = {lower, lemma.lower()}
    if lower.endswith("s"):
        words.add(lower[:-1])  # plurals of capitalised nouns keep their form as lemma
    if lower.endswith("ies"):
        words.add(lower[:-3] + "y")
    return frozenset(words)
