"""Word papers: template check, context, rendering."""
