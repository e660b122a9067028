"""The worker: one process that empties the queue and keeps the schedule."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from types import FrameType

from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from lienhiep.core.jobs.running import fail_stale_jobs, stop_asked
from lienhiep.core.jobs.schedule import do_at_every_look, run_due, sync_schedule

logger = logging.getLogger(__name__)

BACKEND = "default"
PAUSE = 1.0
"""Seconds between two looks at an empty queue."""

SCHEDULE_PAUSE = 5.0
"""Seconds between two looks at the schedule, whose finest measure is a minute."""


class QueueWorker(Worker):
    """Does what stands in the queue, then rests until there is more or it is told to stop.

    The first signal lets the present batch end, the second ends at once.
    """

    def __init__(self) -> None:
        super().__init__(
            queue_names=["*"],
            interval=PAUSE,
            batch=True,
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        if stop_asked.is_set():
            self.reset_signals()
            sys.exit(1)
        self.running = False
        stop_asked.set()

    def work(self) -> None:
        """Work until told to stop."""
        while self.running:
            close_old_connections()
            try:
                # Asking first spares the database the write lock that taking a task needs.
                if DBTaskResult.objects.ready().filter(backend_name=BACKEND).exists():
                    self.run()
                    continue
            except (InterfaceError, OperationalError):
                # The database may be away for a moment; it is asked again.
                logger.exception("The queue could not be read")
            stop_asked.wait(PAUSE)


def keep_schedule() -> None:
    """Do what is due until told to stop; for a thread beside the queue, which may be busy."""
    try:
        while not stop_asked.is_set():
            close_old_connections()
            try:
                run_due()
            except Exception:
                # The database may be away for a moment; the next look may find it again.
                logger.exception("The schedule could not be read")
            do_at_every_look()
            stop_asked.wait(SCHEDULE_PAUSE)
    finally:
        connections.close_all()


def work(*, once: bool = False) -> None:
    """Run the worker; with `once`, do what waits and is due now, and return."""
    stop_asked.clear()
    sync_schedule()
    fail_stale_jobs()
    worker = QueueWorker()
    if once:
        run_due()
        do_at_every_look()
        worker.run()
        return
    worker.configure_signals()
    schedule = threading.Thread(target=keep_schedule, name="schedule", daemon=True)
    schedule.start()
    try:
        worker.work()
    finally:
        stop_asked.set()
        schedule.join(timeout=10)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
