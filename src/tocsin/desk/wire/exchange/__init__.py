"""The whole ledger in other forms: JSON lines and back, CSV, FollowTheMoney, PROV-JSON."""
