"""Which hosts may be reached, decided on the very address that is connected to."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import httpcore

from tocsin.core.errors import PrivateAddress

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
Permit = Callable[[Address], bool]


def is_public(address: Address) -> bool:
    """Return whether the address is of the open internet.

    Private, loopback, link-local, multicast, reserved and shared ranges are not, in whatever
    form of IPv6 they are wrapped.

    >>> is_public(ip_address("127.0.0.1")), is_public(ip_address("::ffff:10.0.0.1"))
    (False, False)
    """
    inner = _wrapped_ipv4(address)
    if inner is not None and not is_public(inner):
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def resolve(host: str, port: int) -> list[str]:
    """Return the numeric addresses of the host. Raises: OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def _wrapped_ipv4(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    nat64 = int(address) >> 32 == 0x0064_FF9B << 64  # RFC 6052: 64:ff9b::/96
    compatible = int(address) >> 32 == 0  # RFC 4291, 2.5.5.1: deprecated, still routed by some
    if nat64 or compatible:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


class GuardedBackend(httpcore.NetworkBackend):
    """Connects only to addresses that are permitted, and only until the deadline.

    The name is resolved once, every address of it is checked, and the connection goes to a
    checked address: a name that resolves differently a moment later gains nothing.
    """

    def __init__(self, *, resolve: Resolve, permit: Permit, deadline: float, subject: str) -> None:
        self._resolve = resolve
        self._permit = permit
        self._deadline = deadline
        self._subject = subject
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  (the deadline rules)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the host. Raises: PrivateAddress, httpcore errors."""
        for address in self._checked_addresses(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, remaining(self._deadline), local_address, socket_options
                )
            except httpcore.ConnectError as refused:
                failure = refused
            else:
                return DeadlineStream(stream, self._deadline)
        raise failure

    def _checked_addresses(self, host: str, port: int) -> list[str]:
        try:
            addresses = list(self._resolve(host, port))
        except (OSError, UnicodeError) as unknown:
            raise httpcore.ConnectError("the host name is unknown") from unknown
        if not addresses:
            raise httpcore.ConnectError("the host name is unknown")
        for address in addresses:
            if not self._permit(ip_address(address)):
                raise PrivateAddress(self._subject, address=address)
        return addresses


class DeadlineStream(httpcore.NetworkStream):
    """A connection whose every wait ends at one deadline, however slowly bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Return up to so many bytes. Raises: httpcore.ReadTimeout."""
        return self._stream.read(max_bytes, remaining(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send the bytes. Raises: httpcore.WriteTimeout."""
        self._stream.write(buffer, remaining(self._deadline))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the connection with TLS, the certificate checked against the host's name."""
        limit = min(remaining(self._deadline), timeout or float("inf"))
        return DeadlineStream(
            self._stream.start_tls(ssl_context, server_hostname, limit), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        """Return a fact of the connection beneath."""
        return self._stream.get_extra_info(info)


def remaining(deadline: float) -> float:
    """Return the seconds left. Raises: httpcore.ReadTimeout where there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left
