"""2,700 words of English, accents and apostrophes gone: many more than of the languages that no head was taught.

Those that stand in most comments of the sets that may be trained on, and words of newsrooms, of advertising and of text
messages added by hand, insults among them: a comment that is taken for another language is not scored. Names of people,
places and firms are left out.
"""

from __future__ import annotations

ENGLISH = """
    the to a and i is you of in that this it for on are be not with have my if your like but so me just all out
    they what as or was at its dont no do up can get will about from an im we by who he her bitch one when how
    she people has now there would more know their u his some them only think go because see why good time
    should then stupid check please women want these any here been even fuck make being right than were our got
    other shit too love did need much well really cant back thats youre him going had am over say still call way
    us also new take off never could article man fucking which look does very into those day lol ass come most
    where bitches stop white many after first free said every song world url idiot ill page same down give thing
    better again before thanks life real hate pussy another ever doesnt own woman best great someone help old
    something made years use talk nothing didnt tell little subscribe work keep men hey money such sure let guys
    find while bad channel oh hoes ive anything may hope ok hes girl left always put actually doing last yes
    name guy trying girls big around anyone ur getting already isnt today things since views two shes feel
    believe sorry hoe lot year user mean everyone thank read idiots comment yeah try country long maybe person
    next probably done enough sex makes black nice dumb thought must without point called watch wrong trash home
    care live yet god wont says away used might against hell part problem place damn music fact else reason
    saying post news having state making party needs ask both true president kill hi text start theres end aint
    though face ignorant few least yourself female support head change once send edit theyre gay happy crap dick
    either job government nigga hard far everything looking looks until seems r under understand lets talking
    comments guess vote school pretty pay house word mind times through media leave friends night soon kind
    gonna articles racist gets using remember later found bit information suck hit funny billion seen watching
    days history course game family play wants number others stupidity case children da agree run means follow
    whole wife full stuff claim high cause instead question wow idea kids coming whats matter ago wait ya rather
    yo week wouldnt hear law pathetic went words told less between war self message crazy top rape die wanted
    liberal started came fat fool truth win mother friend buy add death million single class themselves public
    comes almost phone different human cool power half arent boy political second took eat quite sad become non
    wonder knows baby moron goes wish reply wanna calling however move line source section fun story taking each
    ridiculous wasnt working chance dead faggot havent ugly stay dude side ones simply fine niggas hot bring
    young sense fake book yall heard poor meet enjoy opinion list saw lost given seem thinking piece issue
    whatever killed anyway shut style miss sick cannot exactly important office sources child awesome rest txt
    hello dear cunt act site share bunch account myself discussion able open during police stand seriously group
    earth loser listen bullshit welcome attack cut morning gone clearly evil male editing lying fucked likes
    happen turn himself states tried perhaps complete deal based sucks happened mom pick hand gun removed unless
    pages control example business silly possible special learn especially democrats added nigger mobile
    disgusting system remove youve completely sounds obviously content fight facts correct youll alone bill
    small order write continue garbage beat nonsense retarded months answer asked deleted future asshole won car
    lmao evidence past lies date worth knew beautiful personal attention statement tomorrow behind known gotta
    rock race entire above easy living fools along songs english tonight taken term liberals box edits lie type
    speak city liar three playlist wing takes absolutely giving close respect pls penis thinks service view paid
    late together couldnt block sent sign anymore clear note red sexual straight break except idiotic waiting
    age running bet worse okay fuckin forget simple sleep lives election join rights reading trust couple gave
    middle set low illegal policy mouth fire society whether current written picture omg created brain common
    cash eyes blocked killing contact wat lose happens speech likely voted son body month tax dat huge consider
    ready dog reality mention heart subscribers allowed imagine finally save including em original questions
    glad company report delete within bout shot truly mine hurt realize project fix telling nobody playing games
    plan room literally shoot itself joke movie countries certainly due posts interested msg image further reach
    works longer politics nation expect water short none folks deserve whore interesting crime early vandalism
    murder following cover land kid raped sound fair issues outside notice difference wit food hair language
    hours deep pass problems official doubt whos supposed usually team worst sometimes gives mad often asking
    waste military sexy jerk editors otherwise hold south lady yours main shouldnt suggest republicans morons
    throw general christian serious bird parents bs boys actual wake level apparently prize town totally
    definitely ignorance useless amazing walk test wtf smart force blame republican nor fast changed
    conservative perfect request drop lots deletion visit majority putting calls considered everybody research
    court cute several street born posted dad version appreciate seeing posting lead scum subject voice tired
    front wrote rich babe community tho drive college latest fag destroy balls corrupt adding useful birthday
    elected four needed laws clown millions typical father popular church address argument strong minutes
    daughter culture hands attempt action interest points light daily criminal brother indeed response voting
    private youd reference involved proof choice create guns kick decided click cost process violence review
    spend sister situation form explain basically cock thumbs writing title ex currently mentioned experience
    major dream dirty united sort period laugh somebody figure code wall hole press reasons sell whites changes
    angry available british civil losers religion plz excuse search across hour cuz stick provide biggest
    animals worry niggers photo behavior below brought lack cos charge porn jail rule offer position false large
    obvious clean blood rid democrat forgot shame kiss regarding yellow weak health according recent prove
    campaign weeks quote holy wear sentence acting taxes numbers blue reliable ignore editor population area
    judge cares died hypocrite justice exist favorite grow turned west yesterday topic fall super bed fear
    moment meeting beyond double met peace ban supporters similar terms forward dollars rules actions
    encyclopedia claims planet leader butt looked allow eating sweet club nature eye lil racism surprised
    freedom quit starting accept girlfriend easily third pig king peoples drunk monkey congress member mins
    security driving record meant march decide bro females amount abuse zero jobs band border fit herself till
    avoid members un yup sit don retard loves assume fighting admit banned shooting husband certain advice
    urgent north names married tone faith huh education related relationship loved network honestly yep mental
    mass smile burn politicians alive disagree weird showing air weekend voters safe brown touch include minute
    discuss quick pictures rate lazy although users appears ho neither near references anybody policies paying
    terrorist web dangerous protect heres material prison modern choose slut cry pull price nah step finish
    extra speaking willing meaning birds entry ways feeling bus blacks trouble standard customer attacks
    reverted pic shall btw relevant nasty size multiple honest ahead broke immediately among space five average
    pop oil building thus secret foreign value busy drugs door hypocrisy kinda cancer basic particular worked
    science hasnt draw theyll shell everyday luck dis mistake leaving recently plain fault usual insane specific
    drink spent western count nearly citizens guaranteed smh gift mostly happening ghetto traitor mentally
    debate bag caught natural rap fellow immigration checking unfortunately apply failed consensus heads missing
    card former track difficult cops valid blow tweet treat conservatives random copy dinner gud messages books
    somewhere personally bastard jus wearing stuck anywhere fly womens results moved result ladies hopefully
    details prefer thousands update lucky crimes definition appropriate horrible keeps purpose green field
    present everywhere included agenda incompetent cold holiday named upon regardless bc camera art economy
    decision dating piss dark leftist foolish images return gang proud access build islamic drug gas knowledge
    inside defend noticed pain paper selling followers color towards todays religious background wan liked
    status coward hows groups higher supporting character hating mess niggah quality gender catch tag feminist
    constitution bigger lunch proper xx winning flag missed opinions mail keeping round animal argue xxx study
    afraid aware insult kept therefore pray earlier watched standards previous bank mark data orange christmas
    pure played worthless terrorists spending companies fucks hang yea christians road east walking surprise
    fired pics dogs somehow attractive breaking faggots propaganda published arrogant cuck extremely fucker
    concerned computer ideas hypocrites effect forever generally direct possibly votes receive market career
    conversation wonderful credit dun regards cat held redirect vagina enemy chief marriage terrible covers
    sitting plenty werent sun focus loving criminals finding helping download closed democratic violent june
    movement babies revert passed shirt energy skin moving sites cheers crying promise whose fascist victims
    accused surely forced thoughts felt bottom swear clue democracy humans types threat trip leaders listening
    highly listed stated tells handle creating push services accounts understanding shitty gotten loyal removing
    ground theory nuts despite context shuffle opportunity tough losing standing individual notable christ
    places boyfriend plans learned weight appear communist absolute risk senate blind neutral nope fox
    responsible clowns hide considering decent smoke murdered laid ring contributions weed ran scared victim
    viewed warning necessary movies dealing ima queen annoying demand beta innocent model dunno subs candidate
    lord lyrics bless statements assault base stopped gold dumbass park slow protest becomes nut lower event
    entirely carry excellent swamp property football wondering dare ice turns award shopping broken uncle damage
    fail directly charged nations university approach famous improve thk destroyed birth logic spread epic exact
    loss effort twice investigation assholes laughing moms massive built weve cheap dudes starts feed series ad
    favor flat arrested amendment goal feels uses sheep negative unlike suspect tweets attitude template
    successful treated raise sucking proven practice specifically belong stories chick complain filled princess
    protected ps beginning agreed fed industry respond luv continues ends showed childish season app spot filthy
    hero besides medical sea player hates solution summary moral became alright educated photos army raised
    knowing checked idiocy suppose author ride positive administration irrelevant welfare basis sold teacher
    sending racists colored corruption sandbox ball changing bother refuse target lock weapons guilty collection
    confused begin released finished rude schools hatred train screw lines boss sat defending economic whenever
    shop iq cum utter leads buffoon raping bias hollywood til immigrants balance net independent interview
    bloody center describe mothers defense bear sleeping ten load deserves cases students trade whom bored
    constantly evening bought hilarious pissed holding awarded families fixed socialist board greatest lied
    artist liars active climate intelligent sides file stfu jump parts texts accurate hrs sexually citizen
    placed finger progressive den aka bible various hoping release grab costs collect paragraph boring april
    generation joe matters events accepted cross cars supported perfectly kidding tryna males shown easier wet
    refer wanting wars responsibility teach older smell ended onto pushing crowd anal uploaded hat bye doctor
    lesson feet century pussies worried strange equal entitled realized pregnant match daughters bang enter
    weekly slap letting eventually saturday singer mate pot refugees debt persons nite summer players censorship
    january theyve program reasonable guidelines opening category conspiracy legs robot daddy intelligence
    lunatic strike store jack solid england soul fill deleting taught friday bastards caused conflict suicide
    income merely ppl brothers growing trolling sunday committed platform ability table mans decades lame
    criticism bomb wasting feminism promote steal biased dreams letter minority yr adult extreme confirmed pile
    feminists afternoon vandalize damned wild stands pre fund thread fraud received kicked key becoming examples
    fags edited speedy upload fantastic professional naked potential gaming drama opposite witch september mob
    awful acts feelings tool provided arms uh woke quickly gods goin singing enemies december harm makeup
    selected contest exposed dress rocks budget island claiming november republic leadership compared regular
    hypocritical sessions rise haters tend motherfucker option rapist authority gon hardly failure empty
    abortion explanation nicca reported cards bringing rip contribute replaced faces lived exists readers
    ideology teachers cite bull levels dicks buddy remain moronic streets individuals primary horse christianity
    clothes reminds august serve protection idk consequences episode addition wise tits taste buying uploading
    heck role reached workers description semi identity described minor cunts impossible imma finna lemme gimme
    sorta coz bcoz dats dey dem wut wot wht whr wen wer hw plss thx thnx thanx ty tnx urs yah yeh naw lov tmrw
    tmr tmw gd morn mornin abt abit peeps bruh bud fam homie homies lols lool rofl lmfao omfg wth gtfo ffs tbh
    imo imho idc idgaf ikr jk brb fyi asap rn af fr ngl irl nvm ily kys kms fck fuk fuq fvck fking fkn fkin
    effing effin frickin freaking friggin phuck shyt sht biatch biotch beyotch hoez thot thots azz asshat
    asswipe jackass badass arse arsehole bugger wanker tosser twat prick pillock bollocks git knob slag slapper
    numpty muppet bellend dipshit shithead shithole dickhead douche douchebag scumbag lowlife imbecile imbeciles
    dimwit halfwit nitwit twit dum dummy stoopid stupd ediot clueless brainless braindead spineless gutless
    toothless gross vile filth rotten creep creepy creeps weirdo freak freaks psycho nutjob nutcase bigot bigots
    bigoted hater snowflake snowflakes libtard libtards cucks simp shill shills sheeple crook crooks crooked
    thief thieves lier cheater cheaters crybaby whiner whiners whining rant ranting cowards traitors vermin
    parasite parasites leech leeches pigs rat rats snake snakes rubbish crappy junk hogwash baloney gibberish
    screwed sucked sucker suckers blows stink stinks stinky smelly rot rots dies dying drown choke punch smack
    shutup hush quiet dammit goddamn sod earn earning earned invest invested investing investment investor
    profit profits profitable crypto bitcoin trading trader payout withdraw withdrawal deposit bonus bonuses
    guarantee register registered registration signup joined joining whatsapp telegram inbox dm beginners
    beginner opportunities financial finance monthly hourly mining miner loan loans lender debit mortgage
    insurance discount discounts offers sale seller shipping delivery viagra pills casino poker betting jackpot
    lottery lotto winner winners prizes dollar pounds pound bucks urgently verify verified clicking clicks
    visiting downloads subscribed subscribing subscriber channels beats rapper vlog vlogs gamer gamers gameplay
    giveaway giveaways coupon voucher ringtone tones landline unsubscribe optout reveal recommend recommended
    testimony testify trusted legit legitimate genuine secure secured scam scams scammer scammers scammed spam
    spammer mayor council councillor minister parliament elections voter taxpayer taxpayers rent housing
    hospital hospitals doctors nurse nurses patient patients pupil pupils officer officers jury neighbour
    neighbours neighbor neighbors neighbourhood neighborhood roads bridge traffic driver drivers bike bikes
    cyclist cyclists buses trains station airport flight flights farm farmer farmers weather flood floods storm
    rain snow river beach forest buildings factory worker union wages salary prices figures reporting reporter
    reporters journalist journalists journalism newspaper headline chart correction typo error breakfast coffee
    tea beer drinks drinking pizza cake bread meat fish chicken monday tuesday wednesday thursday february july
    october spring autumn winter wedding mum mummy mommy aunt cousin grandma grandpa grandmother grandfather
    mates twenty thirty forty fifty hundred hundreds thousand billions quarter dozen wore worn slept asleep
    woken ate eaten cook cooking cooked drove driven riding rode walked swim flew flying threw thrown catching
    hitting hidden hiding chose chosen spoke spoken sing sang dance danced dancing learnt carried carrying
    stayed staying waited hoped wished wishing laughed smiled smiling cried cries scream screaming yell yelling
    shout shouting whisper grew grown began begun saved saving show shows explained explains asks answered
    happier happiest sadder lonely gorgeous handsome warm fresh dry soft slowly stronger richer poorer oldest
    younger youngest smaller smallest larger largest tiny tall shorter longest highest lowest wide narrow thick
    thin heavy bright loud nicer nicest polite unfair brave smarter smartest clever genius brilliant dreadful
    shameful disgrace disgraceful embarrassing embarrassed embarrassment absurd outrageous appalling utterly
    niggaz bitchy bitching hoeing titties boobs boob booty butts thong nude nudes horny slutty sluts whores pimp
    pimps trap trappin blunt blunts swag swagger yolo turnt lit dope sickest savage salty shade shady thirsty
    ratchet bougie bae boo hunny shawty lils ol ole iono ion aight aite doe thou thru wid witcha whatcha gotcha
    betcha outta lotta hella helluva sumthin somethin nothin nuthin anythin everythin talkin walkin lookin fuckn
    fukin fuking motherfuckin actin doin comin gettin havin livin lovin makin playin runnin sayin sittin thinkin
    tryin waitin watchin workin hatin eatin smokin drinkin chillin trippin flexin bein seein ballin redneck
    rednecks hillbilly trailer cracker crackers monkeys yankee yank coon coons beaner beaners wetback queer
    queers dyke dykes tranny trannies gays lesbian lesbians
"""
