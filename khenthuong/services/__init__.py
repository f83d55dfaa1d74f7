"""One module a use case: whatever a screen can do, a function here does."""
