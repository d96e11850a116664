"""The look of Kollegium: base templates, components, styles and scripts, and the pages that belong to no capability."""
