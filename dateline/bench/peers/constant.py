"""uvicorn, the server that the door is built on, with one constant answer: what Python can reach at all.

As a program: ``python -m dateline.bench.peers.constant PORT FOLDER``; the folder holds, for each form, the headers as
JSON and the body.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import uvicorn

from ..program import Program, free_port

Headers = list[tuple[str, str]]
CONSTANT = "uvicorn, constant"


def constant(folder: Path, forms: dict[str, tuple[Headers, bytes]]) -> Program:
    """Return the program; each of ``forms`` is answered at its name as a path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (headers, body) in forms.items():
        (folder / f"{name}.json").write_text(json.dumps(headers), encoding="utf-8")
        (folder / name).write_bytes(body)
    port = free_port()
    return Program(CONSTANT, [sys.executable, "-m", __spec__.name, str(port), str(folder)], port=port)


def application(folder: Path) -> Any:
    """Return an application that says the same again and again."""
    answers: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
    for path in folder.glob("*.json"):
        headers = [
            (name.encode(), value.encode("latin-1")) for name, value in json.loads(path.read_text(encoding="utf-8"))
        ]
        start = {"type": "http.response.start", "status": 200, "headers": headers}
        answers[f"/{path.stem}"] = start, {"type": "http.response.body", "body": path.with_suffix("").read_bytes()}

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        start, body = answers[scope["path"]]
        await send(start)
        await send(body)

    return answer


def main() -> None:
    """Serve."""
    config = uvicorn.Config(
        application(Path(sys.argv[2])),
        port=int(sys.argv[1]),
        http="httptools",
        loop="uvloop",
        lifespan="off",
        server_header=False,
        access_log=False,
        log_config=None,
    )
    uvicorn.Server(config).run()


if __name__ == "__main__":
    main()
