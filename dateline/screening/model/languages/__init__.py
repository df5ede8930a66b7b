"""What is known of each language: its words, the letters that it is written in, and what its words look like."""
