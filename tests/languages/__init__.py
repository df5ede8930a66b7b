"""What is translated and what is not: the messages of the code, the catalogues, words that gettext was never handed."""
