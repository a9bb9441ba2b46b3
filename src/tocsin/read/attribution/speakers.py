"""Who a speaker's phrase stands for: names joined to their bearer, pronouns to who went before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import NameKind, NameMention
from tocsin.read.attribution.cues import cue_list
from tocsin.read.document import Document, span_of

SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those", "both"})
THING = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
OWN_VOICE = frozenset({"i", "we", "us", "me", "my", "our", "you", "your"})
BODIES = frozenset({NameKind.ORGANISATION, NameKind.GROUP, NameKind.FORCE, NameKind.OFFICE})
SUBJECTS_BACK = 12  # farther back a pronoun's antecedent is guesswork
NOMINAL = frozenset({"NOUN", "PROPN"})
MOST_SPEAKERS = 4  # a longer list of joint speakers is cut, not read
LONGEST_NAME = 80  # characters; a longer description is cut to its core
DETERMINERS = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """The names of a document and its subjects in order, to resolve phrases against."""

    names: Sequence[NameMention]
    starts: Sequence[int]
    subjects: Sequence[Token]
    places: Sequence[int]
    titles: dict[str, list[tuple[int, str]]]

    def name_of(self, source: Token | None) -> str:
        """Return the resolved name of the phrase headed by `source`; "" for nobody."""
        if source is None:
            return ""
        word = source.lower_
        if word in RELATIVE:
            return self.relative(source)
        if word in OWN_VOICE:
            return ""
        if word in SINGULAR_PERSON or word in PLURAL or word in THING:
            antecedent = self.antecedent(source)
            return self.description(antecedent) if antecedent is not None else source.text
        if source.lemma_.lower() in cue_list().evidence_nouns:
            return ""
        return " and ".join(self.description(part) for part in coordinated(source))

    def relative(self, source: Token) -> str:
        """Return the name of what a relative pronoun refers to."""
        clause = source.head
        for _ in range(4):
            if clause.dep_ == "relcl":
                return self.name_of(clause.head)
            clause = clause.head
        return source.text

    def description(self, source: Token) -> str:
        """Return the canonical name of a noun phrase, else its text."""
        mention = self.mention_at(source)
        for child in source.rights if mention is None else ():
            if child.dep_ == "appos" and mention is None:
                mention = self.mention_at(child)
        if mention is not None:
            return mention.canonical
        return self.titled(source) or phrase_text(source)

    def mention_at(self, token: Token) -> NameMention | None:
        """Return the name that holds the token, None where none does."""
        index = bisect_right(self.starts, token.idx) - 1
        for mention in self.names[max(0, index - 1) : index + 1]:
            if mention.span.overlaps(span_of(token)):
                return mention
        return None

    def titled(self, source: Token) -> str:
        """Return the last name before that bears the noun, for "the ministry", "the spokesman"."""
        definite = any(child.lower_ in {"the", "that", "this"} for child in source.lefts)
        if not definite or any(child.dep_ in {"prep", "relcl", "acl"} for child in source.rights):
            return ""
        if sum(1 for _ in source.lefts) > 1:
            return ""
        bearers = self.titles.get(source.lower_, [])
        index = bisect_left(bearers, (source.idx, "")) - 1
        return bearers[index][1] if index >= 0 else ""

    def antecedent(self, pronoun: Token) -> Token | None:
        """Return the nearest subject before that the pronoun can stand for."""
        index = bisect_left(self.places, pronoun.i)
        for subject in reversed(self.subjects[max(0, index - SUBJECTS_BACK) : index]):
            if self.agrees(subject, pronoun.lower_):
                return subject
        return None

    def agrees(self, subject: Token, pronoun: str) -> bool:
        """Return whether the pronoun can stand for the subject."""
        mention = self.mention_at(subject)
        plural = subject.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.rights)
        body = subject.lemma_.lower() in cue_list().collective_nouns or (
            mention is not None and mention.kind in BODIES
        )
        if pronoun in PLURAL:
            return plural or body
        if pronoun in THING:
            return not plural and (body or subject.ent_type_ in {"ORG", "GPE"})
        person = mention.kind is NameKind.PERSON if mention else subject.ent_type_ == "PERSON"
        return not plural and not body and (person or is_person_noun(subject))


def coordinated(source: Token) -> list[Token]:
    """Return the heads joined by "and" in a speaker's phrase, a few at most."""
    parts = [source]
    while len(parts) < MOST_SPEAKERS:
        joined = next((c for c in parts[-1].rights if c.dep_ == "conj" and c.pos_ in NOMINAL), None)
        if joined is None:
            break
        parts.append(joined)
    return parts


def is_person_noun(token: Token) -> bool:
    """Return whether a common noun stands for one person, by its ending or the list."""
    word = token.lemma_.lower()
    return token.tag_ == "NN" and (
        word.endswith(("man", "woman", "er", "or", "ist", "ian")) or word in cue_list().person_nouns
    )


def speakers_of(document: Document, names: Sequence[NameMention]) -> Speakers:
    """Return the document's names and subjects, ready to resolve against."""
    subjects = [
        token
        for token in document.tokens()
        if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"}
    ]
    speakers = Speakers(
        names=names,
        starts=[name.span.start for name in names],
        subjects=subjects,
        places=[subject.i for subject in subjects],
        titles={},
    )
    collect_titles(document, speakers)
    return speakers


def collect_titles(document: Document, speakers: Speakers) -> None:
    """Note, for each noun, the names that bear it: their own last word, title or apposition."""
    for token in document.tokens():
        mention = speakers.mention_at(token) if token.pos_ in {"PROPN", "NOUN"} else None
        if mention is None:
            continue
        words = [child for child in token.children if child.dep_ in {"appos", "compound"}]
        for word in (token, *words, token.head):
            if word is token.head and token.dep_ != "appos":
                continue
            speakers.titles.setdefault(word.lower_, []).append((token.idx, mention.canonical))


def phrase_text(source: Token) -> str:
    """Return the phrase's words up to its own complements, without article, on one line."""
    doc, first, last = source.doc, source.left_edge.i, source.i
    if source.dep_ != "poss":
        for child in source.rights:
            if child.dep_ not in {"prep", "acl", "nummod"} or child.i > last + 12:
                break
            if doc[child.right_edge.i].idx - doc[first].idx > LONGEST_NAME:
                break
            last = child.right_edge.i
    while first < source.i and (doc[first].lower_ in DETERMINERS or doc[first].is_punct):
        first += 1
    return " ".join(doc[first : last + 1].text.split())
