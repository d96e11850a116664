"""Orders of reviews, the pool of reviewers, campaigns and visit schedules."""
