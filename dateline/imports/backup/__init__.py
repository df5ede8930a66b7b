"""A backup: the rows, the uploads and what is needed to judge them, in one file; made while the newsroom is served."""
