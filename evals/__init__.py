"""Quality figures on gold sets that lie outside the repository, and the floors they keep."""
