"""The registry of outlets: who they are, which addresses are theirs, and where a text names them."""

from checker.outlets.outlet import Mention, Outlet
from checker.outlets.registry import Outlets

__all__ = ["Mention", "Outlet", "Outlets"]
