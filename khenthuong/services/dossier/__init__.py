"""From a judged round to sealed packages, with every paper cross-checked."""
