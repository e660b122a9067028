"""Reports, chapters and stated numbers for tests."""

from datetime import date

import factory

from lienhiep.reports.models import Report, Section, Statement, WordTemplate


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
