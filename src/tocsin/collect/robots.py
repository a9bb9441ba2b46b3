"""What a site's robots.txt allows. Source: RFC 9309."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of one site for one agent; `rules` None means that one answer fits all pages."""

    rules: Any
    agent: str
    otherwise: bool = True

    @classmethod
    def of(cls, status: int, content: bytes, *, agent: str) -> Self:
        """Return the rules that the answer to the request for robots.txt gives.

        No file allows all (2.3.1.3); a server in trouble allows nothing (2.3.1.4).
        """
        if 200 <= status < 300:
            from protego import Protego

            return cls(Protego.parse(content.decode("utf-8", "replace")), agent)
        return cls(None, agent, otherwise=status < 500)

    @classmethod
    def refusing(cls) -> Self:
        """Return rules that allow nothing."""
        return cls(None, "", otherwise=False)

    def allow(self, url: str) -> bool:
        """Return whether the page may be fetched."""
        if self.rules is None:
            return self.otherwise
        return bool(self.rules.can_fetch(url, self.agent))


def robots_address(url: str) -> str:
    """Return the address of the site's robots.txt.

    >>> robots_address("https://halvik.example:8443/news?id=1")
    'https://halvik.example:8443/robots.txt'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/robots.txt"
