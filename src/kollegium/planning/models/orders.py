"""What somebody has ordered: a kind of review, of one or several units, within a wished period."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from kollegium.domain.roles import Permission
from kollegium.organisations.models import Unit
from kollegium.reviews.models import ReviewKind
from kollegium.trail.tracking import tracked

if TYPE_CHECKING:
    from kollegium.domain.roles import Actor


class OrderState(models.TextChoices):
    """What has become of an order."""

    WAITING = "waiting", "waiting"
    TAKEN_ON = "taken_on", "taken on"
    DECLINED = "declined", "declined"
    WITHDRAWN = "withdrawn", "withdrawn"


class OrderQuerySet(models.QuerySet["Order"]):
    """Filters of orders."""

    def known_to(self, actor: "Actor") -> Self:
        """Keep the orders of a unit at which the actor may order reviews."""
        scope = actor.places(Permission.ORDER_REVIEWS)
        if scope.national:
            return self
        units = Unit.objects.within(scope).values("pk")
        return self.filter(pk__in=OrderUnit.objects.filter(unit__in=units).values("order"))

    def waiting(self) -> Self:
        """Keep those that nobody has decided about."""
        return self.filter(state=OrderState.WAITING)


@tracked()
class Order(models.Model):
    """An order, from the sending until it is taken on, declined or withdrawn; it stays afterwards.

    `form_key` is drawn when the form is shown, so that a form sent twice is one order.
    """

    form_key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20, choices=ReviewKind.choices)
    specialty = models.ForeignKey(
        "organisations.Specialty", models.PROTECT, null=True, blank=True, related_name="+"
    )
    wished_from = models.DateField()
    wished_to = models.DateField()
    contact = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=OrderState.choices, default=OrderState.WAITING)
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, blank=True, related_name="+")

    objects = OrderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ReviewKind.values), name="order_kind_known"),
            models.CheckConstraint(condition=Q(state__in=OrderState.values), name="order_state_known"),
            models.CheckConstraint(
                condition=Q(wished_to__gte=F("wished_from")), name="order_period_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(state=OrderState.WAITING, settled_at__isnull=True)
                | (~Q(state=OrderState.WAITING) & Q(settled_at__isnull=False)),
                name="order_settled_with_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=OrderState.DECLINED) | ~Q(reason=""), name="order_declined_with_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["-ordered_at", "-id"], name="order_newest_first"),
            models.Index(fields=["ordered_at"], condition=Q(state="waiting"), name="order_waiting"),
        ]

    def __str__(self) -> str:
        return f"order {self.pk} ({self.state})"


@tracked()
class OrderUnit(models.Model):
    """One unit of an order, and the case that came of it."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="units")
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, related_name="+")
    review = models.OneToOneField(
        "reviews.Review", models.PROTECT, null=True, blank=True, related_name="order_row"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "unit"], name="order_unit_once")]

    def __str__(self) -> str:
        return f"unit {self.unit_id} of order {self.order_id}"
