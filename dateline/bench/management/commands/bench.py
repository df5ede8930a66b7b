"""``dateline bench``: what this machine does with Dateline, beside nginx and others in the same run."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from dateline.atlas.gazetteer import NotBuilt
from dateline.bench import summary
from dateline.bench.load.running import LoadFailed
from dateline.bench.measure import Stage
from dateline.bench.newsroom import NotFilled
from dateline.bench.peers import nginx
from dateline.bench.plot import bars
from dateline.bench.program import DoesNotAnswer
from dateline.bench.trials import (
    claims,
    fresh,
    funding,
    growth,
    kill,
    maps,
    memory,
    nodes,
    places,
    posts,
    reads,
    screening,
    streams,
    threads,
)

TRIALS = {
    "reads": reads,
    "fresh": fresh,
    "nodes": nodes,
    "posts": posts,
    "growth": growth,
    "threads": threads,
    "streams": streams,
    "kill": kill,
    "memory": memory,
    "screening": screening,
    "places": places,
    "funding": funding,
    "maps": maps,
    "claims": claims,
}
ALL = "all"
TOLD_TO_STOP = 128 + signal.SIGTERM
PLOTTED = "requests/CPU-s"


class Command(BaseCommand):
    """Exit code 0: measured; 1: something could not be, or something that was answered was lost."""

    help = "Measure reads, posts, freshness and memory beside nginx, and that nothing is lost when killed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("trial", nargs="?", default=ALL, choices=[*TRIALS, ALL], help="What to measure.")
        parser.add_argument("--quick", action="store_true", help="One short round: to see that it runs.")
        parser.add_argument("--rounds", type=int, default=5, help="Rounds, one contender after another in each.")
        parser.add_argument("--seconds", type=float, default=3.0, help="How long each contender has in a round.")
        parser.add_argument("--times", type=int, default=100, help="How often the server is killed.")
        parser.add_argument("--keep", type=Path, help="A folder where the newsroom that is made stays for next time.")
        parser.add_argument("--postgresql", default="", help="A server for the two nodes' database (URL).")
        parser.add_argument("--plot", type=Path, help="A file for a drawing of the reads (SVG).")
        parser.add_argument("--json", action="store_true", help="Tell it as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(TOLD_TO_STOP))  # not without stopping what we started
        stage = self.stage(options)
        machine = summary.machine(timezone.now())
        if options["trial"] not in {"screening", "places", "funding", "maps", "claims"} and nginx.binary() is None:
            self.stderr.write("nginx is not installed here: there is nothing to hold the reads against.")
        results = []
        for name in TRIALS if options["trial"] == ALL else [options["trial"]]:
            trial = TRIALS[name]
            try:
                results.append(summary.told(name, list(trial.run(stage)), trial.REFERENCE))
            except (
                DoesNotAnswer,
                NotFilled,
                LoadFailed,
                kill.Lost,
                funding.Different,
                psycopg.Error,
                NotBuilt,
                OSError,
            ) as error:
                raise CommandError(f"{name}: {error}") from error
            if name == "reads" and options["plot"]:
                options["plot"].write_text(bars(results[-1], PLOTTED), encoding="utf-8")
            if not options["json"]:
                self.stdout.write(summary.table(results[-1]) + "\n")
        told = {"machine": machine, "trials": results}
        self.stdout.write(json.dumps(told, indent=2) if options["json"] else self.where(machine))

    def stage(self, options: dict[str, Any]) -> Stage:
        """How much is to be measured."""
        quick = options["quick"]
        return Stage(
            rounds=1 if quick else max(options["rounds"], 1),
            seconds=1.0 if quick else options["seconds"],
            say=self.say,
            kept=options["keep"],
            times=5 if quick else options["times"],
            postgresql=options["postgresql"],
            is_quick=quick,
        )

    def say(self, words: str) -> None:
        """Tell how far we are: in one line on a terminal, in a line each elsewhere."""
        if self.stderr.isatty():
            self.stderr.write(f"\r\033[K{words}", ending="")
        else:
            self.stderr.write(words)
        self.stderr.flush()

    def where(self, machine: dict[str, Any]) -> str:
        """Where it was measured."""
        return ", ".join(f"{name} {value}" for name, value in machine.items())
