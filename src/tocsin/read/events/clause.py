"""Who does what to whom in a clause: grammatical roles read off the parse, with bounded walks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tocsin.read.events.lexicon import load

SUBJECT = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
OBJECT = frozenset({"dobj", "dative", "obj"})
PREPOSITION = frozenset({"prep", "agent", "dative"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
OBJECT_CONTROL = frozenset(
    [
        "ask",
        "order",
        "urge",
        "tell",
        "persuade",
        "force",
        "allow",
        "call",
        "request",
        "instruct",
        "command",
        "direct",
        "press",
        "pressure",
        "encourage",
        "invite",
        "help",
        "let",
        "have",
        "see",
    ]
)  # verbs whose object is the subject of their infinitive
HAVING = frozenset({"have", "has", "had", "having"})  # auxiliaries of an active participle
ADDRESSING = frozenset({"on", "upon", "for", "to"})  # "called on the army to withdraw"
AUXILIARY_BE = frozenset({"auxpass"})
TREE = "tocsin_tree"  # key of `Doc.user_data`
MAX_STEPS = 6  # bounds every walk, so that nested text stays linear
MOST_KIDS = 40  # no clause has more; a list or a table taken for a sentence does


class Tree:
    """The parse with the children of each token at hand (spaCy scans for them on each call).

    Of a token with more than `MOST_KIDS` children the first ones are kept.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._kids: list[list[Token]] = [[] for _ in range(len(doc))]
        self._parents: list[int] = [0] * len(doc)
        for place, token in enumerate(doc):
            head = token.head.i
            self._parents[place] = head
            if head != place and len(self._kids[head]) < MOST_KIDS:
                self._kids[head].append(token)

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Return the doc's tree, made once and kept with it."""
        tree: Tree = doc.user_data.get(TREE) or cls(doc)
        doc.user_data[TREE] = tree
        return tree

    def kids(self, token: Token, deps: frozenset[str] | None = None) -> list[Token]:
        """Return the token's children, or those with one of the relations, in text order."""
        kids = self._kids[token.i]
        return kids if deps is None else [kid for kid in kids if kid.dep_ in deps]

    def parent(self, token: Token) -> Token | None:
        """Return the governor, None at the root."""
        head = self._parents[token.i]
        return None if head == token.i else self.doc[head]

    def climb(self, token: Token) -> Iterator[tuple[Token, Token]]:
        """Yield (child, governor) from the token upwards, at most MAX_STEPS times."""
        for _ in range(MAX_STEPS):
            governor = self.parent(token)
            if governor is None:
                return
            yield token, governor
            token = governor

    def with_conjuncts(self, token: Token) -> list[Token]:
        """Return the token and what is coordinated with it."""
        found = [token]
        for _ in range(MAX_STEPS * 2):
            further = [kid for kid in self._kids[found[-1].i] if kid.dep_ == "conj"]
            if not further:
                break
            found.extend(further)
        return found

    def prepositions(self, token: Token) -> list[tuple[str, Token]]:
        """Return (preposition, object) pairs below the token, also through "out of"."""
        pairs: list[tuple[str, Token]] = []
        for kid in self._kids[token.i]:
            if kid.dep_ not in PREPOSITION or kid.pos_ in ("NOUN", "PROPN", "PRON"):
                continue
            for below in self._kids[kid.i]:
                if below.dep_ in ("pobj", "pcomp"):
                    pairs.append((kid.lower_, below))
                elif below.dep_ == "prep":
                    pairs.extend((below.lower_, end) for end in self._kids[below.i])
        return pairs

    def subjects(self, verb: Token) -> list[Token]:
        """Return the heads of the verb's subject: its own, shared, controlled or relative's."""
        told = False  # "police were told to stay": the police stay
        for _ in range(MAX_STEPS):
            own = self.kids(verb, SUBJECT)
            suffering = self.kids(verb, PASSIVE_SUBJECT)
            if own or (told and suffering):
                return self._unrelative((own or suffering)[0], verb)
            if suffering or verb.dep_ == "ROOT":
                return []
            governor = self.parent(verb)
            if governor is None:
                return []
            if verb.dep_ == "acl" and verb.tag_ != "VBN":
                if verb.tag_ == "VBG":
                    return [governor]
                verb = self._verb_above(governor)
            elif verb.dep_ == "xcomp" and governor.lemma_ in OBJECT_CONTROL:
                objects = self.kids(governor, OBJECT) or [
                    end for word, end in self.prepositions(governor) if word in ADDRESSING
                ]
                if objects:
                    return objects[:1]
                verb, told = governor, True
            elif verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "aux"):
                if governor.pos_ not in ("VERB", "AUX") and verb.dep_ != "pcomp":
                    return []
                if verb.dep_ == "advcl" and self._another_clause_between(governor, verb):
                    return []  # "Police hunt a man after a bomb exploded, wounding nine"
                verb = self._verb_above(governor)
                passive = self.kids(verb, PASSIVE_SUBJECT)
                if passive and not self.kids(verb, SUBJECT):
                    return self._unrelative(passive[0], verb)
            else:
                return []
        return []

    def _another_clause_between(self, governor: Token, verb: Token) -> bool:
        return verb.tag_ == "VBG" and any(
            token.dep_ == "advcl" and self.kids(token, SUBJECT | PASSIVE_SUBJECT)
            for token in self.doc[governor.i + 1 : verb.i]
        )

    def _verb_above(self, token: Token) -> Token:
        for _ in range(MAX_STEPS):
            governor = self.parent(token)
            if token.pos_ in ("VERB", "AUX") or governor is None:
                return token
            token = governor
        return token

    def _unrelative(self, subject: Token, verb: Token) -> list[Token]:
        if subject.lower_ in RELATIVE and verb.dep_ == "relcl":
            governor = self.parent(verb)
            return [governor] if governor is not None else []
        return [subject]

    def passive_subjects(self, verb: Token) -> list[Token]:
        """Return the heads of what a passive verb, or a participle after a noun, is done to."""
        own = self.kids(verb, PASSIVE_SUBJECT)
        if own:
            return self._unrelative(own[0], verb)
        governor = self.parent(verb)
        if governor is None:
            return []
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            return [governor]
        if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and self.kids(verb, AUXILIARY_BE):
            return self._controllers(governor)
        if verb.dep_ == "conj" and verb.tag_ == "VBN" and not self.kids(verb, OBJECT):
            if any(kid.lower_ in HAVING for kid in self.kids(verb)):
                return []
            passive = self.kids(governor, PASSIVE_SUBJECT)
            own = self.kids(verb, SUBJECT) if passive else []
            return own or passive  # "14 were killed and dozens wounded": dozens suffer
        return []

    def _controllers(self, governor: Token) -> list[Token]:
        """Return whom the deed below the governor befalls: "is to be shelled"."""
        if governor.lemma_ in OBJECT_CONTROL and self.kids(governor, OBJECT):
            return self.kids(governor, OBJECT)[:1]
        return self.kids(governor, SUBJECT | PASSIVE_SUBJECT)[:1]

    def is_passive_form(self, verb: Token) -> bool:
        """Return whether the verb itself shows that it is passive."""
        return bool(self.kids(verb, frozenset({"auxpass", "nsubjpass", "agent"})))

    def is_passive(self, verb: Token) -> bool:
        """Return whether the verb's subject suffers the deed."""
        return self.is_passive_form(verb) or bool(self.passive_subjects(verb))

    def objects(self, verb: Token) -> list[Token]:
        """Return the heads of direct and indirect objects."""
        found = [
            kid for kid in self.kids(verb, OBJECT) if kid.pos_ != "ADP" and kid.lower_ != "that"
        ]
        governor = self.parent(verb)
        if not found and verb.dep_ == "relcl" and governor is not None:
            taken = {kid.lower_ for kid in self.kids(verb, SUBJECT)}
            if taken and not taken & RELATIVE and not self.kids(verb, PASSIVE_SUBJECT):
                return [governor]
        if not found and verb.dep_ == "xcomp" and governor is not None:
            found = [kid for kid in self.kids(verb, frozenset({"nsubj"})) if kid.pos_ == "NOUN"][:0]
        return found

    def agents(self, token: Token) -> list[Token]:
        """Return the heads of by-phrases that name a doer."""
        return [end for word, end in self.prepositions(token) if word == "by"]

    def core(self, head: Token) -> Token:
        """Return the noun that a partitive head counts: "dozens of villagers" → villagers."""
        if head.lemma_.lower() in _partitives() or head.pos_ == "NUM":
            for word, end in self.prepositions(head):
                if word in ("of", "from"):
                    return end
        return head


def _partitives() -> frozenset[str]:
    return frozenset(load("event_participants")["partitive"])
