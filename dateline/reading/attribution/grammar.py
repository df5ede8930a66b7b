"""The closed classes of English words by which a clause can be told from its neighbours without a dictionary."""

from __future__ import annotations

from ..lists import listed

SUBJECTS = listed("he she they it we i you who")
RELATIVE = listed("who which that")
PRONOUNS = SUBJECTS | listed("which this these those others some many several most both everyone nobody")
DETERMINERS = listed(
    "the a an this that these those his her its their our my your some any no every each another all both"
)
ARTICLES = listed("the a an no")
POSSESSIVE = listed("his her its their our my your whose")
MODALS = listed(
    "will would may might could can should must shall ll d won wouldn couldn can't cannot shouldn don doesn didn"
)
HAVE = listed("has have had hasn haven hadn ve having")
BE = listed("is are was were be been being isn aren wasn weren re am")
DO = listed("do does did don doesn didn")
AUXILIARIES = MODALS | HAVE | BE | DO | {"t", "not"}
FINITE = AUXILIARIES - {"be", "been", "being", "having", "t", "not"}
ADVERBS = listed(
    """
    also then later now once never not even still often just previously again always already too yet ever instead
    only further first recently repeatedly quickly soon reportedly flatly simply rather all both long sometimes
    actually
    """
)
LINKS = listed(  # verbs between a subject and the infinitive that is the cue
    """
    went go goes going continued continues continue declined declines refused refuses began begins started used
    wants wanted appeared appears seems seemed tried tries trying attempted managed failed fails proceeded needs had
    has have is are was were likes liked able willing reluctant quick expected due set happy eager ready
    """
)
PREPOSITIONS = listed(
    """
    of in on at by for from with about against over under after before during since until into onto through between
    among to as near within without across behind beyond despite amid around per via outside inside toward towards
    """
)
CONJUNCTIONS = listed(
    """
    that because if when while as but although though since whereas where so than unless whether until why how what
    or
    """
)
JOINING = listed("and or but then")
NEGATIONS = listed("not never t no")
PLURAL = listed("i we they you who which that people police some many others")
DAYS = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april june july
    august september october november december
    """
)
# What people who speak to the press are called.
SOURCES = listed(
    """
    official officials source sources spokesman spokeswoman spokesperson spokespeople minister ministry president
    chairman analyst analysts expert experts police prosecutor prosecutors lawyer lawyers attorney judge court
    witness witnesses resident residents activist activists reporter reporters journalist study studies report poll
    polls survey researchers researcher author authors professor director manager chief general commander senator
    governor secretary adviser aide aides campaign administration government agency department committee group
    company statement army forces military critics supporters opponents leader leaders lawmakers republicans
    democrats economists investors voters protesters candidate candidates editor newspaper document documents
    """
)
QUOTES = ('"', "“", "”", "„", "«", "»", "''")
OPENING, CLOSING = "“„«", "”»"
TOGETHER = frozenset(
    (" ", "\xa0", "'", "’", "", "-", ".", ". ", ".’", ".'", "/", " & ")
)  # what may stand between words of one phrase
TOLD = listed("tell inform assure remind notify convince persuade")  # never stand before their subject
OCCASIONS = listed(  # when and where something was said
    """
    interview statement speech email tweet release conference report letter call post debate morning afternoon
    evening week month year night briefing hearing rally article column memo court testimony television twitter
    facebook phone telephone
    """
)
HAPPENED = listed(
    """
    took went came made got ran saw gave became began left won lost met kept held led put sent spent stood brought
    bought built caught chose drew fell flew grew heard hit knew laid let meant paid rose sat set sought spoke
    struck taught thought understood
    """
)


def is_adverb(word: str) -> bool:
    """Whether a word may stand inside a group of verbs."""
    return word in ADVERBS or (
        word.endswith("ly") and len(word) > 4 and word not in ("family", "early", "only", "italy", "july", "ally")
    )
