"""Filters that write numbers, money and days as a Vietnamese office does.

They turn None into nothing, because an empty cell is the honest answer.
"""

from datetime import date
from decimal import Decimal

from django import template

from lienhiep.core.money import format_money, format_money_short, money_in_words
from lienhiep.core.text import numbers
from lienhiep.core.text.dates import format_date, format_date_long

register = template.Library()

Number = int | float | Decimal


@register.filter
def number(value: Number | None) -> str:
    """Write 4469335 as "4.469.335"."""
    return "" if value is None else numbers.format_number(value)


@register.filter
def share(percent: Number | None) -> str:
    """Write 33.3 as "33,3%"."""
    return "" if percent is None else numbers.format_share(percent)


@register.filter
def money(amount: int | None) -> str:
    """Write 1250000 as "1.250.000 đồng"."""
    return "" if amount is None else format_money(amount)


@register.filter
def money_short(amount: int | None) -> str:
    """Write 1500000 as "1,5 triệu đồng"."""
    return "" if amount is None else format_money_short(amount)


@register.filter
def in_words(amount: int | None) -> str:
    """Write an amount of money in words, as on a receipt."""
    return "" if amount is None else money_in_words(amount)


@register.filter
def office_date(day: date | None) -> str:
    """Write a day as "05/01/2023"."""
    return format_date(day) if day else ""


@register.filter
def office_date_long(day: date | None) -> str:
    """Write a day as "ngày 05 tháng 01 năm 2023"."""
    return format_date_long(day) if day else ""


@register.filter
def roman(value: int | None) -> str:
    """Write 7 as "VII"."""
    return numbers.roman(value) if value else ""


@register.filter
def in_a_sentence(words: object) -> str:
    """Write "Năm 2022" as it stands inside a sentence: "năm 2022"."""
    text = str(words or "")
    return text[:1].lower() + text[1:]
