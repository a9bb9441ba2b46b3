"""Truth discovery's figures on a small set of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.truth import hierarchy_figures, population_figures

CLAIMS = """obj,src,value
Mara Kett,courier,Brenmark
Mara Kett,radio,Karsh
Mara Kett,wire,Ostrel
Ilya Dorn,courier,Karsh
Ilya Dorn,radio,Karsh
"""
TRUTH = """obj,value
Mara Kett,"Brenmark,Karsh,Tarvenia"
Ilya Dorn,"Halvik,Karsh,Tarvenia"
"""
HIERARCHY = """ID,name,parentID
0,Root,-1
1,Tarvenia,0
2,Karsh,1
3,Brenmark,2
4,Halvik,2
5,Ostrel,0
"""


def test_the_truth_is_cut_to_the_most_specific_name_that_someone_claims(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "groundtruths.csv").write_text(TRUTH, encoding="utf-8")
    (tmp_path / "hierarchy.csv").write_text(HIERARCHY, encoding="utf-8")
    values = {figure.metric: figure.value for figure in hierarchy_figures(tmp_path)}
    assert values["accuracy"] == 1.0


def test_a_city_without_a_true_count_is_not_measured(tmp_path: Path) -> None:
    claims = "velmora_2030\tcourier\t900\t2030\nvelmora_2030\tradio\t904\t2030\n"
    claims += "halvik_2030\tcourier\t50\t2030\n"
    (tmp_path / "population-new-new.txt").write_text(claims, encoding="utf-8")
    (tmp_path / "population-gd.txt").write_text(
        "velmora, 2030, 904\nhalvik, 2030, 0\n", encoding="utf-8"
    )
    figures = {figure.metric: figure for figure in population_figures(tmp_path)}
    assert figures["mae"].items == 1
    assert figures["mae_median"].value == pytest.approx(4.0)
