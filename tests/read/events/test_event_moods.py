"""Moods: threats and fears, orders and requests, attempts, rules, and what goes on."""

from __future__ import annotations

import pytest

from events_of import one
from tocsin.core.types import Polarity, Status

STATUSES = [
    # threatened: its doer says it will come if, or unless
    ("The militia will burn the mill unless the tax is paid.", "destroy_property", "threatened"),
    ("The captain vowed to kill the elders.", "kill", "threatened"),
    ("Any driver who stops at the camp will be shot.", "wound", "threatened"),
    ("We will burn the mill of Halvik.", "destroy_property", "threatened"),
    # feared: somebody else expects it
    ("Residents dread an attack on Friday.", "armed_attack", "feared"),
    ("The elders expect to be deported by spring.", "expel_or_displace", "feared"),
    ("Kett believes that the camp will be attacked.", "armed_attack", "feared"),
    # ordered
    ("The levies shall search each dwelling.", "search_or_raid", "ordered"),
    ("He told his men to search the huts and to shoot the dogs.", "destroy_property", "ordered"),
    ("A captain gave the word to attack the camp.", "armed_attack", "ordered"),
    ("You are not to attack the camp.", "armed_attack", "ordered"),
    # requested: by way of an application, between authorities
    ("The bureau sought leave to search the camp.", "search_or_raid", "requested"),
    ("The prefect applied for permission to search the sheds.", "search_or_raid", "requested"),
    # called for: urged
    ("Send soldiers to Lindral Camp.", "deploy_forces", "called_for"),
    ("Kett wants the army to send soldiers.", "deploy_forces", "called_for"),
    ("Villagers asked the ministry to send soldiers.", "deploy_forces", "called_for"),
    ("They will kill him unless the ministry releases the captain.", "release", "called_for"),
    # attempted: tried and did not come off
    ("A bid to set fire to the mill came to nothing.", "destroy_property", "attempted"),
    ("A plot to kill the mayor was foiled.", "kill", "attempted"),
    ("The mayor survived a stabbing in Halvik.", "wound", "attempted"),
    # hypothetical: a condition, a question, a rule
    ("In the event of an attack the nurses will go to the cellar.", "armed_attack", "hypothetical"),
    ("A reporter asked whether soldiers had attacked the camp.", "armed_attack", "hypothetical"),
    ("Any officer who beats a prisoner faces dismissal.", "torture", "hypothetical"),
    # ongoing
    ("Families are being deported.", "expel_or_displace", "ongoing"),
    ("The brigade has besieged Halvik since May.", "besiege_or_deny_aid", "ongoing"),
    ("The brigade has besieged Halvik for a ninth day.", "besiege_or_deny_aid", "ongoing"),
    # planned
    ("The camp is to be shelled on Friday.", "bombard", "planned"),
    # happened
    ("On the night of the killings the gate stood open.", "kill", "happened"),
    ("Gunmen kill twelve villagers in Karsh.", "kill", "happened"),
]


@pytest.mark.parametrize(("text", "type_name", "status"), STATUSES)
def test_the_mood_of_the_clause_decides_the_status(text: str, type_name: str, status: str) -> None:
    assert one(text, type_name).status is Status(status)


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("At no point did soldiers shell Halvik.", "bombard"),
        ("Rumours that soldiers shelled Halvik are untrue.", "bombard"),
        ("Reports of a massacre in Karsh proved false.", "massacre"),
        ("It is not true that soldiers shelled Halvik.", "bombard"),
        ("Not a single shop was looted.", "loot"),
        ("No tent was searched or burned.", "destroy_property"),
        ("The marchers were turned back without anyone being hurt.", "wound"),
        ("All nine children were unharmed.", "wound"),
        ("The captain, far from shelling Halvik, withdrew his guns.", "bombard"),
        ("There is no evidence of a plan to attack the camp.", "armed_attack"),
        ("None of the families was deported.", "expel_or_displace"),
    ],
)
def test_every_way_of_saying_that_it_was_not_so_denies(text: str, type_name: str) -> None:
    assert one(text, type_name).polarity is Polarity.DENIED


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("The governor will not hesitate to attack the camp.", "armed_attack"),
        ("It is untrue that the gate was open while soldiers looted the mill.", "loot"),
        ("The attack on Halvik was not condemned.", "armed_attack"),
        ("They will kill him if the captain is not released.", "release"),
    ],
)
def test_a_negation_of_something_else_leaves_the_deed_affirmed(text: str, type_name: str) -> None:
    assert one(text, type_name).polarity is Polarity.AFFIRMED
