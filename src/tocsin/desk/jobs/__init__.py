"""Jobs: the only place that composes the stages."""
