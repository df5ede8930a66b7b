"""How words begin (``un-``) and end (``-ing``) in each language, where that tells something; accents gone."""

from __future__ import annotations

AFFIXES = {
    "en": "-tion -ight -ness -ough -ould -ing -ship -ful -less -ous -able wh- th- sh- -ck -ly -ed -ers -ies",
    "de": """-ung -ungen -keit -heit -lich -lichen -isch -ischen -schaft -chen -ieren -iert -tig ge- ver- zer- ent- be-
        ein- aus- auf- ab- an- un- sch- schw- str- -end -enden -ers -est -tzen -cht -nden""",
    "fr": """-tion -tions -ment -ments -eur -eurs -euse -euses -eux -aux -ique -iques -isme -iste -age -ite -ites -ais
        -ait -aient -er -ez -ons -ee -ees -ir -oir -elle -elles -ette -ance -ence qu- des- re- -aire -ille -eau""",
    "es": """-cion -ciones -sion -dad -dades -mente -ando -iendo -ado -ada -ados -adas -ido -ida -idos -aba -aban -ar
        -er -ir -oso -osa -ario -aria -ista -ismo -eza -anza -illo -ito -ita des- qu- -ias -ores -uela""",
    "it": """-zione -zioni -sione -mente -mento -menti -ita -ando -endo -ato -ata -ati -ate -uto -uti -ito -iti -are
        -ere -ire -oso -osi -ario -aria -ista -isti -ismo -ezza -anza -ello -etti -ggio -cchi -glia -gli sp- sc-
        -ali -abile""",
    "pt": """-cao -coes -sao -soes -dade -dades -mente -ando -endo -indo -ado -ada -ados -adas -ido -ida -ar -er -ir
        -oso -osa -ario -aria -ista -ismo -eza -anca -encia -inho -inha -agem -eiro -eira -ao -oes -ais -avel des-
        qu-""",
    "ca": """-cio -cions -ment -tat -tats -ant -ent -at -ada -ats -ades -it -ida -ar -er -ir -re -os -osa -ari -aria
        -ista -isme -esa -anca -atge -acio -eix des- qu- -ols -ix ll- -ll -ny""",
    "ro": """-tie -tii -ment -tate -ului -ilor -elor -ele -uri -urile -are -ere -ire -at -ata -ati -ut -uta -it -ita
        -esc -este -eaza -eala -ism -ist -escu -ul -ea -ii -lor ne- pre- in-""",
    "nl": """-ing -ingen -heid -lijk -lijke -baar -schap -tie -aar -eren -eerd -isch -ische -tje -jes -sel -end -oor
        -aat -eer -oog -uur ge- ver- ont- be- aan- op- uit- voor- over- sch- -ijn -ijk -oek -uit -eel -aan -erd
        -elen""",
    "af": """-ing -heid -lik -like -baar -skap -sie -eer -ies -tjie -jie ge- ver- ont- be- aan- op- uit- voor- sk- -yk
        -uur""",
    "sv": """-ning -ningar -het -heten -ligt -liga -isk -iska -ande -ende -ar -or -er -orna -arna -erna -ade -ats -tion
        -are -skt -sk -else -ssa -dom ut- upp- fram- for- be- sk- sj- stj- av- in- -mot -ett -llt""",
    "da": """-ning -ninger -hed -heden -lig -lige -isk -iske -ende -er -erne -ene -ede -et -tion -else -elser -sk -dom
        -skab ud- op- frem- for- be- af- sk- sj- ind- -sige -ager""",
    "no": """-ning -ninger -het -heten -lig -lige -isk -iske -ende -er -ene -ane -et -te -sjon -else -elser -sk -dom
        -skap ut- opp- fram- for- be- av- sk- sj- skj- inn- -llt -nnet""",
    "pl": """-owy -owa -owe -owych -nych -nego -nej -nie -anie -enie -cie -osc -osci -acja -acji -ami -ach -ow -owi -em
        -ski -ska -skie -skich -ych -ymi -ego -emu -ze -my -li -la -lo -ac -ic prz- przy- prze- roz- wy- za- nie-
        sz- cz- rz- -rze -cze""",
    "cs": """-ovy -ova -ove -ovych -neho -nich -ni -ani -eni -ost -osti -ace -aci -ami -ach -ech -um -ovi -em -sky -ska
        -ske -skych -ych -ymi -eho -emu -me -te -li -la -lo -at -it -ovat -cky pri- pre- roz- vy- za- ne- po- -tel
        -tele -nost""",
    "sk": """-ovy -ova -ove -ovych -neho -nych -nie -anie -enie -ost -osti -acia -acie -ami -ach -och -om -ovi -sky
        -ska -ske -skych -ych -ymi -eho -emu -me -te -li -la -lo -at -it -ovat -cky pri- pre- roz- vy- za- ne- po-
        -tel -nost""",
    "hr": """-ovi -ova -ovo -ovih -nog -nih -nje -anje -enje -ost -osti -cija -cije -ama -ima -ski -ska -sko -skih -ih
        -og -om -oj -mo -te -li -la -lo -ati -iti -ovati -stvo -ica -ice -ljen -nik pri- pre- raz- iz- za- ne- po-""",
    "sl": """-ovi -ova -ovo -ovih -nega -nih -nje -anje -enje -ost -osti -cija -cije -ami -ih -ega -emu -ski -ska -sko
        -skih -mo -te -li -la -lo -ati -iti -ovati -stvo -ica -ice -jen -nik pri- pre- raz- iz- za- ne- po- -vanje""",
    "fi": """-ssa -sta -lla -lle -lta -ksi -nen -sen -sia -ista -ien -jen -tta -taan -aan -een -iin -oon -uus -uuden
        -ys -yys -minen -misen -mista -lainen -laisen -vat -isi -nut -nyt -tiin -taa -kaan -kin -aa -uu -ii -ee
        -oo -ka -kka -tto -ttaa""",
    "et": """-sse -st -le -lt -ks -ne -se -sed -ste -de -te -id -ud -tud -nud -mine -mise -misel -us -use -used -kond
        -vad -ta -da -ma -es -ga -ni -lik -line -aa -uu -oo -ii -tus -tuse""",
    "lt": """-as -is -us -ai -iai -os -es -ys -ui -iui -u -iu -ams -oms -ais -omis -uose -ose -imas -imo -ymas -umas
        -inis -ine -ti -yti -eti -oti -uoti -damas -ejas -ias -iame -iau -sta pa- is- uz- ne-""",
    "lv": """-as -is -us -i -iem -am -ai -u -os -es -sana -sanas -ums -uma -umi -ibas -iba -igs -iga -isks -iska -t -at
        -et -it -ot -ija -ijas -tajs -iski no- pa- ie- iz- ne- aiz- uz-""",
    "id": """-nya -kan -an -i -lah -kah meng- men- mem- me- ber- ter- di- ke- pe- peng- pen- pem- per- se- -ang -ung
        -ing -ak -ik -uk -ah -ih -uh -asi -itas -isme -ng -annya -kannya ng- ny- -in -uin -ain -angan -ungan -aran""",
    "tl": """-ng -an -in -han -hin nag- mag- pag- nang- mang- pang- ka- pa- pina- ma- na- um- in- ipin- ki- ng- -ang
        -ing -ong -ay -aan -yan -kap -wa""",
    "sw": """-a -wa -ia -isha -ika -ana -ni -aji -zi wa- ku- ki- vi- m- mi- u- ali- ana- ame- ata- wame- nime- hai-
        una- ina- zina- mw- nj- ng- nd- mb- kw- ny- -mbo -nda -ndo -ngu""",
    "so": "-aa -ka -ta -da -yo -iyo -ay -een -yaal -kii -tii waa- dh- aa- -aha -ooyin -nimo -ahay xa- -aan -uu",
    "hu": """-ban -ben -nak -nek -val -vel -hoz -hez -bol -rol -tol -ra -re -ba -be -ok -ek -ak -eket -akat -okat -sag
        -seg -ott -ett -tak -tek -unk -juk -jak -ni -as -es -os -us -azni -ezni -hat -het -asa -ese -ast -est meg-
        el- ki- fel- be- le- sz- cs- gy- -egy -agy -sz -gy -ny -ly""",
    "tr": """-lar -ler -lari -leri -larin -lerin -inda -inde -dan -den -tan -ten -yor -iyor -uyor -mis -mus -di -du -ti
        -tu -acak -ecek -mak -mek -ma -me -lik -luk -siz -suz -li -lu -ci -cu -ca -ce -sin -sun -nin -nun -in -un
        -im -um -iz -uz -iniz -imiz -masi -mesi -maz -mez -ir -ur -ebil -abil""",
    "sq": """-it -in -en -et -eve -ave -ive -uar -uara -osh -im -imi -ime -isht -shem -ues -ese -esi -es -je -ja -ria
        -tar -ohet -het -hen -jne sh- nj- nd- ng- q- dh- xh- gj- zh- shq- -ndi -shte -nje""",
    "eu": """-ak -ek -aren -arekin -tzen -ten -tuko -tako -tasun -tasuna -era -ean -etan -eko -ari -en -ko -tik -ra
        -rik -gatik -tzea -tu -ago -garri -keta -zko tx- tz- ts- -atz -ntz -ztu""",
    "ga": "-ach -acht -aigh -adh -inn -imid -tha -idh -irt -eal bh- mh- dh- gh- ch- fh- th- sh- -eann -ann -fidh",
    "cy": "-au -ion -iad -aeth -wyr -wch -odd -wn -ydd -iau -aidd gw- ll- rh- dd- ff- ch- ngh- mh- cy- -wyd -dd",
}
