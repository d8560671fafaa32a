-- Those around a point, in the order of a list, without looking at the rows themselves.
CREATE INDEX restaurant_by_place ON restaurant
    USING gist (point(lon, lat)) INCLUDE (lat, lon, restaurant_id);
DROP INDEX restaurant_place;
