"""The command line: `tocsin VERB`."""
