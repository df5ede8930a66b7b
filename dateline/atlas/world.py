"""The world in a reader's language: which names stand on a map, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from .drawing.features import Feature, Position
from .gazetteer import Gazetteer, NotBuilt, Place
from .gazetteer.within import names_in_letters, towns_in
from .ground.scales import zoom_of
from .roads import own_streets
from .scenery import DENSEST, OF_WORLD, Disputed, Extent, Scenery, known_towns

# Letters that names may have for readers of a language that is not written in Latin ones.
LETTERS = {
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویـ ",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя -",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя -",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя -’'",
}
# As GeoNames asks; names, so the same in every language.
CREDIT = "GeoNames (CC BY 4.0), Natural Earth"
# Countries that have given many towns new names since the survey, which readers of English know by now. Elsewhere they
# know Cologne and Florence, and the survey has those.
RENAMED = {"IN", "KZ", "UA"}
NEARBY = 0.25  # degrees
CLOSE = 7.6  # the zoom from which on smaller towns are asked of the gazetteer


@lru_cache(maxsize=32)
def towns_for(places: Gazetteer, language: str) -> Towns:
    """The towns for readers of a language; they remember what they have looked up."""
    return Towns(places, language)


def world(disputed: Disputed = Disputed.BOTH, language: str = "en") -> Scenery:
    """What to lay below a map: give it to a Plan as its ``scenery``."""
    places, language = gazetteer(), language.partition("-")[0]
    latin = language not in LETTERS
    streets = own_streets()
    if places is None:
        return Scenery(disputed, latin=latin, streets=streets)
    towns = towns_for(places, language)
    return Scenery(disputed, names=Countries(places, latin), towns=towns, latin=latin, streets=streets)


def credit(extent: Extent) -> str:
    """Whom a map with the world on it names: whose ground it is, and whose streets where it has some."""
    streets = own_streets()
    whose = streets.credit if streets and streets.may_show(extent) else ""
    return " · ".join(part for part in (CREDIT, whose) if part)


@lru_cache(maxsize=1)
def opened() -> Gazetteer:
    """The gazetteer, opened once. Raises NotBuilt, which is not remembered: it may be built while we run."""
    return Gazetteer.open()


def gazetteer() -> Gazetteer | None:
    """The gazetteer, or None where none was built; maps then have the names of larger towns only."""
    try:
        return opened()
    except NotBuilt:
        return None


@dataclass(frozen=True)
class Countries:
    """How countries are called; in letters that we have no names in they go without."""

    places: Gazetteer
    latin: bool

    def __call__(self, code: str) -> str:
        """The name for a code, or nothing."""
        country = self.places.country(code) if self.latin else None
        return country.name if country else ""


@dataclass(frozen=True)
class Towns:
    """Towns as the gazetteer calls them today; on maps of a region also the smaller ones."""

    places: Gazetteer
    language: str

    def __call__(self, extent: Extent, km_per_pixel: float) -> list[Feature]:
        """The towns for a scale, those that matter most first."""
        zoom = zoom_of(km_per_pixel)
        known = known_towns(extent, zoom)
        found = [self.named(town.key, town.name, town.point, town.importance) for town in known]
        if zoom >= CLOSE:
            listed = {town.key for town in known} | {town.label for town in found}
            smaller = [place for place in towns_in(self.places, extent, DENSEST) if place.key not in listed]
            named = [self.named(p.key, p.name, (p.longitude, p.latitude), 4) for p in smaller]
            found += [town for town in named if town.label not in listed]
        return [town for town in found if town.label]

    def named(self, key: str, name: str, point: Position, importance: int) -> Feature:
        """A town under the name that its readers know, or without one where we have none in their letters."""
        place, letters = self.place(key, name, point), LETTERS.get(self.language)
        if letters:
            name = names_in_letters(self.places, place.country, letters).get(place.key, "") if place else ""
        elif place and (self.language != "en" or place.country in RENAMED):
            name = place.name
        return Feature("place", point=point, label=name, importance=importance, properties=OF_WORLD)

    @lru_cache(maxsize=8192)  # noqa: B019, one for a language, for as long as we run
    def place(self, key: str, name: str, point: Position) -> Place | None:
        """The gazetteer's town; where a key is wrong or missing, the one of that name nearby."""
        of_that_name = [other for other in self.places.named(name) if other.kind == "town" and nearby(other, point)]
        return next((other for other in of_that_name if other.key == key), next(iter(of_that_name), None))


def nearby(place: Place, point: Position) -> bool:
    """Whether a place may be the town at a point, which two sources seldom put on the same spot."""
    longitude, latitude = point
    aside = abs((place.longitude - longitude + 180) % 360 - 180) * cos(radians(latitude))
    return abs(place.latitude - latitude) < NEARBY and aside < NEARBY
