"""Whether a frame of the lexicon holds at a token."""

from __future__ import annotations

from functools import cached_property, lru_cache

from spacy.tokens import Token

from tocsin.read.events.clause import MAX_STEPS, Tree
from tocsin.read.events.lexicon import Condition, Frame, word_class

NAMES_COUNT_AS = {
    "obj": frozenset({"people", "settled_place"}),
    "subj": frozenset({"people", "force"}),
    "pobj": frozenset({"people"}),
}  # classes that a proper name or personal pronoun may stand for
PEOPLE_ENDINGS = ("man", "men", "woman", "women", "folk", "people", "boy", "girl", "children")
EMPTY = frozenset({"no", "nobody", "none", "nothing", "neither", "noone"})
OBLIGING = frozenset({"should", "must", "ought", "may"})  # "should not answer" tells of no silence
THIRD_PERSON = frozenset({"he", "she", "they", "it", "who", "which", "that"})
FARTHEST_ANTECEDENT = 60  # tokens; two sentences back
ENDS = frozenset({"pobj", "pcomp"})
PAST_TAGS = frozenset({"VBN", "VBD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DEFINING = frozenset({"compound", "appos", "amod", "poss", "nmod"})


class Surroundings:
    """The words at each place a condition may look, gathered once for a token."""

    def __init__(
        self,
        token: Token,
        tree: Tree,
        sentence_words: frozenset[str],
        near_words: frozenset[str] = frozenset(),
        scene_words: frozenset[str] = frozenset(),
    ) -> None:
        self.token = token
        self.tree = tree
        self.sentence_words = sentence_words
        self.near_words = near_words or sentence_words
        self.scene_words = scene_words or self.near_words

    def holds(self, frame: Frame) -> bool:
        """Return whether every condition of the frame is met here."""
        return all(self._met(condition) for condition in frame.conditions)

    def _met(self, condition: Condition) -> bool:
        if condition.forbids and "sport" in condition.classes and self._is_grim:
            return True  # a bomb at a match is no sport
        if condition.key == "mark":
            found = not condition.words.isdisjoint(self.sentence_words)
        elif condition.key == "near":
            found = not condition.words.isdisjoint(self.near_words)
        elif condition.key == "scene":
            found = not condition.words.isdisjoint(self.scene_words)
        else:
            found = self._found_among(condition, self._at(condition.key))
        return found != condition.forbids

    @cached_property
    def _is_grim(self) -> bool:
        return not self.sentence_words.isdisjoint(word_class("grim"))

    def _at(self, key: str) -> list[Token]:
        found: list[Token] = getattr(self, f"{key}_tokens")
        return found

    def _found_among(self, condition: Condition, tokens: list[Token]) -> bool:
        if condition.anything and tokens:
            return True
        names = condition.classes & NAMES_COUNT_AS.get(condition.key, frozenset())
        if any(word_set(token) & condition.words for token in tokens):
            return True
        if condition.forbids:
            return False
        if "people" in condition.classes and any(map(_is_human, tokens)):
            return True
        if "guardian" in condition.classes and any(map(self._is_guardian, tokens)):
            return True
        return bool(names) and any(token.pos_ in ("PROPN", "PRON") for token in tokens)

    def _is_guardian(self, token: Token) -> bool:
        """Return whether one who is told apart by a title, or stands for one, should protect."""
        if token.pos_ != "PRON":
            return self._is_guardian_noun(token)
        if token.lower_ not in THIRD_PERSON:
            return False
        for earlier in reversed(token.doc[max(token.i - FARTHEST_ANTECEDENT, 0) : token.i]):
            if earlier.dep_ not in SUBJECTS or earlier.pos_ not in ("NOUN", "PROPN"):
                continue
            if self._is_guardian_noun(earlier):
                return True
            if (token.lower_ == "they") == (earlier.tag_ in ("NNS", "NNPS")):
                return False  # somebody else is meant
        return False

    @cached_property
    def obj_tokens(self) -> list[Token]:
        """What the deed is done to."""
        heads = [*self.tree.objects(self.token), *self.tree.passive_subjects(self.token)]
        heads += self.tree.kids(self.token, frozenset({"attr", "oprd"})) if not heads else []
        return self._widened(heads)

    @cached_property
    def subj_tokens(self) -> list[Token]:
        """Who does it."""
        doers = [*self.tree.subjects(self.token), *self.tree.agents(self.token)]
        return self._widened(doers or self._missed_subject())

    def _missed_subject(self) -> list[Token]:
        """Return the guardian of "The patrol watched from the road", parsed as a participle."""
        verb = self.token
        for _ in range(MAX_STEPS):
            noun = self.tree.parent(verb)
            if noun is None or verb.tag_ not in PAST_TAGS or verb.dep_ not in ("acl", "conj"):
                return []
            if verb.dep_ == "acl":
                is_clause = noun.dep_ == "ROOT" and not self.tree.is_passive_form(verb)
                return [noun] if is_clause and self._is_guardian_noun(noun) else []
            verb = noun
        return []

    def _is_guardian_noun(self, noun: Token) -> bool:
        guardians = word_class("guardian")
        named = (noun, *self.tree.kids(noun, DEFINING))
        return any(word_set(each) & guardians for each in named)

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
    def bare_tokens(self) -> list[Token]:
        """Particles and prepositions that stand alone: "stood by", not "stood by her word"."""
        return [token for token in self.prt_tokens if not self._has_end(token)]

    def _has_end(self, particle: Token) -> bool:
        ends = self.tree.kids(particle, ENDS)
        return any(end.dep_ == "pobj" or end.tag_ == "VBG" for end in ends)  # not "by when"

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
        """Negations of the verb: its own, in its subject or object, or above it."""
        if any(kid.lower_ in OBLIGING for kid in self.tree.kids(self.token, frozenset({"aux"}))):
            return []
        found = self.tree.kids(self.token, frozenset({"neg"}))
        found += [kid for kid in self.tree.kids(self.token) if kid.lower_ in EMPTY]
        adverbs = self.tree.kids(self.token, frozenset({"advmod"}))
        found += [kid for adverb in adverbs for kid in self.tree.kids(adverb, frozenset({"neg"}))]
        parties = [*self.tree.subjects(self.token), *self.tree.objects(self.token)]
        parties += self.tree.passive_subjects(self.token) + self.describes_tokens
        found += [party for party in parties if party.lower_ in EMPTY]
        kids = [kid for party in parties for kid in self.tree.kids(party)]
        found += [kid for kid in kids if kid.lower_ in EMPTY or kid.dep_ == "neg"]
        governor = self.tree.parent(self.token)
        if governor is None:
            return found
        if self.token.dep_ == "xcomp" and governor.lemma_ in ("have", "be"):
            adverbs = self.tree.kids(governor, frozenset({"advmod"}))
            found += [kid for kid in adverbs if kid.lower_ == "yet"]  # "has yet to send anyone"
        if self.token.dep_ == "pcomp" and governor.lower_ == "without":
            found.append(governor)
        return found

    @cached_property
    def not_tokens(self) -> list[Token]:
        """The same negations, where they deny the event: "nobody was touched"."""
        return self.neg_tokens

    @cached_property
    def gov_tokens(self) -> list[Token]:
        """What the token hangs on: the verb it completes, through a preposition if there is one."""
        governor = self.tree.parent(self.token)
        if governor is None:
            return []
        above = self.tree.parent(governor) if governor.pos_ == "ADP" else None
        return [governor] if above is None else [governor, above]

    @cached_property
    def self_tokens(self) -> list[Token]:
        """The word itself, for an entry that any verb may fill."""
        return [self.token]

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


def _is_human(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lower_.endswith(PEOPLE_ENDINGS)


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
