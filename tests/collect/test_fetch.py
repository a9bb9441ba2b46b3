"""Fetching, against a real server on this machine's loopback addresses."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from samples import ARTICLE, FEED, NOW
from tocsin.collect import collect
from tocsin.collect.addresses import Address, is_public
from tocsin.collect.fetch import Fetcher
from tocsin.core.config import CollectSettings
from tocsin.core.errors import (
    ExpandingItem,
    FetchRefused,
    FetchStatus,
    FetchTimeout,
    FetchUnreachable,
    ForbiddenScheme,
    ItemError,
    ItemTooLarge,
    PrivateAddress,
    RobotsDisallow,
    TooManyRedirects,
)
from tocsin.core.types import Capture, Rejected

SITE, FORBIDDEN = "127.0.0.2", "127.0.0.1"
LIMITS = CollectSettings(
    fetch_timeout_seconds=2.0, max_item_bytes=100_000, allow_private_addresses=True
)


class Site(BaseHTTPRequestHandler):
    """A small site; what it has seen is kept for the tests."""

    protocol_version = "HTTP/1.1"
    seen: list[tuple[str, str]]
    robots = b"User-agent: *\nDisallow: /closed\n"

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers.get("User-Agent", "")))
        port = self.server.server_address[1]
        match self.path:
            case "/robots.txt":
                self.answer(200, self.robots, "text/plain")
            case "/page" | "/closed/page":
                self.answer(200, ARTICLE.encode(), "text/html; charset=utf-8")
            case "/feed":
                self.answer(200, FEED.encode(), "application/rss+xml")
            case "/not-a-feed":
                self.answer(200, ARTICLE.encode(), "application/rss+xml")
            case "/zipped":
                self.answer(200, gzip.compress(ARTICLE.encode()), "text/html", encoding="gzip")
            case "/bomb":
                bomb = gzip.compress(b"0" * 50_000_000)
                self.answer(200, bomb, "text/html", encoding="gzip")
            case "/odd-encoding":
                self.answer(200, b"x", "text/html", encoding="br")
            case "/large":
                self.answer(200, b"a" * 200_000, "text/plain")
            case "/hop":
                self.move("/page")
            case "/loop":
                self.move("/loop")
            case "/inwards":
                self.move(f"http://{FORBIDDEN}:{port}/page")
            case "/to-file":
                self.move("file:///etc/hostname")
            case "/to-closed":
                self.move("/closed/page")
            case "/drip":
                self.drip()
            case _:
                self.answer(404, b"no such page", "text/plain")

    def answer(self, status: int, body: bytes, kind: str, *, encoding: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def move(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self) -> None:
        with suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"X-Slow: yes\r\n" if _ else b"HTTP/1.1 200 OK\r\n")
                time.sleep(0.1)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[str, type[Site]]]:
    handler = type("SiteOfTest", (Site,), {"seen": []})
    server = ThreadingHTTPServer(("0.0.0.0", 0), handler)  # noqa: S104
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://{SITE}:{server.server_address[1]}", handler
    server.shutdown()
    server.server_close()


def only_the_site(address: Address) -> bool:
    return address == ip_address(SITE)


def body_of(fetcher: Fetcher, address: str) -> bytes:
    return fetcher(address, now=NOW).stream.read()


def test_a_page_is_fetched_with_its_kind_charset_and_address(
    site: tuple[str, type[Site]],
) -> None:
    base, _ = site
    item = Fetcher(LIMITS)(f"{base}/hop", now=NOW)
    assert item.stream.read() == ARTICLE.encode()
    assert (item.name, item.url) == (f"{base}/hop", f"{base}/page")
    assert (item.declared, item.charset, item.obtained_at) == ("text/html", "utf-8", NOW)


def test_the_agent_says_who_it_is_and_asks_for_robots_once(site: tuple[str, type[Site]]) -> None:
    base, handler = site
    fetcher = Fetcher(LIMITS)
    body_of(fetcher, f"{base}/page")
    body_of(fetcher, f"{base}/page")
    assert [path for path, _ in handler.seen] == ["/robots.txt", "/page", "/page"]
    assert {agent for _, agent in handler.seen} == {LIMITS.user_agent}


def test_compressed_pages_are_expanded(site: tuple[str, type[Site]]) -> None:
    assert body_of(Fetcher(LIMITS), f"{site[0]}/zipped") == ARTICLE.encode()


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/nowhere", FetchStatus),
        ("/large", ItemTooLarge),
        ("/bomb", ExpandingItem),
        ("/odd-encoding", FetchUnreachable),
        ("/loop", TooManyRedirects),
        ("/closed/page", RobotsDisallow),
        ("/to-closed", RobotsDisallow),
        ("/to-file", ForbiddenScheme),
        ("/inwards", PrivateAddress),
        ("/drip", FetchTimeout),
    ],
)
def test_what_cannot_or_must_not_be_fetched_is_named(
    site: tuple[str, type[Site]], path: str, error: type[ItemError]
) -> None:
    started = time.monotonic()
    with pytest.raises(error) as caught:
        Fetcher(LIMITS, permit=only_the_site)(f"{site[0]}{path}", now=NOW)
    assert caught.value.subject == f"{site[0]}{path}"
    assert time.monotonic() - started < 2 * LIMITS.fetch_timeout_seconds


def test_a_redirect_inwards_never_reaches_the_inner_host(site: tuple[str, type[Site]]) -> None:
    base, handler = site
    with pytest.raises(PrivateAddress) as caught:
        Fetcher(LIMITS, permit=only_the_site)(f"{base}/inwards", now=NOW)
    assert caught.value.facts == {"address": FORBIDDEN}
    assert [path for path, _ in handler.seen] == ["/robots.txt", "/inwards"]


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"])
def test_loopback_is_refused_by_default(site: tuple[str, type[Site]], host: str) -> None:
    _, handler = site
    port = site[0].rpartition(":")[2]
    with pytest.raises(PrivateAddress):
        Fetcher(CollectSettings())(f"http://{host}:{port}/page", now=NOW)
    assert handler.seen == []


def test_a_name_is_refused_when_any_of_its_addresses_is_internal(
    site: tuple[str, type[Site]],
) -> None:
    port = site[0].rpartition(":")[2]
    fetcher = Fetcher(LIMITS, permit=only_the_site, resolve=lambda host, port: [SITE, FORBIDDEN])
    with pytest.raises(PrivateAddress):
        fetcher(f"http://halvik.example:{port}/page", now=NOW)


def test_the_connection_goes_to_the_address_that_was_checked(
    site: tuple[str, type[Site]],
) -> None:
    port = site[0].rpartition(":")[2]
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return [SITE] if len(asked) <= 2 else [FORBIDDEN]

    fetcher = Fetcher(LIMITS, permit=only_the_site, resolve=resolve)
    assert body_of(fetcher, f"http://halvik.example:{port}/page") == ARTICLE.encode()
    assert asked == ["halvik.example", "halvik.example"]
    with pytest.raises(PrivateAddress):
        fetcher(f"http://halvik.example:{port}/page", now=NOW)


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [(b"", True), (b"User-agent: tocsin\nDisallow: /\n", False), (b"\xff\xfe\x00", True)],
)
def test_robots_rules_for_this_agent_are_kept(
    site: tuple[str, type[Site]], robots: bytes, allowed: bool
) -> None:
    base, handler = site
    handler.robots = robots
    if allowed:
        assert body_of(Fetcher(LIMITS), f"{base}/page") == ARTICLE.encode()
    else:
        with pytest.raises(RobotsDisallow):
            Fetcher(LIMITS)(f"{base}/page", now=NOW)


def test_proxies_of_the_environment_are_ignored(
    site: tuple[str, type[Site]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.3:9")
    assert body_of(Fetcher(LIMITS), f"{site[0]}/page") == ARTICLE.encode()


@pytest.mark.parametrize("resolve", [lambda host, port: [], lambda host, port: [FORBIDDEN]])
def test_an_unknown_host_or_a_closed_port_is_unreachable(
    resolve: Callable[[str, int], list[str]],
) -> None:
    with pytest.raises(FetchUnreachable):
        Fetcher(LIMITS, resolve=resolve)("http://halvik.example:9/page", now=NOW)


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://a b/", "http://halvik:port/"]
)
def test_what_is_no_address_is_named(address: str) -> None:
    with pytest.raises((FetchUnreachable, FetchRefused)):
        Fetcher(LIMITS, resolve=lambda host, port: [])(address, now=NOW)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.1.2.3", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1",
        "ff02::1", "::ffff:192.168.1.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::7f00:1",
    ],
)  # fmt: skip
def test_internal_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_collect_fetches_named_addresses_and_goes_on_after_a_failure(
    site: tuple[str, type[Site]],
) -> None:
    base, handler = site
    named = [f"{base}/nowhere", f"{base}/feed", f"{base}/not-a-feed", f"{base}/page"]
    items = list(collect(named, settings=LIMITS, now=lambda: NOW))
    assert [item.code if isinstance(item, Rejected) else item.url for item in items] == [
        "collect.http_status",
        f"{base}/feed",
        "read.no_text",
        "collect.not_a_feed",
        f"{base}/page",
    ]
    assert "/1" not in [path for path, _ in handler.seen]


def test_collect_refuses_loopback_unless_allowed(site: tuple[str, type[Site]]) -> None:
    settings = replace(LIMITS, allow_private_addresses=False)
    [refused] = collect([f"{site[0]}/page"], settings=settings, now=lambda: NOW)
    assert not isinstance(refused, Capture)
    assert refused.code == "collect.private_address"


def test_a_site_that_does_not_speak_tls_is_unreachable_over_https(
    site: tuple[str, type[Site]],
) -> None:
    with pytest.raises(FetchUnreachable):
        Fetcher(LIMITS)(site[0].replace("http:", "https:"), now=NOW)
