"""Reports, chapters and stated numbers for tests."""

from datetime import date

import factory

from lienhiep.reports.models import (
    KeyTask,
    Report,
    Section,
    Statement,
    Target,
    WordTemplate,
    WorkPlan,
)


class ReportFactory(factory.django.DjangoModelFactory):
    """A draft on the year 2022, with data as of the tenth of January after it."""

    class Meta:
        model = Report

    title = "Báo cáo năm 2022"
    period_code = "2022"
    data_date = date(2023, 1, 10)


class SectionFactory(factory.django.DjangoModelFactory):
    """A chapter that names one figure."""

    class Meta:
        model = Section

    report = factory.SubFactory(ReportFactory)
    order = 1
    heading = "Tập san"
    text = "<p>Đã xuất bản [[E01]] số.</p>"


class StatementFactory(factory.django.DjangoModelFactory):
    """A number stated beside the first figure of the journal."""

    class Meta:
        model = Statement

    code = "E01"
    period_code = "2022"
    value = 11
    reason = "Theo báo cáo giấy đã ký"
    source = "15/BC-LHH"
    stated_on = date(2023, 1, 5)


class WordTemplateFactory(factory.django.DjangoModelFactory):
    """A template by name only; its file is put on through the form."""

    class Meta:
        model = WordTemplate

    name = "Mẫu báo cáo của văn phòng"


class WorkPlanFactory(factory.django.DjangoModelFactory):
    """A plan of work that nobody has approved yet."""

    class Meta:
        model = WorkPlan

    year = 2022


class TargetFactory(factory.django.DjangoModelFactory):
    """A target for the articles of the journal, for which its room plans nothing."""

    class Meta:
        model = Target

    plan = factory.SubFactory(WorkPlanFactory)
    code = "E04a"
    value = 40


class KeyTaskFactory(factory.django.DjangoModelFactory):
    """A task that lies with the officers."""

    class Meta:
        model = KeyTask

    plan = factory.SubFactory(WorkPlanFactory)
    title = factory.Sequence(lambda n: f"Nhiệm vụ thử nghiệm số {n}")
    lead_role = "officer"
    due_on = date(2022, 6, 30)


def approved(plan: WorkPlan, on: date = date(2022, 1, 5)) -> WorkPlan:
    """Write the approval down, past the verb that asks for tasks and days."""
    plan.approved_on = on
    plan.save()
    return plan
