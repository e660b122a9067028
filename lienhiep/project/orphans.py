"""No process outlives the server that started it, even where that one was killed."""

import os
import signal
import threading
import time

PARENT = "LIENHIEP_SERVER_PID"
"""Set by the server for its children: the process they belong to."""

PATIENCE = 5.0
"""Seconds that a process has to end by itself before it is ended."""


def ignore_ctrl_c() -> None:
    """Leave it to the parent to answer Ctrl-C, which the terminal sends to all at once.

    Granian's worker hangs when it is told twice to end: by the terminal and by its parent.
    What this thread starts from now on inherits it.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def leave_with_parent(interval: float = 0.5) -> threading.Thread | None:
    """Leave when the parent process says so, or when it is gone.

    Does nothing in a process that no server started. A killed server cannot tell
    its children; one that stayed would keep the port and its place in the queue.
    """
    parent = os.environ.get(PARENT, "")
    if not parent.isdigit() or os.getppid() != int(parent):
        return None
    ignore_ctrl_c()

    def watch() -> None:
        while os.getppid() == int(parent):
            time.sleep(interval)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(PATIENCE)
        os._exit(1)

    thread = threading.Thread(target=watch, name="leave-with-parent", daemon=True)
    thread.start()
    return thread
