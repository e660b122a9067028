"""How long a NukeViet site of many articles takes to come over, and how much memory.

    python -m benchmarks.former_site 60000

Writes a dump of so many articles with texts of some two thousand letters, tags, ratings and a
comment for every fifth, brings it over into a database of its own, and prints one line.
"""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = [
    "hội",
    "nghị",
    "khoa",
    "học",
    "kỹ",
    "thuật",
    "tỉnh",
    "đại",
    "biểu",
    "chương",
    "trình",
    "phát",
    "triển",
    "nông",
    "nghiệp",
    "công",
    "nghệ",
    "đổi",
    "mới",
    "sáng",
    "tạo",
    "trí",
    "thức",
    "liên",
    "hiệp",
    "các",
    "hội",
    "thành",
    "viên",
    "tư",
    "vấn",
    "phản",
    "biện",
    "giám",
    "định",
    "xã",
    "hội",
]
MADE = """
CREATE TABLE `b_vi_modules` (`title` text, `module_file` text, `module_data` text,
 `groups_view` text, `act` int);
INSERT INTO `b_vi_modules` VALUES ('news','news','news','6',1);
CREATE TABLE `b_vi_news_cat` (`catid` int, `parentid` int, `title` text, `alias` text,
 `groups_view` text, `status` int);
CREATE TABLE `b_vi_news_rows` (`id` int, `catid` int, `listcatid` text, `status` int,
 `publtime` int, `title` text, `alias` text, `hometext` text, `allowed_comm` text,
 `total_rating` int, `click_rating` int, `hitstotal` int);
CREATE TABLE `b_vi_news_detail` (`id` int, `bodyhtml` longtext);
CREATE TABLE `b_vi_news_tags` (`tid` int, `alias` text, `keywords` text);
CREATE TABLE `b_vi_news_tags_id` (`id` int, `tid` int, `keyword` text);
CREATE TABLE `b_vi_comment` (`cid` int, `module` text, `id` int, `pid` int, `content` text,
 `post_time` int, `post_name` text, `status` int);
"""


def words(start: int, count: int) -> str:
    """Return so many words, others for each start."""
    return " ".join(
        WORDS[(start * 7 + place * (start % 5 + 1)) % len(WORDS)] for place in range(count)
    )


def linked(number: int) -> int:
    """Return the article that one leads to: mostly an earlier one, now and then a later."""
    return number - 300 if number > 300 and number % 20 else number + 5


def write_dump(path: Path, count: int) -> None:
    """Write a dump of so many articles, five hundred in each statement."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as out:
        out.write(MADE)
        cats = ",".join(
            f"({one},0,'Chuyên mục {words(one, 2)}','muc-{one}-a','6',1)" for one in range(1, 21)
        )
        out.write(f"INSERT INTO `b_vi_news_cat` VALUES {cats};\n")
        tags = ",".join(
            f"({one},'the-{one}-a','thẻ {one} {words(one, 2)}')" for one in range(1, 301)
        )
        out.write(f"INSERT INTO `b_vi_news_tags` VALUES {tags};\n")
        for first in range(1, count + 1, 500):
            ids = range(first, min(first + 500, count + 1))
            for table, row in ROWS.items():
                rows = ",\n".join(filter(None, (row(one) for one in ids)))
                out.write(f"INSERT INTO `b_vi_{table}` VALUES {rows};\n")


ROWS = {
    "news_rows": lambda n: (
        f"({n},{n % 20 + 1},'{n % 20 + 1}',1,{1_300_000_000 + n * 4000},'Bài {n} {words(n, 9)}',"
        f"'bai-{n}','{words(n, 30)}','6',{n % 50 * 4},{n % 50},{n % 3000})"
    ),
    "news_detail": lambda n: (
        f"({n},'"
        + "".join(f"<p>{words(n + part, 70)}</p>" for part in range(5))
        + f'<p><a href="/muc/bai-{linked(n)}.html">{words(n, 4)}</a></p>\')'
    ),
    "news_tags_id": lambda n: f"({n},{n % 300 + 1},'x'),({n},{(n * 7 + 1) % 300 + 1},'y')",
    "comment": lambda n: (
        f"({n},'news',{n},0,'{words(n, 12)}',1500000000,'Đọc',1)" if n % 5 == 0 else ""
    ),
}


def main(count: int) -> None:
    """Bring so many articles over and print how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump.sql.gz"
        write_dump(dump, count)
        around = os.environ | {"LIENHIEP_DATA": f"{folder}/data"}
        command = [sys.executable, "-m", "lienhiep.project.command"]
        subprocess.run([*command, "init"], env=around, check=True, stdout=subprocess.DEVNULL)
        began = time.perf_counter()
        ended = subprocess.run(
            [*command, "import-nukeviet", str(dump), "--json"],
            env=around,
            stdout=subprocess.DEVNULL,
        )
        seconds = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(
            f"{count} articles: {seconds:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of CPU with "
            f"init, {used.ru_maxrss / 1024:.0f} MB at most, ended with {ended.returncode}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60_000)
