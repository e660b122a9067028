"""What the author of an article is paid."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.period import today
from lienhiep.core.reference import value_on
from lienhiep.core.text.numbers import format_number
from lienhiep.core.validators import validate_has_state
from lienhiep.news.choices import ARTICLE_VERBS
from lienhiep.news.models import NewsArticle
from lienhiep.news.reference_codes import ROYALTY_MOST


def set_royalty(*, article: NewsArticle, coefficient: Decimal | None, by: User) -> None:
    """State how many units of royalty an article is worth (chấm nhuận bút, hệ số).

    Nought says that none is paid; nothing, that it is not decided. Refuses less than nought
    and more than the office's highest (Decree 18/2014/NĐ-CP).
    """
    most = value_on(ROYALTY_MOST, today(), default=None)
    if coefficient is not None and (coefficient < 0 or (most is not None and coefficient > most)):
        raise ValidationError(
            {
                "coefficient": _("The coefficient is between 0 and %(most)s.")
                % {"most": format_number(most) if most is not None else "…"}
            }
        )
    with verb("news.set_royalty", by=by, about=article):
        lock(article)
        validate_has_state(article, *ARTICLE_VERBS["set_royalty"])
        article.royalty_coefficient = coefficient
        article.save(update_fields=["royalty_coefficient"])
