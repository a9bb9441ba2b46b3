"""CSV, FollowTheMoney and PROV-JSON: valid, complete, and harmless to open."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from prov.model import ProvDocument

from exchanged import AS_OF, PAGES, make_desk
from tocsin.desk.cli.main import run
from tocsin.desk.wire.exchange.cells import csv_text
from tocsin.desk.wire.exchange.tables import TABLES

DOCS = Path(__file__).parents[2] / "docs" / "exchange.md"
MODEL = json.loads((Path(__file__).parents[1] / "ftm_model.json").read_text("utf-8"))["schemata"]
FTM_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?")  # of the model's type "entity"
FTM_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_desk(tmp_path_factory.mktemp("forms") / "desk")


def exported(desk: Path, form: str, *options: str) -> Path:
    out = desk.parent / f"{form}{''.join(options)}"
    given = ["--store", str(desk), "--format", form, "--out", str(out), *AS_OF, *options]
    assert run(["export", *given]) == 0
    return out


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_the_tables_hold_the_ledger_and_point_to_one_another(desk: Path) -> None:
    folder = exported(desk, "csv", "--show-names")
    assert {path.stem for path in folder.iterdir()} == set(TABLES)
    tables = {name: rows(folder / f"{name}.csv") for name in TABLES}
    incidents = {row["id"]: row for row in tables["incidents"]}
    assert {row["place"] for row in incidents.values()} == {"Halvik", "Brenmark"}
    assert len(tables["reports"]) == len(PAGES)
    assert {row["incident"] for row in tables["events"]} <= set(incidents)
    counts = [row for row in tables["tolls"] if row["basis"] == "reported"]
    assert {row["low"] for row in counts} == {"12", "14", "3"}
    assert any(row["basis"] == "fused" for row in tables["tolls"])
    statements = {row["id"]: row for row in tables["statements"]}
    assert {row["statement"] for row in counts} <= set(statements)
    assert {row["kind"] for row in tables["links"]} >= {"same incident"}
    assert {row["name"] for row in tables["sources"]} >= {"Karsh Monitor", "Joren Pell"}
    (copy,) = [row for row in tables["reports"] if row["prints_text_of"]]
    assert copy["prints_text_of"] in {row["id"] for row in tables["reports"]} - {copy["id"]}


def test_no_cell_is_a_formula(desk: Path) -> None:
    folder = exported(desk, "csv", "--show-names")
    titles = [row["title"] for row in rows(folder / "reports.csv")]
    assert titles == ["'=Joren Pell speaks"] * len(PAGES)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r@", "\n-", "＝", " ="])
def test_what_a_spreadsheet_would_run_is_behind_an_apostrophe(start: str) -> None:
    table = csv_text(["a", "b"], [{"a": f"{start}1+1", "b": -3.5}])
    (row,) = csv.DictReader(table.splitlines())
    assert row["a"].startswith("'")
    assert row["b"] == "-3.5"


def test_csv_is_rfc_4180_whatever_the_cells_hold() -> None:
    odd = 'a "quoted", text\r\nwith \x00 and \u202e'
    table = csv_text(["one", "two"], [{"one": odd, "two": None}, {"one": True, "two": 0}])
    assert table.split("\r\n") == [
        "one,two", '"a ""quoted"", text with \ufffd and \ufffd",', "true,0", "",
    ]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_each_column_is_documented(name: str) -> None:
    (section,) = re.findall(
        rf"^### `{name}\.csv`.*?(?=^##|\Z)", DOCS.read_text("utf-8"), flags=re.M | re.S
    )
    named = set(re.findall(r"`(\w+)`", section))
    assert set(TABLES[name].columns.split()) <= named


def entities(desk: Path, *options: str) -> list[dict[str, Any]]:
    lines = exported(desk, "ftm", *options).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("options", [(), ("--show-names",)])
def test_entities_are_valid_against_the_schema(desk: Path, options: tuple[str, ...]) -> None:
    found = entities(desk, *options)
    schema_of = {one["id"]: one["schema"] for one in found}
    assert len(schema_of) == len(found)
    for one in found:
        model = MODEL[one["schema"]]
        assert FTM_ID.fullmatch(one["id"])
        assert set(one["properties"]) <= set(model["properties"])
        assert set(model["required"]) <= set(one["properties"])
        for name, values in one["properties"].items():
            kind = model["properties"][name]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if kind == "date":
                assert all(FTM_DAY.fullmatch(value) for value in values)
            if kind[0].isupper() and kind != "Thing":
                assert all(kind in MODEL[schema_of[value]]["schemata"] for value in values)
            if kind == "Thing":
                assert set(values) <= set(schema_of)


def test_events_tell_who_where_when_and_on_what_proof(desk: Path) -> None:
    found = entities(desk)
    halvik = next(
        one["properties"] for one in found
        if one["schema"] == "Event" and one["properties"]["location"] == ["Halvik"]
    )  # fmt: skip
    names = {one["id"]: one["properties"]["name"] for one in found if "name" in one["properties"]}
    assert halvik["date"] == ["2031-04-09"]
    assert ["Interior Guard"] in [names[one] for one in halvik["involved"]]
    assert len(halvik["proof"]) == 3
    roles = {one["properties"]["role"][0] for one in found if one["schema"] == "Documentation"}
    assert "supports" in roles


def test_a_masked_person_is_no_entity(desk: Path) -> None:
    assert not [one for one in entities(desk) if one["schema"] == "Person"]
    assert not [
        one for one in entities(desk)
        if one["schema"] == "LegalEntity" and "private person" in one["properties"]["name"][0]
    ]  # fmt: skip


def test_provenance_is_prov_json_that_the_prov_library_reads(desk: Path) -> None:
    text = exported(desk, "prov").read_text("utf-8")
    document = ProvDocument.deserialize(content=text, format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again
    assert len(document.get_records()) > 100


def test_every_relation_joins_two_things_that_are_there(desk: Path) -> None:
    document = json.loads(exported(desk, "prov").read_text("utf-8"))
    there = {name for kind in ("entity", "activity", "agent") for name in document[kind]}
    for relation in ("wasDerivedFrom", "wasGeneratedBy", "wasAttributedTo", "used"):
        assert document[relation]
        for ends in document[relation].values():
            assert {value for value in ends.values() if str(value).startswith("tocsin:")} <= there


def test_every_incident_leads_back_to_a_capture(desk: Path) -> None:
    document = json.loads(exported(desk, "prov").read_text("utf-8"))
    used: dict[str, set[str]] = {}
    for one in document["wasDerivedFrom"].values():
        used.setdefault(one["prov:generatedEntity"], set()).add(one["prov:usedEntity"])
    for incident in (name for name in document["entity"] if name.startswith("tocsin:inc_")):
        reached, waiting = set(), [incident]
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting.extend(used.get(one, ()))
        assert any(one.startswith("tocsin:cap_") for one in reached)


def test_primary_sources_are_proposed_and_statements_are_quotations(desk: Path) -> None:
    document = json.loads(exported(desk, "prov").read_text("utf-8"))
    derived = document["wasDerivedFrom"].values()
    kinds: dict[str, list[Any]] = {}
    for one in derived:
        kinds.setdefault(one.get("prov:type", {}).get("$", ""), []).append(one)
    assert all(one["tocsin:certainty"] == "proposed" for one in kinds["prov:PrimarySource"])
    assert {one["prov:generatedEntity"][:11] for one in kinds["prov:Quotation"]} == {"tocsin:stm_"}


def test_an_analyst_and_the_software_are_agents(desk: Path) -> None:
    document = json.loads(exported(desk, "prov").read_text("utf-8"))
    labels = {one.get("prov:label") for one in document["agent"].values()}
    assert "Tala Orsk" in labels
    types = [one.get("prov:type", {}).get("$") for one in document["agent"].values()]
    assert types.count("prov:SoftwareAgent") == 1
    (judged,) = [name for name in document["activity"] if name.startswith("tocsin:judge_")]
    assert any(one["prov:activity"] == judged for one in document["used"].values())
