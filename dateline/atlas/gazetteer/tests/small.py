"""A few towns, as the source has them, for tests that need no more of the world."""

from __future__ import annotations


def town(
    number: int, name: str, country: str, area: str, where: tuple[float, float], people: int, *others: str
) -> dict[str, object]:
    """One row of the source."""
    return {
        "geonameid": number,
        "name": name,
        "countrycode": country,
        "admin1code": area,
        "latitude": where[0],
        "longitude": where[1],
        "population": people,
        "alternatenames": list(others),
    }


BUKAMAL = ("Al-Bukamal", "Abu Kamal", "Абу-Камаль", "البو كمال", "abw kmal")
DEIR_EZ_ZOR = ("Deir Ezzor", "Dayr az Zawr", "DEZ", "Bride of the Desert")
TOWNS = [
    town(1, "Ālbū Kamāl", "SY", "07", (34.4523, 40.9185), 57_572, *BUKAMAL),
    town(2, "Deir ez-Zor", "SY", "07", (35.3359, 40.1408), 271_800, *DEIR_EZ_ZOR),
    town(3, "Al Qā’im", "IQ", "01", (34.3925, 40.9894), 74_100, "Al-Qaim", "Husaybah"),
    town(4, "Springfield", "US", "IL", (39.8017, -89.6437), 114_394),
    town(5, "Springfield", "US", "MO", (37.2153, -93.2982), 170_188),
    town(6, "Suva", "FJ", "01", (-18.1416, 178.4415), 77_366),
    town(7, "Matei", "FJ", "03", (-16.69, -179.87), 900),
    town(8, "Lawa", "SY", "11", (34.0, 38.0), 800),
]  # fmt: skip
