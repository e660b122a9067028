"""Where the news stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("news", label=_("News"), url="news:index", order=10, sitemap="news:sitemap")
