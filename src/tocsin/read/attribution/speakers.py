"""Who a speaker's phrase stands for: names joined to their bearer, pronouns to who went before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import NameKind, NameMention
from tocsin.read.attribution.cues import cue_list
from tocsin.read.attribution.person_nouns import (
    NOMINAL,
    has_spoken,
    is_feminine,
    is_person_noun,
    is_subject,
    people_before,
    speaks,
)
from tocsin.read.attribution.quotations import Quotations, quotations_of
from tocsin.read.document import Document, span_of

SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those", "both"})
THING = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
OWN_VOICE = frozenset({"i", "we", "us", "me", "my", "our", "you", "your"})
BODIES = frozenset({NameKind.ORGANISATION, NameKind.FORCE})
PERSONS = frozenset({NameKind.PERSON, NameKind.OFFICE, NameKind.GROUP})  # a group of one: a teacher
GENDER = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she",
          "himself": "he", "herself": "she"}  # fmt: skip
SHARES = frozenset({"all", "some", "many", "most", "both", "several", "another", "each"})
SUBJECTS_BACK = 12  # farther back a pronoun's antecedent is guesswork
MOST_SPEAKERS = 4  # a longer list of joint speakers is cut, not read
LONGEST_NAME = 80  # characters; a longer description is cut to its core
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "each", "no"})
DETERMINERS = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """The names of a document and its subjects in order, to resolve phrases against."""

    names: Sequence[NameMention]
    starts: Sequence[int]
    subjects: Sequence[Token]
    places: Sequence[int]
    titles: dict[str, list[tuple[int, str]]]
    genders: dict[str, str]
    quotations: Quotations
    callings: dict[str, set[str]]

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
            return self.stood_for(source) or source.text
        if word in SHARES and source.pos_ != "NOUN":
            return self.share(source)
        if source.lemma_.lower() in cue_list().evidence_nouns:
            return ""
        return " and ".join(self.description(part) for part in coordinated(source))

    def stood_for(self, pronoun: Token) -> str:
        """Return the name a pronoun stands for; whoever was "he" once is not "she" later."""
        antecedent = self.antecedent(pronoun)
        if antecedent is None:
            return ""
        name = self.name_of(antecedent)
        if pronoun.lower_ in SINGULAR_PERSON:
            self.genders.setdefault(name, GENDER.get(pronoun.lower_, ""))
        return name

    def share(self, source: Token) -> str:
        """Return who "all of them" are, or "another trader" after one trader."""
        for preposition in source.rights:
            for whole in preposition.rights if preposition.lower_ == "of" else ():
                if whole.lower_ in PLURAL:
                    people = people_before(source)
                    return self.description(people) if people else phrase_text(source)
        if source.lower_ != "another":
            return phrase_text(source)
        index = bisect_left(self.places, source.i)
        for subject in reversed(self.subjects[max(0, index - SUBJECTS_BACK) : index]):
            if subject.pos_ == "NOUN" and is_person_noun(subject):
                return f"another {subject.lower_}"
        return phrase_text(source)

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
        return self.titled(source) or self.shouted(source) or self.called(source)

    def called(self, source: Token) -> str:
        """Return the phrase, "the clerk" as the "town clerk" where the report has only one."""
        text = phrase_text(source)
        fuller = self.callings.get(text, set())
        indefinite = any(child.lower_ in INDEFINITE for child in source.lefts)
        return next(iter(fuller)) if len(fuller) == 1 and not indefinite else text

    def shouted(self, source: Token) -> str:
        """Return the person of the report whose family name stands in capitals: "MARSH:"."""
        bearers = self.titles.get(source.lower_, [])
        return bearers[0][1] if bearers and source.text.isupper() else ""

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
        """Return the nearest subject before that the pronoun can stand for.

        Whoever spoke goes before an unnamed person who only did something.
        """
        index = bisect_left(self.places, pronoun.i)
        around = self.quotations.at(pronoun.idx)
        near = [
            subject
            for subject in reversed(self.subjects[max(0, index - SUBJECTS_BACK) : index])
            if self.quotations.at(subject.idx) in (None, around)
        ]
        fitting = [subject for subject in near if self.agrees(subject, pronoun.lower_)]
        if not fitting or fitting[0].pos_ == "PROPN" or pronoun.lower_ not in SINGULAR_PERSON:
            return fitting[0] if fitting else None
        return next((subject for subject in fitting if has_spoken(subject)), fitting[0])

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
        if plural or body or not self.fits_gender(subject, mention, pronoun):
            return False
        if subject.lower_ == "another":
            return True
        person = mention.kind in PERSONS if mention else subject.ent_type_ == "PERSON"
        return person or is_person_noun(subject) or speaks(subject)

    def fits_gender(self, subject: Token, mention: NameMention | None, pronoun: str) -> bool:
        """Return whether "he" or "she" can be the subject, by its ending and earlier pronouns."""
        other = "woman" if GENDER.get(pronoun) == "he" else "man"
        if subject.lower_.endswith(other) and not (other == "man" and is_feminine(subject)):
            return False
        name = mention.canonical if mention is not None else phrase_text(subject)
        return self.genders.get(name, GENDER.get(pronoun)) == GENDER.get(pronoun)


def coordinated(source: Token) -> list[Token]:
    """Return the heads joined by "and" in a speaker's phrase, a few at most."""
    parts = [source]
    while len(parts) < MOST_SPEAKERS:
        joined = next((c for c in parts[-1].rights if c.dep_ == "conj" and c.pos_ in NOMINAL), None)
        if joined is None:
            break
        parts.append(joined)
    return parts


def speakers_of(document: Document, names: Sequence[NameMention]) -> Speakers:
    """Return the document's names and subjects, ready to resolve against."""
    subjects = [token for token in document.tokens() if is_subject(token)]
    speakers = Speakers(
        names=names,
        starts=[name.span.start for name in names],
        subjects=subjects,
        places=[subject.i for subject in subjects],
        titles={},
        genders={},
        quotations=quotations_of(document.report.text),
        callings=callings_of(subjects),
    )
    collect_titles(document, speakers)
    return speakers


def callings_of(subjects: Sequence[Token]) -> dict[str, set[str]]:
    """Return, for each bare noun that speaks, the fuller phrases it ends: clerk → town clerk."""
    found: dict[str, set[str]] = {}
    for subject in subjects:
        own = [child for child in subject.lefts if child.dep_ in {"compound", "amod"}]
        if own and subject.tag_ == "NN" and has_spoken(subject):
            fuller = phrase_text(subject)
            if fuller.endswith(f" {subject.text}"):
                found.setdefault(subject.lower_, set()).add(fuller)
    return found


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
    doc, first, last = source.doc, source.i, source.i
    for child in reversed(list(source.lefts)):
        if child.dep_ in {"acl", "advcl", "relcl", "prep", "punct", "cc"}:
            break
        first = child.left_edge.i
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
