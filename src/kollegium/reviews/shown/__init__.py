"""Reviews as the components of the pages take them: tiles, areas, plans, comparisons."""
