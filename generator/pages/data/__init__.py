"""Open data: public cases → JSON, CSV, Excel, feeds, schemas and deltas, all from one table of fields."""
