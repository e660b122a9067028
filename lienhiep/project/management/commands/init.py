import json
import time

from django.core.management.base import BaseCommand

from lienhiep.project.preparing import (
    STEPS,
    await_first_account,
    demonstration,
    prepare,
)


class Command(BaseCommand):
    """Prepare a data folder so that the site can be served from it."""

    help = (
        "Prepare everything that serving needs: folders, catalogues, database, styles, "
        "reference data. Steps whose inputs did not change are left out."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo",
            action="store_true",
            help="fill a database without accounts with the demonstration year",
        )
        parser.add_argument("--again", action="store_true", help="do every step again")
        parser.add_argument("--json", action="store_true", help="print one object at the end")

    def handle(self, *args, demo: bool, again: bool, **options):
        spoken = not options["json"]
        done = {}
        steps = [*STEPS, *([demonstration] if demo else [])]
        for step, run in prepare(steps, again=again):
            if spoken:
                self.stdout.write(f"  {step.words} … ", ending="\n" if step.tells_more else "")
                self.stdout.flush()
            began = time.perf_counter()
            run()
            done[step.name] = round(time.perf_counter() - began, 2)
            if spoken:
                self.stdout.write(f"{'  ' if step.tells_more else ''}{done[step.name]:.1f} s")
        code = await_first_account()
        if spoken and code:
            self.stdout.write(
                f"\n  Mã để lập tài khoản đầu tiên / Code for the first account: {code}"
            )
        if not spoken:
            self.stdout.write(json.dumps({"steps": done}))
