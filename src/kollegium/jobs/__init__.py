"""Work for later: queued in the caller's transaction, done by the worker, tried again when it fails."""

from kollegium.jobs.queue import UnknownJob, enqueue, names, task, waiting, worker_seen_ago

__all__ = ["UnknownJob", "enqueue", "names", "task", "waiting", "worker_seen_ago"]
