"""Whether an address is free, asked before anything else is started."""

from __future__ import annotations

import errno
import socket

LOOPBACK = "127.0.0.1"
NEAR = 100


class PortTaken(Exception):
    """The address cannot be had, and a sentence why. Trying again helps once whoever has it has gone."""


def claim(host: str, port: int) -> None:
    """Raise PortTaken unless ``host:port`` can be listened on.

    The server itself listens with SO_REUSEPORT, so that two of them would share one port in silence, each with its own
    database; asking without that option finds the first.
    """
    try:
        bind(host, port)
    except (OSError, OverflowError) as error:
        raise PortTaken(sentence(host, port, error)) from error


def bind(host: str, port: int) -> None:
    """Have the address for a moment. Raises OSError or OverflowError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def is_free(host: str, port: int) -> bool:
    """Return whether the address can be had just now."""
    try:
        bind(host, port)
    except (OSError, OverflowError):
        return False
    return True


def next_free(host: str, port: int) -> int | None:
    """Return the first port after ``port`` that is free and has a free one behind it, or None within a hundred.

    The one behind is where the rehearsal provider listens, on the loopback address: the port after a newsroom's own is
    most likely that newsroom's provider.
    """
    near = range(port + 1, port + 1 + NEAR)
    return next((one for one in near if is_free(host, one) and is_free(LOOPBACK, one + 1)), None)


def sentence(host: str, port: int, error: OSError | OverflowError) -> str:
    """Say what is wrong with the address and what to do about it."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        other = next_free(host, port)
        advice = f"Try --port {other}." if other else "Choose another with --port."
        return f"Port {port} is taken: another program listens there, perhaps Dateline itself. {advice}"
    if number == errno.EACCES:
        return f"Port {port} is only for the system's administrator. Try --port 8000, behind a web server."
    return f"{host}:{port} cannot be listened on ({error}). Give --host an address of this machine, such as 127.0.0.1."
