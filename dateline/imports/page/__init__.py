"""A report page as crawlers keep it: plain text, the meter at the top, the comments as indented bullets below."""
