"""Which nouns stand for people, and which of them a pronoun may take up."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.read.attribution.cues import cue_list

NOMINAL = frozenset({"NOUN", "PROPN"})
WORDS_BACK = 40  # tokens; farther back "them" is guesswork


def is_person_noun(token: Token) -> bool:
    """Return whether a common noun stands for one person, by its ending or the list."""
    word = token.lemma_.lower()
    return token.tag_ == "NN" and (
        word.endswith(("man", "woman", "ist")) or word in cue_list().person_nouns
    )


def is_feminine(subject: Token) -> bool:
    """Return whether the noun ends in "woman"."""
    return subject.lower_.endswith("woman")


def speaks(subject: Token) -> bool:
    """Return whether a common noun in the singular is said to say something."""
    cues = cue_list()
    thing = subject.lemma_.lower() in cues.documents | cues.evidence_nouns
    return not thing and subject.tag_ == "NN" and has_spoken(subject)


def has_spoken(subject: Token) -> bool:
    """Return whether the subject's verb is one of speaking."""
    return subject.head.lemma_.lower() in cue_list().speech_verbs


def is_subject(token: Token) -> bool:
    """Return whether a pronoun may stand for the token: a noun that does or is told something."""
    subject = token.dep_ in {"nsubj", "nsubjpass"}
    if token.pos_ in NOMINAL:
        return subject or is_described(token)
    return subject and token.lower_ == "another"


def people_before(token: Token) -> Token | None:
    """Return the nearest plural noun before that names people: who "all of them" are."""
    for i in range(token.i - 1, max(token.i - WORDS_BACK, -1), -1):
        noun = token.doc[i]
        if noun.tag_ == "NNS" and noun.lemma_.lower() in cue_list().person_nouns:
            return noun
    return None


def is_described(token: Token) -> bool:
    """Return whether a clause tells what the person did: "a farmer who delivers milk"."""
    return any(
        clause.dep_ == "relcl"
        and any(c.dep_ == "nsubj" and c.lower_ == "who" for c in clause.lefts)
        for clause in token.rights
    )
