"""Marks as characters, for Word and HTML; PDF draws them."""

from kollegium.printing.tree import Shape

BOX, CROSSED_BOX = "☐", "☒"
SHAPES = {
    Shape.FILLED_CIRCLE: "●",
    Shape.RING: "○",
    Shape.TRIANGLE: "▲",
    Shape.BARRED_SQUARE: "⊟",
    Shape.DOTTED_RING: "◌",
    Shape.TICK: "✓",
    Shape.HALF_CIRCLE: "◐",
    Shape.CROSS: "✗",
    Shape.DASH: "–",
}
