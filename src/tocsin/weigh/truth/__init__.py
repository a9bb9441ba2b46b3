"""Truth discovery: which of conflicting values holds, told from who claims what.

Methods of the literature side by side, so that they can be compared on open sets; `tdh` won
(docs/adr/0014-fusion.md). None of them removes a value: each gives a score to every one.
"""
