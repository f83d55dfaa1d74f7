"""Papers: asked for, made, numbered, issued, shown and printed."""
