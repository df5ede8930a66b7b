"""Who decided what about whose words, and how to undo it."""
