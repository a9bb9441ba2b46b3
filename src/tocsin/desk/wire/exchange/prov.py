"""A brief as a W3C PROV-JSON document: what came from what, by whose doing.

Source: W3C Member Submission "The PROV-JSON Serialization", 24 April 2013. A quotation or a primary
source is there a `wasDerivedFrom` of that `prov:type`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from tocsin.core.ids import content_id
from tocsin.desk.wire.line import Json

NAMESPACE = "urn:tocsin:1:"
NAMESPACES = {
    "tocsin": NAMESPACE,
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

ENDS = {
    "wasGeneratedBy": ("entity", "activity"),
    "used": ("activity", "entity"),
    "wasDerivedFrom": ("generatedEntity", "usedEntity"),
    "wasAttributedTo": ("entity", "agent"),
    "wasAssociatedWith": ("activity", "agent"),
}
"""The relations that are written, each with the names of its two ends."""


@dataclass(frozen=True, slots=True)
class ProvDocument:
    """A document as it grows; what is put in twice is there once."""

    parts: dict[str, dict[str, Json]] = field(default_factory=lambda: defaultdict(dict))

    def put(self, kind: str, id_: str, type_: str = "", **facts: object) -> str:
        """Put in an entity, activity or agent and return its name; facts that are None are not."""
        name = f"tocsin:{id_}"
        self.parts[kind].setdefault(name, _attributes(type_, facts))
        return name

    def relate(self, relation: str, one: str, other: str, type_: str = "", **facts: object) -> None:
        """Put in that `one` stands in the relation to `other`; its id follows from what it says."""
        first, second = ENDS[relation]
        ends = {f"prov:{first}": one, f"prov:{second}": other}
        attributes = _attributes(type_, facts)
        id_ = content_id(relation, one, other, type_, sorted(attributes.items(), key=str))
        self.parts[relation].setdefault(f"tocsin:{id_}", ends | attributes)

    def whole(self) -> Json:
        """Return the document."""
        return {"prefix": NAMESPACES, **self.parts}


def _attributes(type_: str, facts: Mapping[str, object]) -> Json:
    """Return the attributes; `prov_` before a fact's name makes it one of PROV's own."""
    attributes: Json = {"prov:type": _name(type_)} if type_ else {}
    for name, fact in facts.items():
        if fact is not None:
            own = name.startswith("prov_")
            attributes[f"prov:{name[5:]}" if own else f"tocsin:{name}"] = fact
    return attributes


def _name(type_: str) -> Json:
    return {"$": type_ if ":" in type_ else f"tocsin:{type_}", "type": "xsd:QName"}
