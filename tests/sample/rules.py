"""Who may do what with clubs."""

from lienhiep.core.rules import RowPolicy


class ClubPolicy(RowPolicy):
    """Leaders read all clubs; others those that name them."""

    readers_of_all = frozenset({"role:leader"})
    verbs = {"add": frozenset({"role:officer"}), "change": frozenset({"role:officer"})}


class NoticePolicy(RowPolicy):
    """Nobody reads all notices; officers post them."""

    verbs = {"add": frozenset({"role:officer"}), "change": frozenset({"role:officer"})}
