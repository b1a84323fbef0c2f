"""Deadlines as other programs take them: iCalendar for calendars, SVG for pages and paper."""
