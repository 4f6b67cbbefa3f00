"""Things joined two by two, and the groups that come of it."""

from __future__ import annotations


class Joined:
    """Union-find over names."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Both are of one group from now on; its name is the smaller one."""
        first, second = sorted((self._root(one), self._root(other)))
        self._above[second] = first

    def groups(self) -> list[list[str]]:
        """Every group with its members, both by name.

        >>> joined = Joined()
        >>> for pair in ("bc", "de", "ab"):
        ...     joined.join(*pair)
        >>> joined.groups()
        [['a', 'b', 'c'], ['d', 'e']]
        """
        found: dict[str, list[str]] = {}
        for name in sorted(self._above):
            found.setdefault(self._root(name), []).append(name)
        return [found[root] for root in sorted(found)]

    def _root(self, name: str) -> str:
        self._above.setdefault(name, name)
        root = name
        while self._above[root] != root:
            root = self._above[root]
        while self._above[name] != root:
            self._above[name], name = root, self._above[name]
        return root
