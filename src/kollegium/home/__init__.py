"""The start page and the menu: what every capability offers the person who looks."""
