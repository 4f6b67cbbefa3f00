"""A position in a named text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Unicode code points into one named text, end exclusive, 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves.

        >>> Span(4, 9).of("the words")
        'words'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside; a span covers itself."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        """The same stretch in a text that begins `by` code points earlier."""
        return Span(self.start + by, self.end + by)
