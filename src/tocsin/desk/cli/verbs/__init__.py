"""One module a verb, loaded when the verb is called."""
