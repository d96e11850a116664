"""The pages of orders: the list, a new one, one order, and what is decided about it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kollegium.domain.roles import Permission
from kollegium.planning import actions, queries
from kollegium.planning.forms import DeclineForm, OrderFilterForm, OrderForm, TakeOnForm, WithdrawForm
from kollegium.planning.history import history_of_order
from kollegium.planning.models import Order, OrderState
from kollegium.planning.queries.orders import PAGE_SIZE, only_specialty_of
from kollegium.planning.shown import order_facts, shown_order_rows, shown_units
from kollegium.planning.tabs import planning_tabs
from kollegium.planning.wording import ORDER_STATES, ORDER_STATUS, refusal
from kollegium.reviews.models import Review
from kollegium.reviews.wording import KIND_NAMES
from kollegium.ui.components.navigation import Chip
from kollegium.ui.numbers import typed_numbers
from kollegium.ui.paging import cursor_in, pager_of, url_with
from kollegium.ui.saving import saved


@login_required
@require_safe
def order_list(request: HttpRequest) -> HttpResponse:
    """List the orders at the places where the person may order."""
    actor = _orderer(request)
    form = OrderFilterForm(request.GET)
    filters = form.filters()
    page = queries.list_orders_for(actor, filters, cursor=cursor_in(request))
    chips = [
        Chip(words, url_with(request, page=None, **{name: None}))
        for name, words in (
            ("q", filters.search),
            ("state", str(ORDER_STATES[filters.state]) if filters.state else ""),
            ("kind", str(KIND_NAMES[filters.kind]) if filters.kind else ""),
        )
        if words
    ]
    context = {
        "form": form,
        "rows": shown_order_rows(page.rows),
        "pager": pager_of(request, page, size=PAGE_SIZE),
        "chips": chips,
        "tabs": planning_tabs(actor, "planning:orders"),
    }
    return render(request, "planning/orders.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def order_add(request: HttpRequest) -> HttpResponse:
    """Ask what is ordered, and send the order."""
    actor = _orderer(request)
    chosen = typed_numbers(request.POST.getlist("units"))
    words = request.POST.get("words", "").replace("\0", "")
    found = queries.find_units_to_order(actor, words, chosen=chosen)
    is_sent = request.method == "POST" and "find" not in request.POST
    usual = only_specialty_of(chosen or ([found[0]["pk"]] if len(found) == 1 else []))
    if is_sent:
        form = OrderForm(request.POST, found=found, usual_specialty=usual)
    else:
        # Only the units are searched for: what else is typed stays as it is, without being judged.
        typed = _typed(request, chosen) if request.method == "POST" else {"contact": _own_contact(request)}
        form = OrderForm(found=found, usual_specialty=usual, initial=typed)
    sent: list[Order] = []

    def save() -> None:
        new = form.order()
        sent.append(actions.order_reviews(new=new, as_of=timezone.localdate(), now=timezone.now(), by=actor))

    if is_sent and saved(form, save, refusal, field_of=_field_of):
        messages.success(request, _("The order is sent. What becomes of it is told here."))
        return redirect("planning:order", sent[0].pk)
    context = {"form": form, "searched": "find" in request.POST}
    return render(request, "planning/order_form.html", context, status=422 if is_sent else 200)


@login_required
@require_safe
def order_page(request: HttpRequest, order_id: int) -> HttpResponse:
    """Show an order and what has become of it."""
    found = queries.get_order_for(request.actor, order_id)  # type: ignore[attr-defined]
    order = found.order
    is_waiting = order.state == OrderState.WAITING
    context = {
        "order": order,
        "title": KIND_NAMES[order.kind],
        "state": ORDER_STATES[order.state],
        "status": ORDER_STATUS[order.state],
        "facts": order_facts(order),
        "units": shown_units(found.units),
        "may_settle": found.may_settle and is_waiting,
        "may_withdraw": found.may_withdraw and is_waiting,
        "is_waiting": is_waiting,
        "history": history_of_order(order),
    }
    return render(request, "planning/order.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def order_take_on(request: HttpRequest, order_id: int) -> HttpResponse:
    """Ask for which units and by which standard, and open the cases."""
    found = queries.get_order_for(request.actor, order_id)  # type: ignore[attr-defined]
    if not found.may_settle:
        return render(request, "403.html", status=403)
    form = TakeOnForm(
        request.POST if request.method == "POST" else None, units=found.units, kind=found.order.kind
    )
    opened: list[Review] = []

    def save() -> None:
        opened.extend(
            actions.take_on_order(
                order_id=order_id,
                unit_ids=form.cleaned_data["units"],
                standard_key=form.cleaned_data["standard"],
                now=timezone.now(),
                by=request.actor,  # type: ignore[attr-defined]
            )
        )

    if saved(form, save, refusal):
        told = ngettext(
            "The order is taken on, and %(count)s case is opened.",
            "The order is taken on, and %(count)s cases are opened.",
            len(opened),
        )
        messages.success(request, told % {"count": len(opened)})
        return redirect("planning:order", order_id)
    return _settling_page(
        request,
        found,
        form,
        title=_("Take the order on"),
        lead=_("A case is opened for each unit. Its days and its team are set there, or in a campaign."),
        save=_("Take on"),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def order_decline(request: HttpRequest, order_id: int) -> HttpResponse:
    """Ask for the reason, and say no to the order."""
    found = queries.get_order_for(request.actor, order_id)  # type: ignore[attr-defined]
    if not found.may_settle:
        return render(request, "403.html", status=403)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if _settled(request, order_id, form, actions.decline_order):
        messages.success(request, _("The order is declined."))
        return redirect("planning:order", order_id)
    return _settling_page(
        request, found, form, title=_("Decline the order"), lead="", save=_("Decline"), is_danger=True
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def order_withdraw(request: HttpRequest, order_id: int) -> HttpResponse:
    """Take an order back before it is decided about."""
    found = queries.get_order_for(request.actor, order_id)  # type: ignore[attr-defined]
    if not found.may_withdraw:
        return render(request, "403.html", status=403)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if _settled(request, order_id, form, actions.withdraw_order):
        messages.success(request, _("The order is withdrawn."))
        return redirect("planning:order", order_id)
    return _settling_page(
        request,
        found,
        form,
        title=_("Withdraw the order"),
        lead=_("Nobody plans it any more. It can be ordered anew at any time."),
        save=_("Withdraw"),
        is_danger=True,
    )


def _settled(request: HttpRequest, order_id: int, form: Any, settle: Callable[..., Order]) -> bool:
    def save() -> None:
        settle(
            order_id=order_id,
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
            by=request.actor,  # type: ignore[attr-defined]
        )

    return saved(form, save, refusal)


def _orderer(request: HttpRequest) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.ORDER_REVIEWS):
        raise Http404
    return actor


def _own_contact(request: HttpRequest) -> str:
    person = request.user.person  # type: ignore[union-attr]
    return ", ".join(filter(None, (person.name, person.email or request.user.email)))  # type: ignore[union-attr]


def _typed(request: HttpRequest, chosen: list[int]) -> dict[str, Any]:
    names = ("form_key", "kind", "words", "specialty", "wished_from", "wished_to", "contact", "note")
    return {**{name: request.POST.get(name, "") for name in names}, "units": chosen}


def _field_of(code: str) -> str | None:
    fields = {"period-past": "wished_from", "no-units": "units", "unit-closed": "units"}
    return fields.get(code)


def _settling_page(request: HttpRequest, found: queries.OrderView, form: Any, **words: Any) -> HttpResponse:
    context = {
        "form": form,
        "order": found.order,
        "units": shown_units(found.units),
        "back": reverse("planning:order", args=[found.order.pk]),
        "back_label": KIND_NAMES[found.order.kind],
        **words,
    }
    return render(request, "planning/settle.html", context, status=422 if form.is_bound else 200)
