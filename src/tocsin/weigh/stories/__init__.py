"""Stories: which texts and mentions tell of one matter, by their words alone."""
