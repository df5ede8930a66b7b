"""The only room that knows a page has a report, a meter, an ask and a thread."""
