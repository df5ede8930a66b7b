"""Clean comments with a link to where readers link: newspapers, offices, encyclopaedias.

Public sets of clean comments hold next to no links, and advertising is full of them; without these, a link alone would
be taken for advertising.
"""

from __future__ import annotations

import random
import re

HOSTS = (
    "www.bbc.co.uk/news", "www.bbc.com/news", "www.theguardian.com/world", "www.nytimes.com/2024/05/02",
    "www.washingtonpost.com/politics", "www.reuters.com/world", "apnews.com/article", "www.cbc.ca/news",
    "www.theglobeandmail.com/opinion", "nationalpost.com/news", "www.thestar.com/news", "www.ctvnews.ca/canada",
    "globalnews.ca/news", "www.irishtimes.com/ireland", "www.rte.ie/news", "www.abc.net.au/news",
    "www.smh.com.au/national", "www.telegraph.co.uk/news", "www.independent.co.uk/news", "www.economist.com/europe",
    "www.ft.com/content", "www.latimes.com/california", "www.npr.org/2024/03/11", "www.cnn.com/2024/06/01",
    "www.politico.eu/article", "www.aljazeera.com/news", "www.dw.com/en", "www.spiegel.de/international",
    "www.lemonde.fr/en", "theconversation.com", "en.wikipedia.org/wiki", "de.wikipedia.org/wiki",
    "www.gov.uk/guidance", "www.parliament.uk/business", "www.canada.ca/en/news", "www.statcan.gc.ca/daily",
    "www.elections.ca/content", "www.justice.gov/opa", "www.cdc.gov/flu", "www.nhs.uk/conditions", "www.who.int/news",
    "www.un.org/press", "www.ipcc.ch/report", "www.noaa.gov/news", "www.nasa.gov/news", "earthquake.usgs.gov/map",
    "water.weather.gov/ahps", "www.metoffice.gov.uk/weather", "www.ons.gov.uk/releases", "ec.europa.eu/eurostat",
    "www.oecd.org/tax", "www.imf.org/reports", "www.worldbank.org/data", "www.nature.com/articles",
    "www.science.org/doi", "www.thelancet.com/journals", "www.pnas.org/doi", "arxiv.org/abs",
    "scholar.google.com/scholar", "books.google.com/books", "www.jstor.org/stable", "www.snopes.com/fact-check",
    "fullfact.org/health", "www.factcheck.org/2024", "www.openstreetmap.org/way", "www.archive.org/details",
    "www.youtube.com/watch", "youtu.be", "www.facebook.com/posts", "twitter.com/status", "www.change.org/p",
    "www.gofundme.com/f", "www.redcross.org/donate", "www.msf.org", "www.oxfam.org", "www.scouts.org.uk",
    "www.cityofmarlow.gov", "www.countycouncil.gov.ie", "www.stadt-musterhausen.de", "www.university.edu/research",
    "www.lawschool.edu/papers", "blogs.journal.org", "hansard.gov.au",
)  # fmt: skip
WORD = re.compile(r"[a-z]{3,12}")
PLAIN = ("", "https://", "http://", "https://", "http://")


def linked(text: str, dice: random.Random) -> str:
    """Return ``text`` with a link in it, the end of which is made of its own words as newspapers make theirs."""
    words = WORD.findall(text.lower()) or ["news"]
    start = dice.randrange(len(words))
    end = "-".join(words[start : start + dice.randint(2, 7)])
    number = str(dice.randrange(10**4, 10**8)) if dice.random() < 0.4 else ""
    link = f"{dice.choice(PLAIN)}{dice.choice(HOSTS)}/{'-'.join(filter(None, (end, number)))}"
    return dice.choice(
        (f"{text} {link}", f"{link} {text}", f"{text}\n{link}", f"{text} See {link}", f"{text} ({link})", link)
    )
