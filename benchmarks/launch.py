"""A process of its own, and a small one, that runs a command and prints what it took: ``launch.py PROGRAM WORD …``.

Small, since the system counts what a process held when it started another as held by the other too.
"""

import json
import os
import sys
import time


def main(*command: str) -> None:
    """Wall and processor in seconds, memory in MB of the process that held the most (Linux, which counts in KB)."""
    start = time.perf_counter()
    silent = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawn(command[0], command, os.environ, file_actions=[silent])
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    work = used.ru_utime + used.ru_stime
    code = os.waitstatus_to_exitcode(status)
    print(json.dumps({"seconds": seconds, "work": work, "peak": used.ru_maxrss / 1024, "code": code}))


if __name__ == "__main__":
    main(*sys.argv[1:])
