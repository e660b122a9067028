"""Who asks for a page: a person or a machine, on what, as a number that leads to nobody.

Everything is told from the environment of the request, as WSGI hands it over, so that the
layer in front of Django asks the same questions as Django.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from lienhiep.visits.choices import Device, TallyKind

MACHINES = re.compile(
    r"bot\b|bot[/_-]|crawl|spider|slurp|archiver|scan|monitor|uptime|preview|fetch|feed|rss"
    r"|headless|lighthouse|phantom|curl|wget|python|java/|okhttp|httpclient|http-client"
    r"|go-http|libwww|perl|ruby|axios|node|facebookexternalhit|whatsapp|embedly|validator",
    re.IGNORECASE,
)
"""What programs call themselves; a browser names none of these."""

TABLETS = re.compile(r"ipad|tablet|playbook|kindle|silk/|android(?!.*\bmobile\b)", re.IGNORECASE)
"""A browser on Android says "Mobile" on a phone and leaves it out on a tablet. An iPad that asks
for pages as a computer does calls itself one, and is counted so."""

PHONES = re.compile(r"mobi|iphone|ipod|opera mini|windows phone|blackberry", re.IGNORECASE)

LONGEST_NAME = 400
KEY_BYTES = 32
KEY = "key-{day}"


@lru_cache(maxsize=2048)
def kind_of(user_agent: str) -> TallyKind:
    """Return whether a program of this name is led by a person."""
    is_machine = not user_agent.strip() or MACHINES.search(user_agent)
    return TallyKind.BOT if is_machine else TallyKind.PERSON


@lru_cache(maxsize=2048)
def device_of(user_agent: str) -> Device | None:
    """Return on what a person reads, None for a machine."""
    if kind_of(user_agent) == TallyKind.BOT:
        return None
    if TABLETS.search(user_agent):
        return Device.TABLET
    return Device.PHONE if PHONES.search(user_agent) else Device.COMPUTER


def visitor_of(address: str, user_agent: str, key: bytes) -> int:
    """Return a number for who asks: the same all day for one browser at one address."""
    told = f"{address}\n{user_agent}".encode("utf-8", "surrogateescape")
    return int.from_bytes(hashlib.blake2b(told, key=key, digest_size=8).digest())


def user_agent_of(environ: Mapping[str, Any]) -> str:
    """Return what the program calls itself."""
    return str(environ.get("HTTP_USER_AGENT", ""))[:LONGEST_NAME]


def address_of(environ: Mapping[str, Any]) -> str:
    """Return the address that asks, as the last proxy of ours saw it; it is kept nowhere."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if proxies:
        said = environ.get("HTTP_X_FORWARDED_FOR", "")
        seen = [one.strip() for one in said.split(",") if one]
        if len(seen) >= proxies:
            return seen[-proxies]
    return str(environ.get("REMOTE_ADDR", ""))


@lru_cache(maxsize=4)
def key_of_day(folder: Path, day: date) -> bytes:
    """Return the key of a day, one for all processes, made by whoever asks first."""
    path = folder / KEY.format(day=day)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        mine = folder / f"{path.name}-{os.getpid()}-{secrets.token_hex(4)}"
        mine.write_bytes(secrets.token_bytes(KEY_BYTES))
        mine.chmod(0o600)
        try:
            # Whole from the first moment, and never over the one of another process.
            os.link(mine, path)
        except FileExistsError:
            pass
        finally:
            mine.unlink()
    return path.read_bytes()


def throw_away_keys(folder: Path, before: date) -> None:
    """Throw away the keys of days that are over, so that no number leads back to an address."""
    for path in folder.glob(KEY.format(day="*")):
        if path.name[: len(KEY.format(day=before))] < KEY.format(day=before):
            path.unlink(missing_ok=True)
