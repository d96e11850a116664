"""Addresses of the import."""

from django.urls import path

from kollegium.report_import.views import batches, deciding, proposal, units, uploads

app_name = "report_import"

urlpatterns = [
    path("import/", uploads.start, name="start"),
    path("import/files/<uuid:form_key>/", uploads.send_file, name="send_file"),
    path("import/form/<uuid:form_key>/", batches.batch_of_form, name="batch_of_form"),
    path("import/batches/<int:batch_id>/", batches.batch_page, name="batch"),
    path("import/batches/<int:batch_id>/next/", batches.next_proposal, name="next"),
    path("import/<int:proposal_id>/", proposal.proposal_page, name="proposal"),
    path("import/<int:proposal_id>/save/", proposal.save, name="save"),
    path("import/<int:proposal_id>/doubt/", proposal.answer_doubt, name="answer_doubt"),
    path("import/<int:proposal_id>/plan/", proposal.change_plan, name="change_plan"),
    path("import/<int:proposal_id>/presence/", proposal.presence, name="presence"),
    path("import/<int:proposal_id>/original/", proposal.original, name="original"),
    path("import/<int:proposal_id>/pages/<int:number>.png", proposal.page_picture, name="page_picture"),
    path("import/<int:proposal_id>/unit/", units.choose_unit, name="unit"),
    path("import/<int:proposal_id>/check/", deciding.check, name="check"),
    path("import/<int:proposal_id>/discard/", deciding.discard, name="discard"),
    path("import/<int:proposal_id>/reopen/", deciding.reopen, name="reopen"),
    path("import/<int:proposal_id>/take-back/", deciding.take_back, name="take_back"),
    path("import/<int:proposal_id>/readings/", deciding.readings, name="readings"),
    path("import/<int:proposal_id>/history/", proposal.history, name="history"),
    path("import/<int:proposal_id>/read-again/", deciding.read_again, name="read_again"),
]
