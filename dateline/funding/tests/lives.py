"""Living through troubles: a state machine run a number of times, with the same troubles each time."""

from __future__ import annotations

import logging

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


def live_through(
    machine: type[RuleBasedStateMachine], caplog: pytest.LogCaptureFixture, *, lives: int, steps: int
) -> None:
    """Run ``machine`` for so many lives of so many steps; more lives find other troubles."""
    caplog.set_level(logging.CRITICAL, "dateline.funding")  # that nobody answers is said each time
    told = settings(
        max_examples=lives,
        stateful_step_count=steps,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=told)
