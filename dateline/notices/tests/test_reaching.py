"""A program is reached by TLS under its own name, and given up when its time is over, whatever it says meanwhile."""

from __future__ import annotations

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from dateline.notices.reaching import post

BYTE_BY_BYTE = (b"HTTP/1.1 200 OK\r\n", b"X-Piece: 1\r\n")  # the head never ends
BODY_LATER = (b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", b".")


class Program(socketserver.BaseRequestHandler):
    """Says its first piece at once and the other ever again."""

    server: Any

    def handle(self) -> None:
        first, again = self.server.pieces
        over = threading.Event()
        try:
            self.request.recv(10_000)
            self.request.sendall(first)
            while not over.wait(0.02):
                self.request.sendall(again)
        except OSError:
            return  # whoever called has gone


@contextmanager
def listening(pieces: tuple[bytes, bytes], secure: ssl.SSLContext | None = None) -> Iterator[int]:
    """Give the port of a program that says so."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Program) as server:
        server.daemon_threads = True
        server.pieces = pieces  # type: ignore[attr-defined]
        if secure:
            server.socket = secure.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for ``localhost``, which is trusted for once."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    there = tmp_path / "both.pem"
    there.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(there))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(there)
    return context


@pytest.fixture(autouse=True)
def inside(settings: Any) -> None:
    """These programs are on this machine."""
    settings.WEBHOOKS_INSIDE = True


def test_who_sends_the_head_of_an_answer_byte_by_byte_gets_no_more_time(secure: ssl.SSLContext) -> None:
    began = monotonic()
    with listening(BYTE_BY_BYTE) as port, pytest.raises(TimeoutError):
        post(f"http://127.0.0.1:{port}/", b"{}", {}, ends_at=began + 0.5)
    with listening(BYTE_BY_BYTE, secure) as port, pytest.raises(TimeoutError):
        post(f"https://localhost:{port}/", b"{}", {}, ends_at=monotonic() + 0.5)
    assert monotonic() - began < 10


def test_the_rest_of_an_answer_is_not_waited_for(secure: ssl.SSLContext) -> None:
    with listening(BODY_LATER) as port:
        assert post(f"http://localhost:{port}/", b"{}", {}, ends_at=monotonic() + 30) == 204
    with listening(BODY_LATER, secure) as port:
        assert post(f"https://localhost:{port}/", b"{}", {}, ends_at=monotonic() + 30) == 204


def test_a_certificate_is_held_against_the_name(secure: ssl.SSLContext) -> None:
    with listening(BODY_LATER, secure) as port, pytest.raises(ssl.SSLCertVerificationError):
        post(f"https://127.0.0.1:{port}/", b"{}", {}, ends_at=monotonic() + 30)


def test_what_has_no_time_left_is_not_begun() -> None:
    with listening(BODY_LATER) as port, pytest.raises(TimeoutError):
        post(f"http://127.0.0.1:{port}/", b"{}", {}, ends_at=monotonic())
