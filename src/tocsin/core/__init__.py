"""The words of the desk: types, errors, times, places. Core imports no stage and no service."""
