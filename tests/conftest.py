"""Shared by all tests. Standing here, it lets every folder import `factories`."""
