"""What is stored about the follow-up of reviews."""

from kollegium.action_plans.models.evidence import Evidence

__all__ = ["Evidence"]
