"""Jobs that cannot go on."""

from __future__ import annotations

from tocsin.core.errors.roots import JobError


class BadConfig(JobError):
    """The configuration file is wrong."""

    code = "config.invalid"
    exit_code = 2
    http_status = 400
    message = "{subject}: {reason}"


class BadJudgement(JobError):
    """A judgement says what cannot be judged so."""

    code = "judge.invalid"
    exit_code = 2
    http_status = 422
    message = "{subject}: {reason}"


class StoreNotFound(JobError):
    """There is no store at the place named."""

    code = "store.not_found"
    http_status = 404
    message = "no store at {subject}; make one with: tocsin init"


class StoreExists(JobError):
    """A store would be made where other files lie."""

    code = "store.exists"
    http_status = 409
    message = "{subject} holds other files; name an empty folder"


class StoreFromTheFuture(JobError):
    """A newer Tocsin wrote the store."""

    code = "store.version"
    http_status = 409
    message = "the store at {subject} was written by a newer Tocsin ({revision}); upgrade Tocsin"


class UnknownReport(JobError):
    """No report has the id."""

    code = "store.unknown_report"
    http_status = 404
    message = "no report {subject} in the store; see: tocsin list"


class NotWeighed(JobError):
    """Nothing that was weighed has the id."""

    code = "weigh.unknown"
    http_status = 404
    message = "nothing that was weighed is called {subject}; see: tocsin incidents --json"


class AmbiguousId(JobError):
    """Several things that were weighed have ids that start so."""

    code = "weigh.ambiguous"
    http_status = 409
    message = "{subject} is the start of {number} ids, among them {some}; give more of it"


class NotAnExport(JobError):
    """A file does not start as an export that can be taken in."""

    code = "exchange.form"
    http_status = 422
    message = "{subject} is no export that can be imported: {reason}"


class MaskedExport(JobError):
    """A masked export does not hold what was read."""

    code = "exchange.masked"
    http_status = 422
    message = (
        "{subject} is masked: names and texts in it are not those that were read; "
        "export again with --show-names"
    )


class UnknownGround(JobError):
    """No imported ground has the name."""

    code = "gazetteer.unknown"
    http_status = 404
    message = "no imported ground is called {subject}; see: tocsin gazetteer list"


class DamagedGround(JobError):
    """A file of imported ground is damaged."""

    code = "gazetteer.damaged"
    message = "imported ground {subject} is damaged; import it again with --replace, or remove it"


class StoreUnavailable(JobError):
    """The database does not answer or stays locked."""

    code = "store.unavailable"
    exit_code = 4
    http_status = 503
    message = "the store at {subject} is unavailable: {reason}"


class GroundUnavailable(JobError):
    """The folder of imported ground cannot be read or written."""

    code = "gazetteer.unavailable"
    exit_code = 4
    http_status = 503
    message = "the folder of imported ground cannot be used: {reason}"


class ModelMissing(JobError):
    """The language model's package is not installed."""

    code = "read.model_missing"
    exit_code = 4
    http_status = 503
    message = "the model package {subject} is not installed; run: pip install {subject}"
