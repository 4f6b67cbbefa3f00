"""Circles: outlets of which each leads to every other along the edges of a graph."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def circles_in(edges: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The strongly connected components of two nodes or more, each in the order of the edges (Tarjan, 1972, without recursion).

    >>> circles_in([("a", "b"), ("b", "a"), ("b", "c"), ("c", "d")])
    [['a', 'b']]
    """
    after: dict[Node, list[Node]] = {}
    for start, end in edges:
        after.setdefault(start, []).append(end)
        after.setdefault(end, [])
    order = {node: at for at, node in enumerate(after)}
    found = [component for component in _components(after) if len(component) > 1]
    return sorted((sorted(one, key=order.__getitem__) for one in found), key=lambda one: order[one[0]])


def _components(after: Mapping[Node, Sequence[Node]]) -> Iterable[list[Node]]:
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    path: list[Node] = []
    on_path: set[Node] = set()
    for root in after:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        path.append(root)
        on_path.add(root)
        walk = [(root, iter(after[root]))]
        while walk:
            node, ends = walk[-1]
            entered = False
            for end in ends:
                if end not in index:
                    index[end] = low[end] = len(index)
                    path.append(end)
                    on_path.add(end)
                    walk.append((end, iter(after[end])))
                    entered = True
                    break
                if end in on_path:
                    low[node] = min(low[node], index[end])
            if entered:
                continue
            walk.pop()
            if walk:
                low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
            if low[node] == index[node]:
                at = path.index(node)
                yield path[at:]
                on_path.difference_update(path[at:])
                del path[at:]
