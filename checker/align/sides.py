"""The two sides of a difference, as the guards read them."""

from __future__ import annotations

from typing import NamedTuple

from checker.text.english.frequency import known
from checker.text.english.guards import FUNCTION_WORDS, NEGATORS, QUANTIFIERS
from checker.text.english.names import known_name

# Forms of address: "Mr. Ames" for "Dr. Ames" is another word and the same man.
FORMS = ("mr", "mrs", "ms", "miss", "dr", "prof", "mister", "doctor", "professor")


class Side(NamedTuple):
    """One side of a group: units' keys, the words as printed, and whether a sentence begins with the first of them."""

    keys: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()
    opens_sentence: bool = False

    def words(self) -> frozenset[str]:
        """The keys that stand as words of their own: no "all" in "alright"."""
        return frozenset(self.keys) & frozenset(surface.lower() for surface in self.surfaces)

    def names(self) -> frozenset[str]:
        """The keys that are names: from the tables, or by a capital inside a sentence."""
        found = {key for key in self.keys if known_name(key)}
        for at, surface in enumerate(self.surfaces):
            low = surface.lower().removesuffix("'s")
            if not surface[:1].isupper() or low in FUNCTION_WORDS or low in ("i", "i'm", "i've", "i'll", *FORMS):
                continue
            if at == 0 and self.opens_sentence and (known(low) or low in QUANTIFIERS or low in NEGATORS):
                continue
            found.add(low.replace(".", ""))
        return frozenset(found)


class Around(NamedTuple):
    """The units just before and after a group in the original, nearest last and nearest first."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
