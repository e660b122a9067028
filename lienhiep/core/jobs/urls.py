"""Where the page of background work stands, below the back office's own address."""

from django.urls import path

from lienhiep.core.jobs import views

app_name = "core_jobs"
urlpatterns = [
    path("", views.JobListView.as_view(), name="list"),
    path("<int:pk>/", views.JobDetailView.as_view(), name="detail"),
    path("<int:pk>/lam-lai/", views.RetryJobView.as_view(), name="retry"),
    path("<int:pk>/huy/", views.CancelJobView.as_view(), name="cancel"),
    path("lich/<int:pk>/", views.ScheduledTaskView.as_view(), name="schedule"),
    path("lich/<int:pk>/chay/", views.RunScheduledTaskView.as_view(), name="run"),
]
