"""The addresses of contests: for readers, for contestants and for jurors at their desks."""

from django.urls import path

from lienhiep.contests import views
from lienhiep.contests.desk_views import entering, judging

app_name = "contests"
urlpatterns = [
    path("cuoc-thi/", views.index, name="index"),
    path("cuoc-thi/<slug:contest>/", views.contest, name="contest"),
    path("cuoc-thi/<slug:contest>/<slug:years>/", views.edition, name="edition"),
    path(
        "cuoc-thi/<slug:contest>/<slug:years>/san-pham/<int:pk>-<slug:slug>/",
        views.entry,
        name="entry",
    ),
    path("ban-lam-viec/du-thi/", entering.entries, name="desk"),
    path("ban-lam-viec/du-thi/gui-bai/", entering.EnterView.as_view(), name="enter"),
    path("ban-lam-viec/du-thi/<int:pk>/bo-sung/", entering.PapersView.as_view(), name="add_papers"),
    path("ban-lam-viec/du-thi/<int:pk>/rut-bai/", entering.WithdrawView.as_view(), name="withdraw"),
    path("ban-lam-viec/du-thi/<int:pk>/phieu-dong-y/", entering.consent_form, name="consent_form"),
    path("ban-lam-viec/du-thi/<int:pk>/", entering.entry, name="desk_entry"),
    path(
        "ban-lam-viec/du-thi/<int:pk>/giay-xac-nhan/", entering.entry_receipt, name="entry_receipt"
    ),
    path("ban-lam-viec/cham-thi/", judging.sheets, name="judging"),
    path(
        "ban-lam-viec/cham-thi/<int:pk>/khong-cham/",
        judging.ExcuseView.as_view(),
        name="excuse",
    ),
    path("ban-lam-viec/cham-thi/<int:pk>/", judging.SheetView.as_view(), name="sheet"),
]
