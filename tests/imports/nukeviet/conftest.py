"""A small NukeViet site, written as a dump, and a front page to bring it to."""

import gzip
from pathlib import Path

import pytest

from lienhiep.imports.nukeviet.running import Asked, run_import
from lienhiep.portal.actions import open_site

SITE = """
CREATE TABLE `p_xx_modules` (`title` varchar(50), `module_file` varchar(50),
  `module_data` varchar(50), `module_upload` varchar(50), `custom_title` varchar(50),
  `groups_view` varchar(255), `act` int);
INSERT INTO `p_xx_modules` VALUES ('news','news','news','news','Tin tức','6',1),
 ('noi-bo','news','noi_bo','noi-bo','Nội bộ','4',1);
CREATE TABLE `p_xx_news_cat` (`catid` int, `parentid` int, `title` varchar(250),
  `alias` varchar(250), `weight` int, `groups_view` varchar(255), `status` int);
INSERT INTO `p_xx_news_cat` VALUES (1,0,'Hoạt động','Hoat-dong',1,'6',1),
 (2,1,'Cấp hai','cap-hai',1,'6',1),(3,2,'Cấp ba','cap-ba',1,'6',1),
 (4,0,'Hội viên','hoi-vien',2,'4',1),(5,9,'Lạc','nam-2022',3,'6',1),
 (6,0,'Tạm dừng','tam-dung',4,'6',0);
CREATE TABLE `p_xx_news_rows` (`id` int, `catid` int, `listcatid` varchar(255), `status` int,
  `publtime` int, `exptime` int, `addtime` int, `title` varchar(250), `alias` varchar(250),
  `hometext` text, `homeimgfile` varchar(255), `author` varchar(250), `allowed_comm` varchar(50));
CREATE TABLE `p_xx_news_detail` (`id` int, `bodyhtml` longtext, `files` text);
"""


@pytest.fixture
def home(db):
    return open_site(title="Liên hiệp hội")


@pytest.fixture
def brought(home, tmp_path):
    """Bring a dump over: the small site and what a test adds to it."""

    def bring(sql: str = "", *, site: str = SITE, **options):
        path = tmp_path / "dump.sql.gz"
        path.write_bytes(gzip.compress((site + sql).encode()))
        return run_import(Asked(dump=path, **options))

    return bring


def article(
    number, *, title="Tin", status=1, cats="1", at=1600000000, body="<p>Nội dung.</p>", **more
):
    """Return the rows of an article of the small site."""
    main = cats.split(",")[0]
    expires, lead = more.get("expires", 0), more.get("lead", "Sapo của tin.")
    picture = more.get("picture", "")
    return (
        f"INSERT INTO `p_xx_news_rows` VALUES ({number},{main},'{cats}',{status},{at},{expires},"
        f"{at},'{title}','tin-{number}','{lead}','{picture}','Tác giả','6');\n"
        f"INSERT INTO `p_xx_news_detail` VALUES ({number},'{body}','{more.get('files', '')}');\n"
    )


def reasons(run, kind=None):
    """Return the reasons of the lines of a run."""
    rows = run.lines.all() if kind is None else run.lines.filter(kind=kind)
    return set(rows.values_list("table", "old_id", "reason"))


SAMPLE = Path(__file__).resolve().parents[3].parent / "shared" / "nukeviet"
