"""The rules for records: a written tuple in reading order; one rule = one function = one code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.checks import (
    board,
    chronology,
    consistency,
    deadlines,
    disclosure,
    documents,
    identity,
    listing,
    payment,
    persons,
    portal,
    privacy,
    procedure,
    progress,
    promise,
    removal,
    sitecode,
    unconfirmed,
    worksite,
)
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
    portal.minimum_wage_is_recent,
    identity.subject_has_its_fields,
    consistency.confirmation_answers_a_doubt,
    consistency.code_has_one_name,
    consistency.name_has_one_code,
    documents.document_has_one_date,
    identity.office_is_known,
    documents.year_stands_in_its_brackets,
    documents.year_of_the_number_fits_its_day,
    identity.number_is_not_older_than_the_case,
    portal.settings_are_named_once,
    portal.announced_day_makes_sense,
    portal.announced_year_is_whole,
    portal.graver_is_shown_longer,
    identity.code_fits_the_subject,
    chronology.events_in_date_order,
    chronology.date_is_plausible,
    procedure.predecessor_exists,
    procedure.order_has_expired,
    chronology.deadline_follows_order,
    procedure.revocation_has_its_target,
    chronology.act_has_happened,
    procedure.nothing_stands_against_the_act,
    procedure.complaint_comes_first,
    procedure.penalty_was_announced,
    procedure.transfer_follows_the_term,
    chronology.event_is_written_once,
    chronology.dates_of_a_document_agree,
    payment.payments_fit_what_is_owed,
    payment.mended_means_paid,
    listing.listing_follows_default,
    listing.listing_after_amends_is_meant,
    listing.objection_is_answered_first,
    listing.objection_term_has_run,
    listing.listing_falls_with_its_order,
    listing.notice_says_what_it_must,
    removal.removal_meets_its_conditions,
    removal.removal_waits_six_months,
    removal.crime_bars_removal,
    removal.relapse_bars_removal,
    removal.application_is_complete,
    removal.taken_down_after_its_end,
    disclosure.disclosure_is_approved,
    disclosure.basis_has_its_decision,
    disclosure.approval_follows_decision,
    disclosure.basis_has_its_fields,
    disclosure.basis_is_used_once,
    persons.natural_person_is_masked,
    persons.sentenced_person_is_masked,
    persons.sentenced_unit_is_the_employer,
    persons.head_is_listed_too,
    persons.listed_head_is_the_unit_s,
    disclosure.category_agrees_with_the_case,
    disclosure.report_knows_of_the_case,
    disclosure.correction_follows_publication,
    disclosure.approval_has_happened,
    privacy.no_private_facts,
    privacy.mask_is_not_undone,
    privacy.natural_person_has_no_address,
    privacy.approval_names_a_post,
    promise.received_in_time,
    promise.contacted_in_time,
    promise.completed_in_time,
    deadlines.accepted_in_time,
    deadlines.investigated_in_time,
    deadlines.violation_is_not_too_old,
    deadlines.objected_in_time,
    deadlines.verified_in_time,
    deadlines.listed_in_time,
    deadlines.listing_published_in_time,
    unconfirmed.penalty_published_in_time,
    deadlines.removal_decided_in_time,
    deadlines.taken_down_in_time,
    deadlines.penalty_withdrawn_in_time,
    unconfirmed.publication_reviewed_in_time,
    unconfirmed.publication_corrected_in_time,
    deadlines.calendar_is_known,
    sitecode.file_is_its_site_code,
    sitecode.site_code_is_issued_once,
    worksite.site_credit_code_checks_out,
    worksite.officer_agrees_to_the_number,
    worksite.authority_has_an_office_number,
    worksite.every_month_has_the_payday,
    board.board_says_what_it_must,
    board.city_board_says_what_it_must,
    worksite.subcontracting_is_said_one_way,
    progress.system_is_known_and_said_once,
    progress.system_was_looked_at,
    progress.carried_out_means_shown,
    progress.posters_are_revoked_last,
    progress.work_ends_after_it_begins,
    worksite.site_town_is_known,
    worksite.sample_site_says_so,
    worksite.contractor_is_not_listed,
    worksite.project_has_one_code_in_use,
)


WITHIN: Final = tuple(check for check in CHECKS if not check.across)
"""The rules to which no other case matters."""
ACROSS: Final = tuple(check for check in CHECKS if check.across)


def check_trees(trees: Iterable[Node]) -> list[Problem]:
    """What can be said without a portal: private facts in files that were read."""
    rule = privacy.no_private_facts
    return sorted(rule.problem(found) for found in privacy.private_facts(trees))


def check_all(ledger: Ledger, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """Every problem of every rule, ordered by place."""
    return sorted(problem for check in checks for problem in check.run(ledger))
