"""Pages that could not be fetched, or that a safety rule forbids to fetch."""

from __future__ import annotations

from tocsin.core.errors.roots import FetchFailed, FetchRefused


class FetchStatus(FetchFailed):
    """The server answered with an error."""

    code = "collect.http_status"
    message = "the server answered {status}"


class FetchTimeout(FetchFailed):
    """The server took too long."""

    code = "collect.timeout"
    message = "no answer within {limit_seconds} seconds"


class FetchUnreachable(FetchFailed):
    """No connection could be made."""

    code = "collect.unreachable"
    message = "cannot be reached: {reason}"


class TooManyRedirects(FetchFailed):
    """The address leads from one to another without end."""

    code = "collect.redirects"
    message = "more than {limit} redirects"


class ForbiddenScheme(FetchRefused):
    """The address is neither http nor https."""

    code = "collect.scheme"
    message = "only http and https are fetched, not {scheme}"


class PrivateAddress(FetchRefused):
    """The address leads to a private, loopback or otherwise internal host."""

    code = "collect.private_address"
    message = "leads to the internal address {address}; --allow-private permits it"


class RobotsDisallow(FetchRefused):
    """The site's robots.txt disallows the page."""

    code = "collect.robots"
    message = "the site's robots.txt disallows it"
