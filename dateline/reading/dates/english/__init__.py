"""How English names times, one file for each kind of phrase."""
