"""Dumps of every origin are read without a server, and what is broken in them is named."""

import gzip

from lienhiep.imports.nukeviet.dump.staging import staged

MAKE = "CREATE TABLE `a_vi_news_rows` (\n `id` int NOT NULL,\n `title` text,\n KEY `k` (`id`)\n);\n"


def rows_of(tmp_path, sql, name="a_vi_news_rows", database=""):
    path = tmp_path / "dump.sql"
    path.write_bytes(sql if isinstance(sql, bytes) else sql.encode())
    with staged(path) as staging:
        rows = [tuple(row) for row in staging.rows(database, name)]
        return rows, staging.broken, dict(staging.odd_rows), sum(staging.mended.values())


def test_one_insert_of_many_rows_and_one_for_each_read_alike(tmp_path):
    many = MAKE + "INSERT INTO `a_vi_news_rows` VALUES (1,'a'),\n(2,'b');"
    each = (
        MAKE + "INSERT INTO a_vi_news_rows (title, id) VALUES ('a', 1);\n"
        "INSERT INTO `a_vi_news_rows` VALUES (2,'b');"
    )

    assert rows_of(tmp_path, many)[0] == rows_of(tmp_path, each)[0] == [(1, "a"), (2, "b")]


def test_escapes_mean_what_mysql_means(tmp_path):
    sql = (
        MAKE
        + r"""INSERT INTO `a_vi_news_rows` VALUES (1,'a\'b''c\\d\n\t\"),(;--'),(2,_binary 'x'),
        (3,0x48E1BB99),(4,NULL),(5,X'41');"""
    )

    rows, broken, *_rest = rows_of(tmp_path, sql)

    assert [title for _id, title in rows] == ["a'b'c\\d\n\t\"),(;--", "x", "Hộ", None, "A"]
    assert broken == []


def test_comments_settings_and_other_statements_are_passed_over(tmp_path):
    sql = (
        "/*M!999999\\- enable the sandbox mode */ \n-- a 'comment\n# another \"\n"
        "/*!40101 SET NAMES utf8mb4 */;\nLOCK TABLES `x` WRITE;\nDELIMITER ;;\n"
        "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET @a=1; END ;;\nDELIMITER ;\n"
    )

    rows, broken, *_rest = rows_of(
        tmp_path, sql + MAKE + "INSERT INTO `a_vi_news_rows` VALUES (1,'a');\n-- end"
    )

    assert rows == [(1, "a")]
    assert broken == []


def test_several_databases_are_kept_apart(tmp_path):
    sql = f"USE `one`;\n{MAKE}INSERT INTO `a_vi_news_rows` VALUES (1,'a');\n"
    sql += f"USE `two`;\n{MAKE}INSERT INTO `a_vi_news_rows` VALUES (2,'b');"

    assert rows_of(tmp_path, sql, database="one")[0] == [(1, "a")]
    assert rows_of(tmp_path, sql, database="two")[0] == [(2, "b")]


def test_a_backup_of_nukeviet_may_leave_a_list_of_rows_open(tmp_path):
    sql = (
        MAKE
        + "INSERT INTO `a_vi_news_rows` VALUES\n(1, 'a'), \n(2, 'b'), \n\n"
        + MAKE.replace("news", "tin")
    )

    rows, broken, *_rest = rows_of(tmp_path, sql)

    assert rows == [(1, "a"), (2, "b")]
    assert broken == []


def test_a_dump_that_breaks_off_gives_what_it_has_and_is_named(tmp_path):
    rows, broken, *_rest = rows_of(
        tmp_path, MAKE + "INSERT INTO `a_vi_news_rows` VALUES (1,'a'),(2,'b"
    )

    assert rows == [(1, "a")]
    assert [(one.name, one.why) for one in broken] == [("a_vi_news_rows", "cut_off")]


def test_a_packed_dump_that_breaks_off_is_named(tmp_path):
    whole = gzip.compress((MAKE + "INSERT INTO `a_vi_news_rows` VALUES (1,'a');\n" * 3).encode())

    _rows, broken, *_rest = rows_of(tmp_path, whole[:-9])

    assert "cut_off" in {one.why for one in broken}


def test_rows_with_too_many_values_are_counted(tmp_path):
    rows, _broken, odd, _mended = rows_of(
        tmp_path, MAKE + "INSERT INTO `a_vi_news_rows` VALUES (1,'a'),(2,'b',3);"
    )

    assert rows == [(1, "a")]
    assert odd == {("", "a_vi_news_rows"): 1}


def test_letters_written_twice_are_mended(tmp_path):
    twice = "Đại hội".encode().decode("latin-1")

    rows, _broken, _odd, mended = rows_of(
        tmp_path, MAKE + f"INSERT INTO `a_vi_news_rows` VALUES (1,'{twice}'),(2,'Nghệ An');"
    )

    assert [title for _id, title in rows] == ["Đại hội", "Nghệ An"]
    assert mended == 1


def test_the_copies_of_rows_that_each_category_has_are_not_read(tmp_path):
    path = tmp_path / "dump.sql"
    path.write_text(
        MAKE.replace("news_rows", "news_12") + "INSERT INTO `a_vi_news_12` VALUES (1,'a');"
    )

    with staged(path) as staging:
        assert not staging.has("", "a_vi_news_12")
