"""Capture → Report → Reading: what a report says, who says it, when, where and of whom."""
