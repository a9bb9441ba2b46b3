"""Brief → what leaves the desk: pages, calendars, draft warnings; names masked on the way."""
