"""Whether an address is free, asked before anything else is started."""

from __future__ import annotations

import errno
import socket


class PortTaken(Exception):
    """The address cannot be had, and a sentence why. Trying again helps once whoever has it has gone."""


def claim(host: str, port: int) -> None:
    """Raise PortTaken unless ``host:port`` can be listened on.

    The server itself listens with SO_REUSEPORT, so that two of them would share one port in silence, each with its own
    database; asking without that option finds the first.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise PortTaken(sentence(host, port, error)) from error


def sentence(host: str, port: int, error: OSError | OverflowError) -> str:
    """Say what is wrong with the address and what to do about it."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return f"Port {port} is taken: another program listens there, perhaps Dateline itself. Try --port {port + 1}."
    if number == errno.EACCES:
        return f"Port {port} is only for the system's administrator. Try --port 8000, behind a web server."
    return f"{host}:{port} cannot be listened on ({error}). Give --host an address of this machine, such as 127.0.0.1."
