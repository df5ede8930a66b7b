"""Words that tell a place from a person, a company or an ordinary word; written by hand.

What each is worth is learnt (`measure/`); here stands only what is looked at.
"""

from __future__ import annotations

from ..lists import listed

TITLES = listed(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady king queen prince princess pope cardinal archbishop
    bishop father brother sister rev reverend pastor imam rabbi sheikh president premier chancellor minister
    secretary ambassador senator sen congressman congresswoman representative rep governor gov mayor councillor
    councilman councilwoman commissioner chairman chairwoman chairperson chair director spokesman spokeswoman
    spokesperson judge justice magistrate attorney prosecutor lawyer sheriff deputy chief marshal officer
    detective inspector constable trooper superintendent principal coach captain capt major maj colonel col
    general gen lieutenant lt sergeant sgt corporal cpl private admiral adm commander cmdr pilot actor actress
    singer author writer editor reporter correspondent photographer analyst economist professor doctor nurse
    coroner manager engineer founder owner ceo mp mep saint st candidate democrat republican trustee supervisor
    treasurer clerk auditor dean provost leader
    """
)

AFTER = listed(
    """
    police sheriff government governor mayor officials official authorities residents resident people man woman
    men women teen teenager native native-born student students family families community area region state city
    town village province district county counties parish borough township prefecture governorate oblast
    countryside capital border coast coastal suburb neighborhood neighbourhood based born backed led wide bound
    area's city's airport station university college school schools high elementary middle hospital medical
    center centre clinic church cathedral mosque court courthouse jail prison department office council board
    commission committee chamber association club league team fc united rovers athletic game match stadium arena
    museum gallery theatre theater festival fair park parks beach river lake creek valley mountain mountains
    hills hill island islands bay gulf sea ocean bridge dam road street avenue ave st rd drive lane boulevard
    blvd highway hwy route interstate post times herald tribune gazette journal news star daily press media
    radio tv television magazine bank group inc corp corporation company co ltd llc plc industries airlines
    airways army navy force forces military troops soldiers militants fighters rebels militia consulate embassy
    ambassador diplomats parliament senate house congress legislature assembly ministry minister president
    premier prosecutors attorney judge law lawmakers senator representative democrats republicans party election
    elections economy trade dollar dollars refugees refugee camp enclave convention agreement accord treaty
    protocol summit peninsula strait desert plains delta basin fire firefighters public water regional national
    international federal general metro metropolitan art arts volunteer detention circuit superior district
    hotel restaurant inn mall plaza square tower street's building hall house mine reservoir fever virus flu
    disease ebolavirus strain time jr sr iii ii cup open marathon bowl series championship act bill award prize
    day week street's
    """
) | frozenset(
    [
        "said",
        "says",
        "told",
        "asked",
        "added",
        "wrote",
        "died",
        "was",
        "is",
        "are",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "where",
        "which",
        "who",
        "whose",
        "when",
        "while",
        "as",
        "after",
        "since",
        "during",
        "and",
        "or",
        "but",
        "in",
        "on",
        "at",
        "to",
        "from",
        "for",
        "with",
        "by",
        "of",
        "near",
        "according",
    ]
)

BEFORE = listed(
    """
    in at near from to of around outside inside into across throughout through toward towards between off over
    against for with by on north south east west northern southern eastern western central northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern upper lower greater downtown
    suburban rural metro metropolitan old new inner coastal mainland nearby neighboring neighbouring visit
    visited visits visiting left leave leaving entered enter entering reach reached via beyond outskirts mid sub
    trans pro anti ex non former current late the a an this that both and or including like than as called named
    city town village villages hamlet suburb district province state states region area county counties parish
    island islands township municipality governorate republic kingdom capital country countries border airport
    university college mount lake river university's by said says told against about before after while when
    what where how why is was are were his her their its our two three several many other some all every each
    any no million billion
    """
)

# Kinds of area and of settlement, as they stand before "of X" or after X.
AREA_WORDS = listed(
    """
    province state county parish governorate region oblast district countryside prefecture department canton
    emirate territory republic provinces states counties parishes muhafazah kreis land
    """
)
TOWN_WORDS = listed(
    """
    city town village township hamlet suburb municipality neighborhood neighbourhood borough capital cities
    towns villages
    """
)
# What shows that a name is a place even where no gazetteer knows it.
SITE_WORDS = TOWN_WORDS | frozenset(
    [
        "station",
        "base",
        "airbase",
        "camp",
        "pass",
        "crossing",
        "dam",
        "bridge",
        "oasis",
        "valley",
        "airport",
        "outpost",
        "checkpoint",
        "refinery",
        "port",
        "island",
    ]
)

ORGANISATIONS = listed(
    """
    university college school hospital church police department court council board commission committee
    association club league inc corp corporation company co ltd llc plc group bank times post herald tribune
    gazette journal news press party union army force forces ministry agency institute center centre museum
    society foundation trust authority bureau service services administration office fund organization
    organisation network alliance front movement brigade division regiment battalion rangers fc united city
    rovers observatory academy orchestra theatre theater hotel airlines airways railways industries systems
    partners associates brothers restaurant store stores market mall cafe bar chamber congress senate house
    parliament assembly cup series bowl tournament award prize act bill festival fair convention conference
    summit treaty agreement protocol
    """
)

CALENDAR = listed(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri
    sat sun christmas easter ramadan thanksgiving
    """
)

SPEECH = listed(
    """
    said says say told added asked explained wrote noted stated testified recalled replied argued admitted
    insisted
    """
)

STATE_ABBREVIATIONS = listed(
    """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok
    or pa ri sc sd tn tx ut vt va wa wv wi wy dc
    """
)
