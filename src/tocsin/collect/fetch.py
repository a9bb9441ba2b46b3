"""Pages from web addresses that the user named, fetched under guard."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from ssl import SSLError
from urllib.parse import urljoin

import httpcore
import httpx

from tocsin.collect.addresses import GuardedBackend, Permit, Resolve, is_public, resolve
from tocsin.collect.item import Item
from tocsin.collect.robots import RobotsRules, robots_address
from tocsin.collect.transport import GuardedTransport
from tocsin.core.config import CollectSettings
from tocsin.core.errors import (
    EmptyItem,
    ExpandingItem,
    FetchStatus,
    FetchTimeout,
    FetchUnreachable,
    ForbiddenScheme,
    ItemTooLarge,
    RobotsDisallow,
    TooManyRedirects,
)

REDIRECTS = frozenset({301, 302, 303, 307, 308})
ROBOTS_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB are to be read
ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered to one request."""

    status: int
    headers: httpx.Headers
    content: bytes


class Fetcher:
    """Fetches pages; robots.txt of a site is asked for once.

    `resolve` and `permit` say which hosts may be reached; without them the system's resolver is
    asked and only public addresses are permitted.
    """

    def __init__(
        self,
        settings: CollectSettings,
        *,
        resolve: Resolve = resolve,
        permit: Permit | None = None,
    ) -> None:
        self._settings = settings
        self._resolve = resolve
        anywhere = settings.allow_private_addresses
        self._permit = permit or (lambda address: anywhere or is_public(address))
        self._rules: dict[str, RobotsRules] = {}

    def __call__(self, address: str, *, now: datetime) -> Item:
        """Return the page as an item, redirects followed and each hop checked.

        Raises: FetchFailed and FetchRefused leaves, ItemTooLarge, ExpandingItem.
        """
        deadline = time.monotonic() + self._settings.fetch_timeout_seconds
        try:
            url, answer = self._follow(address, deadline)
        except (httpcore.TimeoutException, httpx.TimeoutException) as late:
            limit = self._settings.fetch_timeout_seconds
            raise FetchTimeout(address, limit_seconds=limit) from late
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, SSLError) as broken:
            raise FetchUnreachable(address, reason=_reason(broken)) from broken
        except (httpcore.UnsupportedProtocol, httpx.InvalidURL, ValueError) as wrong:
            raise FetchUnreachable(address, reason="not a web address") from wrong
        return _item(address, url, answer, now)

    def _follow(self, address: str, deadline: float) -> tuple[str, Answer]:
        url = address
        for _ in range(self._settings.max_redirects + 1):
            _check_scheme(url, address)
            if not self._rules_of(url, deadline, address).allow(url):
                raise RobotsDisallow(address)
            answer = self._get(url, deadline, self._settings.max_item_bytes, address)
            target = answer.headers.get("location")
            if answer.status not in REDIRECTS or not target:
                if not 200 <= answer.status < 300:
                    raise FetchStatus(address, status=answer.status)
                return url, answer
            url = urljoin(url, target)
        raise TooManyRedirects(address, limit=self._settings.max_redirects)

    def _rules_of(self, url: str, deadline: float, subject: str) -> RobotsRules:
        place = robots_address(url)
        if place not in self._rules:
            self._rules[place] = self._fetch_rules(place, deadline, subject)
        return self._rules[place]

    def _fetch_rules(self, place: str, deadline: float, subject: str) -> RobotsRules:
        agent = self._settings.user_agent
        url = place
        for _ in range(self._settings.max_redirects + 1):
            _check_scheme(url, subject)
            try:
                answer = self._get(url, deadline, ROBOTS_BYTES, subject)
            except (ItemTooLarge, ExpandingItem):
                return RobotsRules.refusing()
            target = answer.headers.get("location")
            if answer.status not in REDIRECTS or not target:
                return RobotsRules.of(answer.status, answer.content, agent=agent)
            url = urljoin(url, target)
        return RobotsRules.of(404, b"", agent=agent)  # RFC 9309, 2.3.1.2: as if there were none

    def _get(self, url: str, deadline: float, limit_bytes: int, subject: str) -> Answer:
        backend = GuardedBackend(
            resolve=self._resolve, permit=self._permit, deadline=deadline, subject=subject
        )
        headers = {
            "User-Agent": self._settings.user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip",
        }
        with (
            httpx.Client(transport=GuardedTransport(backend), trust_env=False) as client,
            client.stream("GET", url, headers=headers) as response,
        ):
            try:
                content = b"".join(_pieces(response, limit_bytes, subject))
            except zlib.error as damaged:
                raise FetchUnreachable(subject, reason="damaged compression") from damaged
            return Answer(status=response.status_code, headers=response.headers, content=content)


def _pieces(response: httpx.Response, limit_bytes: int, subject: str) -> Iterator[bytes]:
    """Yield the body's bytes, expanded here so that no more than the limit ever exists.

    Raises: ItemTooLarge, ExpandingItem, FetchUnreachable, zlib.error.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise FetchUnreachable(
            subject, reason=f"content encoding {encoding[:20]} was not asked for"
        )
    expander = None if encoding in ("identity", "") else zlib.decompressobj(wbits=47)
    received = expanded = 0
    for piece in response.iter_raw():
        received += len(piece)
        if received > limit_bytes:
            raise ItemTooLarge(subject, limit_bytes=limit_bytes)
        whole = expander.decompress(piece, limit_bytes - expanded + 1) if expander else piece
        expanded += len(whole)
        if expanded > limit_bytes:
            raise ExpandingItem(subject, limit_bytes=limit_bytes)
        yield whole


def _check_scheme(url: str, subject: str) -> None:
    scheme = url.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        raise ForbiddenScheme(subject, scheme=scheme)


def _item(address: str, url: str, answer: Answer, now: datetime) -> Item:
    if not answer.content:
        raise EmptyItem(address)
    declared, _, parameters = answer.headers.get("content-type", "").partition(";")
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    return Item(
        name=address,
        stream=io.BytesIO(answer.content),
        obtained_at=now,
        declared=declared.strip().lower() or None,
        charset=charset or None,
        url=url,
    )


def _reason(broken: Exception) -> str:
    return str(broken) or type(broken).__name__
