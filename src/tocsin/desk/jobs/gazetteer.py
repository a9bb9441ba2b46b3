"""Ground imported into the user's folder, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from tocsin.core.errors import BadConfig, GroundExists, ItemError, NotGround
from tocsin.core.types import Rejected
from tocsin.read.places.gazetteer import packaged_subdivision_names
from tocsin.read.places.imported.grounds import Ground, ground_name, is_kept, keep_ground
from tocsin.read.places.imported.importing import GroundImport, Watch, form_of
from tocsin.read.places.imported.opened import GroundForm

ENDINGS = (
    ".txt", ".csv", ".tsv", ".zip", ".geojson", ".geojsonl", ".json", ".db", ".sqlite", ".tar",
    ".bz2", ".gz", ".tbz2", ".tgz",
)  # fmt: skip


def import_job(
    paths: Sequence[Path],
    *,
    folder: Path,
    now: Callable[[], datetime],
    name: str = "",
    replace: bool = False,
    watch: Watch = iter,
) -> Iterator[Ground | Rejected]:
    """Yield each ground once it is on disk, and a rejection for each row or file that is none.

    Files of alternate names are read for every GeoNames dump among the others. A file that
    breaks off is not kept in part. Raises: BadConfig, GroundUnavailable.
    """
    forms: dict[Path, GroundForm] = {}
    for path in paths:
        try:
            forms[path] = form_of(path)
        except ItemError as unusable:
            yield unusable.as_rejected()
    names = [path for path, form in forms.items() if form is GroundForm.OTHER_NAMES]
    grounds = [path for path in forms if path not in names]
    if name and len(grounds) > 1:
        raise BadConfig("--name", reason=f"one name, and {len(grounds)} files of places")
    if GroundForm.GEONAMES not in forms.values():
        for path in names:
            reason = "alternate names; give the country dump that they belong to as well"
            yield NotGround(str(path), reason=reason).as_rejected()
    for path in grounds:
        called = ground_name(name or bare_name(path))
        reading = GroundImport(path=path, other_names=names, watch=watch)
        try:
            _check_name(called, path, folder, replace=replace)
            yield from reading.read()
        except ItemError as unusable:
            yield unusable.as_rejected()
        else:
            yield _kept(reading, called, folder, now())


def bare_name(path: Path) -> str:
    """Return the file's name without its endings.

    >>> bare_name(Path("dumps/SD.zip")), bare_name(Path("wof-admin-sd.tar.bz2"))
    ('SD', 'wof-admin-sd')
    """
    name = path.resolve().name
    while name.lower().endswith(ENDINGS):
        name = name.rpartition(".")[0]
    return name


def _check_name(called: str, path: Path, folder: Path, *, replace: bool) -> None:
    if not called:
        raise NotGround(str(path), reason="its name cannot serve; give a --name")
    if not replace and is_kept(folder, called):
        raise GroundExists(str(path), name=called)


def _kept(reading: GroundImport, called: str, folder: Path, now: datetime) -> Ground:
    ground = Ground(
        name=called,
        form=reading.form.value,
        file=reading.path.resolve().name,
        imported_at=now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        places=len(reading.builder),
        names=reading.builder.calls.count,
        left_out=reading.left_out,
        rejected=reading.rejected,
        bulk=reading.is_bulk,
    )
    keep_ground(folder, ground, reading.builder.columns(packaged_subdivision_names().get))
    return ground
