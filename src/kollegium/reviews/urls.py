"""Addresses of the pages of reviews and standards."""

from django.urls import path, re_path

from kollegium.reviews.views import (
    calibration,
    case,
    case_team,
    cases,
    changes,
    corrections,
    decision,
    fact_check,
    feedback,
    handing_out,
    judging,
    letters,
    listing,
    material,
    material_changes,
    material_files,
    notes,
    publishing,
    questionnaires,
    reconsideration,
    standards,
    unit_story,
    visit,
    whole_judgement,
    writing,
)

app_name = "reviews"

urlpatterns = [
    path("reviews/", listing.review_list, name="list"),
    path("reviews/filters/", listing.review_filters, name="filters"),
    re_path(r"^reviews/export\.(?P<extension>csv|xlsx)$", listing.review_export, name="export"),
    path("reviews/<int:review_id>/", case.review_page, name="review"),
    path("reviews/<int:review_id>/history/", case.history_page, name="history"),
    re_path(
        r"^reviews/(?P<review_id>\d{1,18})/report\.(?P<extension>pdf|docx|html|json)$",
        case.report_file,
        name="report",
    ),
    path(
        "reviews/<int:review_id>/parts/<int:part_id>/texts/<slug:section_key>/", corrections.text, name="text"
    ),
    path("reviews/<int:review_id>/facts/", changes.correct_facts, name="facts"),
    path(
        "reviews/<int:review_id>/parts/<int:part_id>/grades/<str:area_key>/", changes.set_grade, name="grade"
    ),
    path(
        "reviews/<int:review_id>/parts/<int:part_id>/verdicts/<str:criterion_key>/",
        changes.set_verdict,
        name="verdict",
    ),
    path("reviews/<int:review_id>/actions/<int:item_id>/", changes.report_progress, name="progress"),
    path("reviews/<int:review_id>/plan/<int:item_id>/", corrections.plan_item, name="plan_item"),
    path("reviews/<int:review_id>/publish/", publishing.publish, name="publish"),
    path("reviews/<int:review_id>/withdraw/", publishing.withdraw, name="withdraw"),
    path("cases/", cases.case_list, name="cases"),
    path("cases/<int:review_id>/", cases.open_case, name="open_case"),
    path("cases/<int:review_id>/facts/", cases.case_facts, name="case_facts"),
    path("cases/<int:review_id>/steps/<slug:step>/", cases.case_step, name="case_step"),
    path("cases/<int:review_id>/team/", case_team.case_team, name="case_team"),
    path("cases/<int:review_id>/team/<int:member_id>/release/", case_team.case_release, name="case_release"),
    path("cases/<int:review_id>/judgement/", judging.judgement, name="judgement"),
    path("cases/<int:review_id>/judgement/all/", whole_judgement.judged_whole, name="judged_whole"),
    path(
        "cases/<int:review_id>/judgement/<int:part_id>/<str:area_key>/",
        judging.judged_area,
        name="judged_area",
    ),
    path(
        "cases/<int:review_id>/judgement/<int:part_id>/criteria/<str:criterion_key>/",
        judging.save_verdict,
        name="save_verdict",
    ),
    path(
        "cases/<int:review_id>/judgement/<int:part_id>/criteria/<str:criterion_key>/agreed/",
        judging.agree,
        name="agree",
    ),
    path(
        "cases/<int:review_id>/judgement/<int:part_id>/<str:area_key>/steps/",
        judging.area_step,
        name="area_step",
    ),
    path(
        "cases/<int:review_id>/judgement/<int:part_id>/<str:area_key>/grade/",
        judging.area_grade,
        name="area_grade",
    ),
    path("cases/<int:review_id>/notes/", notes.notes, name="notes"),
    path("cases/<int:review_id>/notes/<int:note_id>/", notes.note, name="note"),
    path("cases/<int:review_id>/notes/<int:note_id>/steps/", notes.note_step, name="note_step"),
    path("cases/<int:review_id>/report/", writing.case_report, name="case_report"),
    path("cases/<int:review_id>/report/<int:part_id>/<slug:key>/", writing.save_section, name="save_section"),
    path("cases/<int:review_id>/fact-check/", fact_check.fact_check, name="fact_check"),
    path("cases/<int:review_id>/fact-check/day/", fact_check.fact_check_day, name="fact_check_day"),
    path("cases/<int:review_id>/fact-check/steps/", fact_check.fact_check_step, name="fact_check_step"),
    path("cases/<int:review_id>/fact-check/<int:part_id>/<slug:key>/", fact_check.remark, name="remark"),
    path(
        "cases/<int:review_id>/fact-check/remarks/<int:remark_id>/",
        fact_check.answer_remark,
        name="answer_remark",
    ),
    path("cases/<int:review_id>/calibration/", calibration.calibration, name="calibration"),
    path(
        "cases/<int:review_id>/calibration/<int:part_id>/<str:area_key>/",
        calibration.comment_grade,
        name="comment_grade",
    ),
    path(
        "cases/<int:review_id>/calibration/comments/<int:comment_id>/answer/",
        calibration.answer_comment_on_grade,
        name="answer_comment",
    ),
    path("cases/<int:review_id>/decision/", decision.decision, name="decision"),
    re_path(
        r"^cases/(?P<review_id>\d{1,18})/decision/letter\.(?P<extension>pdf|docx)$",
        letters.decision_letter,
        name="decision_letter",
    ),
    path("cases/<int:review_id>/feedback/", feedback.feedback, name="feedback"),
    path("cases/feedback/", feedback.feedback_list, name="feedback_list"),
    path("cases/<int:review_id>/file/", handing_out.case_file, name="case_file"),
    path("cases/<int:review_id>/reconsideration/", reconsideration.reconsideration, name="reconsideration"),
    path(
        "cases/<int:review_id>/reconsideration/decide/",
        reconsideration.reconsideration_decide,
        name="reconsideration_decide",
    ),
    re_path(
        r"^cases/(?P<review_id>\d{1,18})/reconsideration/letter\.(?P<extension>pdf|docx)$",
        letters.reconsideration_letter,
        name="reconsideration_letter",
    ),
    path("cases/<int:review_id>/history/", cases.case_history, name="case_history"),
    path("cases/<int:review_id>/material/", material.case_material, name="case_material"),
    path("cases/<int:review_id>/material/add/", material_changes.material_add, name="case_material_add"),
    path("cases/<int:review_id>/material/<int:item_id>/", material.material_item, name="case_material_item"),
    *(
        path(f"cases/<int:review_id>/material/<int:item_id>/{address}/", view, name=f"case_material_{name}")
        for address, name, view in (
            ("hand-in", "hand_in", material_files.material_hand_in),
            ("not-applicable", "not_applicable", material_changes.material_not_applicable),
            ("ask-again", "ask_again", material_changes.material_ask_again),
            ("plan", "plan", material_changes.material_plan),
            ("take-away", "take_away", material_changes.material_take_away),
        )
    ),
    path(
        "cases/<int:review_id>/material/<int:item_id>/files/<int:file_id>/",
        material_files.material_file,
        name="case_material_file",
    ),
    # A worker reaches the pages below its own address: this one and no other.
    path("visit/", visit.visit, name="visit"),
    path("visit/worker.js", visit.worker, name="visit_worker"),
    path("visit/manifest.webmanifest", visit.manifest, name="visit_manifest"),
    path("visit/contact/", visit.contact, name="visit_contact"),
    path("visit/copy/", visit.keep_copy, name="visit_copy"),
    path("visit/copies/<int:copy_id>/wipe/", visit.wipe_copy, name="wipe_copy"),
    path(
        "cases/<int:review_id>/questionnaires/",
        questionnaires.case_questionnaires,
        name="case_questionnaires",
    ),
    path(
        "cases/<int:review_id>/questionnaires/<slug:instrument_key>/",
        questionnaires.case_questionnaire,
        name="case_questionnaire",
    ),
    path(
        "cases/<int:review_id>/questionnaires/<slug:instrument_key>/answers/",
        questionnaires.questionnaire_result,
        name="questionnaire_result",
    ),
    path("units/<int:unit_id>/reviews/", unit_story.unit_reviews, name="unit_reviews"),
    path("standards/", standards.standard_list, name="standards"),
    path("standards/<slug:key>/", standards.standard_page, name="standard"),
    path("standards/<slug:key>/<slug:criterion_key>/", standards.criterion_page, name="criterion"),
]
