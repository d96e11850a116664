"""What every address of a case answers to whom, by what of the case it shows. A new one adds its line here."""

from dataclasses import dataclass

from kollegium.domain.case_access import CaseObject, Viewer
from tests.matrix.table import FORM


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
