"""What commendation counts: the figures G01 to G06."""

from lienhiep.honours.figures.catalogue import (
    collectives_commended,
    emulation_results,
    intellectuals_honoured,
    letters_given,
    medals_received,
    merits_of_the_union,
    persons_commended,
    province_and_state_honours,
)

__all__ = [
    "collectives_commended",
    "emulation_results",
    "intellectuals_honoured",
    "letters_given",
    "medals_received",
    "merits_of_the_union",
    "persons_commended",
    "province_and_state_honours",
]
