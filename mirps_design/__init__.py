"""How everything looks, wherever it is shown: the dashboard, the light pages, the deck, the files."""
