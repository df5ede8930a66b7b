"""From features to one SVG: plain functions that know no framework, no database and no clock."""
