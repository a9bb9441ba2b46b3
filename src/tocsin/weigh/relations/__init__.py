"""Relations: whether what one report says supports, updates or contradicts another."""
