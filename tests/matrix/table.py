"""What every address answers to whom. A new address adds its one line here, one of a case in `case_table`.

A page is either open, or for people who are logged in. What more it needs is a permission of `domain/roles.py`
that reaches the thing its address names:

- `about`: the kind of thing the address names (a key of `world.THINGS`); empty for a page about nothing in
  particular, such as a list.
- `see`: whoever lacks it at the thing is told that there is no such page (404).
- `change`: whoever may see the thing but lacks this is refused (403).
- `also`: needed besides, held at any place; whoever lacks it is told that there is no such page (404).
- `anywhere`: to hold `see` at any place is enough; what the place is does not matter.
- `get`, `post`: the answers to somebody who may, to a form sent empty; an empty `post` means that only
  reading is answered (405), an empty `get` that only sending is.
- `gate`: looked at before the method is, so that also a method it does not take gives 404.

`search` names the parameter that a list is searched by: then the walk looks whether a search finds what the
page may not show.
"""

from dataclasses import dataclass

from kollegium.domain.roles import Permission


@dataclass(frozen=True, slots=True)
class Page:
    """The rule of one address."""

    about: str = ""
    is_open: bool = False
    see: Permission | None = None
    also: Permission | None = None
    anywhere: bool = False
    change: Permission | None = None
    gate: bool = False
    get: tuple[int, ...] = (200,)
    post: tuple[int, ...] = ()
    search: str = ""


def opened(about: str = "", **more: object) -> Page:
    """Give a page that everybody may read."""
    return Page(about, is_open=True, **more)  # type: ignore[arg-type]


def place(about: str, **more: object) -> Page:
    """Give a page of a place: read by whoever has a part in anything."""
    return Page(about, see=Permission.READ_PLACES, anywhere=True, **more)  # type: ignore[arg-type]


def managed(about: str, **more: object) -> Page:
    """Give a page about a person for those who keep people in order."""
    return Page(about, see=Permission.READ_PEOPLE, also=Permission.MANAGE_PEOPLE, **more)  # type: ignore[arg-type]


def review(**more: object) -> Page:
    """Give a page of a review."""
    return Page("review", see=Permission.READ_REVIEWS, **more)  # type: ignore[arg-type]


def case(**more: object) -> Page:
    """Give a page that changes a review or tells what changed."""
    return Page("case", see=Permission.READ_REVIEWS, **more)  # type: ignore[arg-type]


def ordered(**more: object) -> Page:
    """Give a page of an order of a review."""
    return Page("order", see=Permission.ORDER_REVIEWS, **more)  # type: ignore[arg-type]


def planned(about: str = "campaign", **more: object) -> Page:
    """Give a page of a campaign."""
    return Page(about, see=Permission.RUN_CASES, **more)  # type: ignore[arg-type]


def imported(about: str, **more: object) -> Page:
    """Give a page of the import, which is not there for those who import nothing."""
    return Page(about, see=Permission.IMPORT_REVIEWS, gate=True, **more)  # type: ignore[arg-type]


FORM = (422,)
MOVED = (302,)

PAGES: dict[str, Page] = {
    "healthz": opened(),
    "readyz": opened(get=(200, 503)),
    # The start page and what belongs to no capability.
    "home:start": opened(),
    "home:changes": Page(),
    "home:changed": Page(),
    "ui:set_theme": opened(get=(), post=MOVED),
    "ui:set_language": opened(get=(), post=MOVED),
    "ui:design": opened(),
    "ui:accessibility": opened(post=FORM),
    "ui:fault_reported": opened(),
    "ui:privacy": opened(),
    # The demo's own pages, which no installation in use has.
    "demo:mail": opened(),
    "demo:letter": opened("letter", get=(404,)),
    "demo:example_reports": opened(get=(200, 404)),
    # People and log-in. The log-in page sends on whoever is logged in.
    "accounts:login": opened(get=(200, 302), post=(302, 422)),
    "accounts:logout": opened(get=(), post=MOVED),
    "accounts:own_page": Page(post=FORM),
    "accounts:people": Page(see=Permission.READ_PEOPLE, search="q"),
    "accounts:people_export": Page(see=Permission.MANAGE_PEOPLE, search="q"),
    "accounts:rights": Page(see=Permission.MANAGE_PEOPLE),
    "accounts:rights_export": Page(see=Permission.MANAGE_PEOPLE),
    "accounts:person_add": Page(see=Permission.MANAGE_PEOPLE, post=FORM),
    "accounts:person": Page("person", see=Permission.READ_PEOPLE),
    "accounts:person_edit": managed("person", change=Permission.MANAGE_PEOPLE, post=FORM),
    "accounts:role_add": managed("person", post=FORM),
    "accounts:role_end": Page("role", see=Permission.MANAGE_PEOPLE, post=FORM),
    "accounts:log_in_change": managed("log-in", change=Permission.MANAGE_PEOPLE, get=(), post=MOVED),
    "accounts:reset_second_factor": managed("log-in", post=(302, 422)),
    # Two rows of one person: whoever merges them could give every role that either holds.
    "accounts:doubles": Page(see=Permission.MANAGE_PEOPLE),
    "accounts:merge_search": managed("person", change=Permission.MANAGE_PEOPLE),
    "accounts:merge": managed("pair", change=Permission.MANAGE_PEOPLE, post=FORM),
    "accounts:merge_undo": managed("merge", change=Permission.MANAGE_PEOPLE, post=MOVED),
    # Who stands in for a head of unit, arranged by whoever gives that role there.
    "accounts:deputy_of": Page("head", see=Permission.MANAGE_PEOPLE, post=FORM),
    "accounts:deputyship_end": Page("deputyship", see=Permission.MANAGE_PEOPLE, post=FORM),
    "accounts:invite": Page(see=Permission.INVITE_PEOPLE, post=FORM),
    "accounts:invitations": Page(see=Permission.INVITE_PEOPLE, search="q"),
    "accounts:send_invitation": Page("invitation", see=Permission.INVITE_PEOPLE, get=(), post=MOVED),
    "accounts:withdraw_invitation": Page("invitation", see=Permission.INVITE_PEOPLE, get=(), post=MOVED),
    "accounts:import_start": Page(see=Permission.MANAGE_PEOPLE, post=FORM),
    "accounts:import_template": Page("export", see=Permission.MANAGE_PEOPLE, anywhere=True),
    # A list of people is seen by whoever brought it, and by those who manage people for the whole country.
    "accounts:import": Page("list", see=Permission.MANAGE_PEOPLE),
    "accounts:import_row": Page("list", see=Permission.MANAGE_PEOPLE, post=(302, 422)),
    "accounts:import_change": Page("list", see=Permission.MANAGE_PEOPLE, get=(), post=MOVED),
    "accounts:proposals": Page(see=Permission.INVITE_PEOPLE, search="q"),
    "accounts:accept_proposal": Page("role-proposal", see=Permission.INVITE_PEOPLE, get=(), post=MOVED),
    "accounts:decline_proposal": Page("role-proposal", see=Permission.INVITE_PEOPLE, post=FORM),
    # Opened by the secret of a letter, which nobody here has.
    "accounts:open_invitation": opened("token", get=MOVED),
    "accounts:invitation": opened(get=(404,), post=(404,)),
    # Places: known to everybody with a part in anything, changed by few.
    "organisations:units": Page(search="q"),
    "organisations:unit_add": Page(change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:unit": place("unit"),
    "organisations:unit_edit": place("unit", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:unit_merge": place("unit", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:unit_close": place("unit", change=Permission.MANAGE_PLACES, get=(), post=MOVED),
    "organisations:provider_list": Page(),
    "organisations:provider_add": Page("any region", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:provider_page": place("provider"),
    "organisations:provider_edit": place("provider", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:provider_merge": place("provider", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:region_list": Page(),
    "organisations:region_add": Page("country", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:region_page": place("region"),
    "organisations:region_edit": place("region", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:region_merge": place("region", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:specialty_list": Page(),
    "organisations:specialty_add": Page("country", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:specialty_page": place("specialty"),
    "organisations:specialty_edit": place("specialty", change=Permission.MANAGE_PLACES, post=FORM),
    "organisations:specialty_merge": place("specialty", change=Permission.MANAGE_PLACES, post=FORM),
    # Reviews.
    "reviews:list": Page(search="q"),
    "reviews:filters": Page(),
    "reviews:export": Page("export", search="q"),
    "reviews:review": review(),
    "reviews:history": Page("case", see=Permission.READ_REVIEW_HISTORY),
    "reviews:report": case(),
    "reviews:facts": case(change=Permission.EDIT_REVIEWS, post=FORM),
    "reviews:text": case(change=Permission.RUN_CASES, post=FORM),
    "reviews:plan_item": case(change=Permission.RUN_CASES, post=FORM),
    "reviews:grade": case(change=Permission.OVERRULE_GRADES, post=FORM),
    "reviews:verdict": case(change=Permission.EDIT_REVIEWS, post=FORM),
    "reviews:progress": case(change=Permission.REPORT_PROGRESS, post=FORM),
    "reviews:publish": case(change=Permission.PUBLISH_REVIEWS, post=(200,)),
    "reviews:withdraw": case(change=Permission.PUBLISH_REVIEWS, get=(), post=MOVED),
    "reviews:unit_reviews": place("unit"),
    # The frame of the page at the visit holds nothing about anybody; a device fetches the rest for who is logged in.
    "reviews:visit": opened(),
    "reviews:visit_worker": opened(),
    "reviews:visit_manifest": opened(),
    "reviews:visit_contact": opened(),
    "reviews:visit_copy": Page(get=(), post=(200,)),
    "reviews:standards": opened(),
    "reviews:standard": opened("criterion"),
    "reviews:criterion": opened("criterion"),
    # The page behind a link in a letter: open to whoever holds it, and nothing to anybody else.
    "questionnaires:answer": opened("token", get=(404,), post=(404,)),
    # Cases in progress; what of a case they show stands in CASE_PAGES.
    "reviews:cases": Page(search="q"),
    "reviews:feedback_list": Page(see=Permission.RUN_CASES, search="q"),
    # The follow-up: what an action rests on is told to those who may read what happened to the review.
    "action_plans:board": Page(search="q"),
    "action_plans:units": Page(search="q"),
    "action_plans:export": Page("export", search="q"),
    "action_plans:cycle": Page(search="q"),
    "action_plans:cycle_export": Page("export", search="q"),
    "action_plans:extra_reviews": Page(),
    "action_plans:dismiss_extra": case(change=Permission.RUN_INTERNAL_CASES, post=FORM),
    "action_plans:region_rules": place("region", change=Permission.MANAGE_PLACES, post=FORM),
    "action_plans:unit": Page("unit", see=Permission.READ_REVIEWS),
    "action_plans:action": case(),
    "action_plans:report": case(change=Permission.REPORT_PROGRESS, post=FORM),
    "action_plans:judge": case(change=Permission.FOLLOW_UP_ACTIONS, post=FORM),
    "action_plans:add_evidence": case(change=Permission.REPORT_PROGRESS, post=FORM),
    "action_plans:replace_evidence": case(change=Permission.REPORT_PROGRESS, post=FORM),
    "action_plans:withdraw_evidence": case(change=Permission.REPORT_PROGRESS, post=FORM),
    "action_plans:evidence_file": Page("case", see=Permission.READ_REVIEW_HISTORY),
    # Orders of reviews: known to those who may order for one of the units.
    "planning:orders": Page(see=Permission.ORDER_REVIEWS, search="q"),
    "planning:order_add": Page(see=Permission.ORDER_REVIEWS, post=FORM),
    "planning:order": ordered(),
    "planning:order_take_on": ordered(change=Permission.RUN_CASES, post=FORM),
    "planning:order_decline": ordered(change=Permission.RUN_CASES, post=FORM),
    "planning:order_withdraw": ordered(post=MOVED),
    # One's own reminders.
    "notifications:list": Page(search="q"),
    "notifications:read_all": Page(get=(), post=MOVED),
    "notifications:settings": Page(post=FORM),
    # The pool of reviewers: a coordinator keeps those of the specialty, everybody in it their own page.
    "planning:reviewers": Page(see=Permission.KEEP_REVIEWERS, search="q"),
    "planning:reviewer": Page("reviewer", see=Permission.KEEP_REVIEWERS, post=FORM),
    "planning:own_reviewer": Page(see=Permission.JUDGE_CASES, post=FORM),
    # Campaigns are planned by the review office alone.
    "planning:campaigns": planned("", search="q"),
    "planning:campaign_add": planned("", post=FORM),
    "planning:campaign": planned(),
    "planning:campaign_change": planned(post=FORM),
    "planning:campaign_remove": planned(post=MOVED),
    "planning:campaign_cases": planned(post=FORM),
    "planning:campaign_remove_case": planned(get=(), post=MOVED),
    "planning:campaign_propose": planned(get=(), post=MOVED),
    "planning:campaign_take": planned(get=(), post=MOVED),
    "planning:campaign_leave_out": planned(get=(), post=MOVED),
    "planning:own_region": Page(see=Permission.KEEP_REVIEWERS, post=MOVED),
    # The public register.
    "comparison:register": opened(search="q"),
    "comparison:public_review": opened("publication"),
    "comparison:public_file": opened("publication"),
    # The import: a file is seen by whoever brought it, and by those who import for the whole country.
    "report_import:start": imported("", post=(400,)),
    "report_import:send_file": imported("own form", get=(), post=(400,)),
    "report_import:batch_of_form": imported("own form", get=MOVED),
    "report_import:batch": imported("batch"),
    "report_import:next": imported("batch", get=MOVED),
    "report_import:proposal": imported("proposal"),
    "report_import:save": imported("proposal", get=(), post=MOVED),
    "report_import:answer_doubt": imported("proposal", get=(), post=MOVED),
    "report_import:change_plan": imported("proposal", get=(), post=MOVED),
    "report_import:presence": imported("proposal", get=(), post=(200,)),
    "report_import:original": imported("proposal"),
    # Only a PDF has pictures of its pages, and the files of the world are plain text.
    "report_import:page_picture": imported("page", get=(404,)),
    "report_import:unit": imported("proposal", get=(200, 302), post=(302, 403, 422)),
    "report_import:check": imported("proposal", get=(200, 302), post=(302, 409)),
    "report_import:discard": imported("proposal", get=(), post=MOVED),
    "report_import:reopen": imported("proposal", get=(), post=MOVED),
    "report_import:take_back": imported("proposal", get=(200, 302), post=(302, 422)),
    "report_import:readings": imported("proposal", get=MOVED, post=MOVED),
    "report_import:history": imported("proposal"),
    "report_import:read_again": imported("proposal", get=(), post=MOVED),
}

# Steps of logging in, and pages about nobody but the one who asks: they hang on the session and on what was
# sent before, not on a place. They stand here so that every address is accounted for; `tests/accounts` walks
# them. An address about a thing of somebody else belongs above.
WALKED_IN_THEIR_OWN_TESTS = frozenset(
    {
        "account_login",
        "mfa_authenticate",
        "accounts:add_passkey",
        "planning:calendar",
        "planning:calendar_file",
        "accounts:choose_hat",
        "accounts:code",
        "accounts:confirm_email",
        "accounts:edit_profile",
        "accounts:end_other_sessions",
        "accounts:end_session",
        "accounts:forgotten_password",
        "accounts:leave_for_provider",
        "accounts:letter_sent",
        "accounts:new_password",
        "accounts:password_renewed",
        "accounts:provider_answer",
        "accounts:log_in_by_passkey",
        "accounts:new_email",
        "accounts:own_deputy",
        "accounts:prove",
        "accounts:recovery_codes",
        "accounts:remove_factor",
        "accounts:second_step",
        "accounts:sessions",
        "accounts:set_up_app",
        "notifications:open",
        "reviews:wipe_copy",
    }
)
