"""What every address answers to whom. A new address adds its one line here.

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

from kollegium.domain.case_access import CaseObject, Viewer
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


@dataclass(frozen=True, slots=True)
class CasePage:
    """The rule of one address of a case, beside `domain/case_access.py`.

    `thing` is what of the case it shows: whoever may not read it is told that there is no such page. `writes` tells
    that the page is there to change it: whoever may only read is refused (403), on `GET` too, or with `only_post`
    when something is sent. `parts` narrows the page to some parts in the case. `get` and `post` are the answers to
    somebody who may; `values` fills in what the address names besides the case.
    """

    thing: CaseObject
    writes: bool = False
    only_post: bool = False
    parts: frozenset[Viewer] = frozenset(Viewer)
    get: tuple[int, ...] = (200,)
    post: tuple[int, ...] = ()
    values: tuple[tuple[str, object], ...] = ()


ITEM = (("item_id", "item"),)
PLANNED = (("part_id", "part"), ("area_key", "H"), ("criterion_key", "H1"))
GIVERS = frozenset({Viewer.OFFICE, Viewer.UNIT})
# Walked by every viewpoint in every state of a case, in `tests/matrix/test_cases.py`.
CASE_PAGES: dict[str, CasePage] = {
    "reviews:case_questionnaires": CasePage(
        CaseObject.QUESTIONNAIRES, writes=True, only_post=True, post=FORM
    ),
    "reviews:case_questionnaire": CasePage(
        CaseObject.QUESTIONNAIRES,
        writes=True,
        post=FORM,
        parts=frozenset({Viewer.OFFICE}),
        values=(("instrument_key", "trainee-1"),),
    ),
    # Without a closed round there is no result, for anybody; tests/reviews/test_questionnaires.py has one.
    "reviews:questionnaire_result": CasePage(
        CaseObject.QUESTIONNAIRES, get=(404,), values=(("instrument_key", "trainee-1"),)
    ),
    "reviews:open_case": CasePage(CaseObject.FACTS),
    "reviews:case_facts": CasePage(CaseObject.FACTS, writes=True, post=FORM),
    "reviews:case_step": CasePage(
        CaseObject.FACTS,
        writes=True,
        # The step cannot be taken from every state: then the page leads back to the case.
        get=(200, 302),
        post=(302, 422),
        parts=frozenset(Viewer),
        values=(("step", "withdraw"),),
    ),
    "reviews:case_team": CasePage(CaseObject.TEAM, writes=True, only_post=True, post=(200,)),
    "reviews:case_release": CasePage(
        CaseObject.TEAM, writes=True, post=FORM, values=(("member_id", "member"),)
    ),
    "reviews:judgement": CasePage(CaseObject.RECONCILED),
    "reviews:judged_whole": CasePage(CaseObject.RECONCILED),
    "reviews:judged_area": CasePage(CaseObject.RECONCILED, values=(("part_id", "part"), ("area_key", "A"))),
    "reviews:save_verdict": CasePage(
        CaseObject.OWN_JUDGEMENT,
        get=(),
        post=FORM,
        values=(("part_id", "part"), ("criterion_key", "A1")),
    ),
    "reviews:agree": CasePage(
        CaseObject.RECONCILED,
        writes=True,
        get=(),
        post=FORM,
        values=(("part_id", "part"), ("criterion_key", "A1")),
    ),
    "reviews:area_step": CasePage(
        CaseObject.RECONCILED,
        writes=True,
        get=(),
        post=(404,),
        values=(("part_id", "part"), ("area_key", "A")),
    ),
    "reviews:area_grade": CasePage(
        CaseObject.RECONCILED,
        writes=True,
        get=(),
        post=FORM,
        values=(("part_id", "part"), ("area_key", "A")),
    ),
    "reviews:notes": CasePage(CaseObject.NOTES, writes=True, only_post=True, post=(422,)),
    "reviews:note": CasePage(CaseObject.NOTES, writes=True, post=FORM, values=(("note_id", "note"),)),
    "reviews:note_step": CasePage(
        CaseObject.NOTES, writes=True, get=(), post=(404,), values=(("note_id", "note"),)
    ),
    "reviews:case_report": CasePage(CaseObject.REPORT),
    "reviews:save_section": CasePage(
        CaseObject.REPORT,
        writes=True,
        get=(),
        post=FORM,
        values=(("part_id", "part"), ("key", "strengths")),
    ),
    "reviews:fact_check": CasePage(CaseObject.REMARKS),
    "reviews:remark": CasePage(
        CaseObject.REMARKS,
        writes=True,
        parts=frozenset({Viewer.UNIT}),
        post=FORM,
        values=(("part_id", "part"), ("key", "strengths")),
    ),
    "reviews:answer_remark": CasePage(
        CaseObject.REMARKS,
        writes=True,
        parts=frozenset({Viewer.REVIEWER, Viewer.OFFICE}),
        post=FORM,
        values=(("remark_id", "remark"),),
    ),
    "reviews:calibration": CasePage(CaseObject.CALIBRATION),
    "reviews:comment_grade": CasePage(
        CaseObject.CALIBRATION,
        writes=True,
        get=(),
        post=FORM,
        values=(("part_id", "part"), ("area_key", "A")),
    ),
    "reviews:answer_comment": CasePage(
        CaseObject.CALIBRATION_ANSWERS,
        writes=True,
        get=(),
        post=FORM,
        values=(("comment_id", "comment"),),
    ),
    "reviews:decision": CasePage(CaseObject.DECISION, writes=True, only_post=True, post=FORM),
    # Printing takes time, and what the letter says is in `tests/reviews/test_letters.py`: the walk asks for Word.
    "reviews:decision_letter": CasePage(CaseObject.DECISION_LETTER, values=(("extension", "docx"),)),
    # Nothing was reconsidered in the cases of the walk.
    "reviews:reconsideration_letter": CasePage(
        CaseObject.RECONSIDERATION, get=(404,), values=(("extension", "docx"),)
    ),
    "reviews:feedback": CasePage(CaseObject.FEEDBACK, writes=True, only_post=True, post=FORM),
    "reviews:case_file": CasePage(CaseObject.EXPORT, post=FORM),
    # A unit that asks too late, or when the case is closed, is told so with what it wrote.
    "reviews:reconsideration": CasePage(CaseObject.RECONSIDERATION, post=(403, 422)),
    # Nobody has asked in the cases of the walk, which sends the office back to the page that says so.
    "reviews:reconsideration_decide": CasePage(CaseObject.RECONSIDERATION, get=(), post=(302, 403)),
    # The cases of the walk have a plan that is written and not sent.
    "action_plans:plan": CasePage(CaseObject.PLAN),
    "action_plans:plan_item": CasePage(
        CaseObject.PLAN, writes=True, parts=frozenset({Viewer.UNIT}), get=(), post=FORM, values=PLANNED
    ),
    "action_plans:plan_send": CasePage(
        CaseObject.PLAN, writes=True, parts=frozenset({Viewer.UNIT}), post=FORM
    ),
    "action_plans:plan_time": CasePage(
        CaseObject.PLAN, writes=True, parts=frozenset({Viewer.OFFICE}), post=FORM
    ),
    "action_plans:plan_accepted": CasePage(CaseObject.PLAN, values=(("criterion_key", "H1"),)),
    "action_plans:judge_plan_item": CasePage(
        CaseObject.PLAN_JUDGEMENT, writes=True, get=(), post=(404,), values=(("item_id", 1),)
    ),
    "action_plans:plan_area": CasePage(
        CaseObject.PLAN_JUDGEMENT,
        writes=True,
        parts=frozenset({Viewer.OFFICE}),
        get=(404,),
        post=(404,),
        values=(("part_id", "part"), ("area_key", "H")),
    ),
    "reviews:fact_check_day": CasePage(
        CaseObject.REMARKS, writes=True, parts=frozenset({Viewer.OFFICE}), post=FORM
    ),
    "reviews:fact_check_step": CasePage(
        CaseObject.REMARKS, writes=True, parts=frozenset({Viewer.UNIT}), get=(), post=(404,)
    ),
    "reviews:case_material": CasePage(
        CaseObject.MATERIAL,
        writes=True,
        only_post=True,
        # Only the review office asks for what is missing.
        post=(302, 403),
    ),
    "reviews:case_material_add": CasePage(
        CaseObject.MATERIAL, writes=True, parts=frozenset({Viewer.OFFICE}), post=FORM
    ),
    "reviews:case_material_item": CasePage(
        CaseObject.MATERIAL, writes=True, only_post=True, post=(422,), values=ITEM
    ),
    "reviews:case_material_hand_in": CasePage(
        CaseObject.MATERIAL, writes=True, parts=GIVERS, post=FORM, values=ITEM
    ),
    "reviews:case_material_not_applicable": CasePage(
        CaseObject.MATERIAL, writes=True, parts=GIVERS, post=FORM, values=ITEM
    ),
    "reviews:case_material_ask_again": CasePage(
        CaseObject.MATERIAL,
        writes=True,
        parts=frozenset({Viewer.OFFICE, Viewer.REVIEWER}),
        post=FORM,
        values=ITEM,
    ),
    "reviews:case_material_plan": CasePage(
        CaseObject.MATERIAL, writes=True, parts=GIVERS, post=FORM, values=ITEM
    ),
    "reviews:case_material_take_away": CasePage(
        CaseObject.MATERIAL, writes=True, parts=frozenset({Viewer.OFFICE}), post=FORM, values=ITEM
    ),
    "reviews:case_material_file": CasePage(CaseObject.MATERIAL, values=(*ITEM, ("file_id", "file"))),
    "planning:schedule": CasePage(CaseObject.SCHEDULE),
    "planning:schedule_step": CasePage(CaseObject.SCHEDULE, writes=True, get=(), post=(422,)),
    "planning:slot_add": CasePage(CaseObject.SCHEDULE, writes=True, post=FORM),
    "planning:slot": CasePage(CaseObject.SCHEDULE, writes=True, post=FORM, values=(("slot_id", "slot"),)),
    # Sent empty it asks for nothing; who may ask for what is in `tests/planning/test_schedule.py`.
    "planning:talk": CasePage(CaseObject.SCHEDULE, get=(), post=(404,), values=(("slot_id", "slot"),)),
    "reviews:case_history": CasePage(CaseObject.FACTS, parts=frozenset({Viewer.OFFICE, Viewer.COORDINATOR})),
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
