"""The rules for records: a written tuple in reading order; one rule = one function = one code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.checks import disclosure, identity, privacy, procedure
from generator.checks.rule import Check as Check
from generator.ledger import Ledger
from generator.problems import Problem
from generator.records.tree import Node

CHECKS: Final[tuple[Check, ...]] = (
    identity.file_is_its_number,
    identity.number_is_used_once,
    identity.credit_code_checks_out,
    identity.town_is_known,
    identity.channel_is_known,
    identity.sample_says_so,
    identity.minimum_wage_is_recent,
    procedure.events_in_date_order,
    procedure.date_is_plausible,
    procedure.predecessor_exists,
    procedure.order_has_expired,
    procedure.deadline_follows_order,
    procedure.revocation_has_its_target,
    procedure.act_has_happened,
    disclosure.disclosure_is_approved,
    disclosure.basis_has_its_decision,
    disclosure.approval_follows_decision,
    disclosure.basis_has_its_fields,
    disclosure.basis_is_used_once,
    privacy.no_private_facts,
)


def check_trees(trees: Iterable[Node]) -> list[Problem]:
    """What can be said without a portal: private facts in files that were read."""
    rule = privacy.no_private_facts
    return sorted(rule.problem(found) for found in privacy.private_facts(trees))


def check_all(ledger: Ledger, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """Every problem of every rule, ordered by place."""
    return sorted(problem for check in checks for problem in check.run(ledger))
