"""Reviews: the case, its judgement, its report and its publication."""
