"""The HTML of an article as blocks of our own, with nothing in it that could run."""

from lienhiep.imports.nukeviet.bodies.building import blocks_of
from lienhiep.imports.nukeviet.bodies.rich import rich_text_of
from lienhiep.imports.nukeviet.bodies.surroundings import Surroundings

__all__ = ["Surroundings", "blocks_of", "rich_text_of"]
