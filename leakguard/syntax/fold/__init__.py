"""The value of an expression, as far as it is constant: nothing is evaluated, nothing imported."""

from leakguard.syntax.fold.constant import Constant, Part
from leakguard.syntax.fold.folder import Folder

__all__ = ["Constant", "Folder", "Part"]
