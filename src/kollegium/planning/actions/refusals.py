"""What planning refuses."""

from kollegium.domain.errors import Refused


class PlanningRefused(Refused):
    """A change of what is planned is refused.

    Codes: `not-allowed-here`, `no-units`, `unit-closed`, `period-past`, `period-ends-before-start`,
    `specialty-missing`, `order-settled`, `reason-missing`, `no-such-standard`,
    `changed-meanwhile`, `period-over`, `no-such-place`,
    `no-cases`, `nothing-to-staff`, `no-seats`, `no-longer-fits`,
    `no-visit-days`, `has-schedule`, `outside-visit`, `no-such-time`, `reviewer-busy`, `not-in-team`, `does-not-fit`,
    `talk-taken`, `has-a-talk`.
    """
