"""What a text must hold for a pattern to match in it, by the pattern's key.

Written by ``python -m tests.orders.write_needs`` from the patterns themselves; see ``signals_from_text.py`` for the signs.
"""

NEEDS: dict[str, str] = {
    "021d2c96a267": "!_",
    "02268be446aa": "<argument <conference <hearing <proceeding =mediation =status =trial",
    "056db222062a": "=ready =scheduled =set >set & =conference =hearing =trial",
    "05f6548d5dc2": "<expect =appearance =attendance =presence",
    "06c28aa87342": "<present >report >sit >taken",
    "0914f59660bb": "<hon =chambers =judge",
    "09db934b5254": "<page <word",
    "0aabbfcf3396": "=ftm =j =oc =orl =t & !-",
    "0cec43671672": "=changed =continued =enlarged =extended =moved =postponed =reset",
    "0d98f78a2860": "!- !/",
    "0ea04c1dcfc7": "=conducted =heard =held >proceedings",
    "0ebfb3c6f33d": (
        "=cause =constitute =delay =expose =forfeit =lead =result =subject =treat =waive =warrant & <action "
        "<cause <contempt <default <delay <denial <dismiss <expense <fees <penalt <sanction <stricken <strik "
        "<termination <unopposed <waiver =judicial"
    ),
    "0ef60a3620b9": '!" & >captioned >designated >designation >entitled >legend >mark >marked >notation >stamped ~label ~word',
    "0f3aa0054d76": "=initials",
    "12439659e479": "=concurrently =contemporaneously =on =same =simultaneously =time =together",
    "14dcf6f37281": "=assigned =referred & =for",
    "150b0c6e3f67": (
        "=alabama =alaska =arizona =arkansas =california =carolina =colorado =columbia =connecticut =dakota "
        "=delaware =florida =georgia =guam =hampshire =hawaii =idaho =illinois =indiana =iowa =island =islands "
        "=jersey =kansas =kentucky =louisiana =maine =maryland =massachusetts =mexico =michigan =minnesota "
        "=mississippi =missouri =montana =nebraska =nevada =ohio =oklahoma =oregon =pennsylvania =puerto "
        "=tennessee =texas =utah =vermont =virginia =washington =west =wisconsin =wyoming =york & ~distri & =of"
    ),
    "17f7f3571a6c": "<respon",
    "196d281e7455": "=denied =directed =granted =ordered",
    "19fe43264ee6": "!#",
    "1ac06760d7da": "<rule =adherence =compliance =dates =requirements",
    "1b964d22972c": "<refer =refers & =magistrate =undersigned & =to",
    "1bdf45326630": "=advise =inform =notice =notification =notify =tell",
    "1df94fde1b9f": "<procedures <requirements =s >requirements >standing >this ~foregoing",
    "1eaca6a81215": "<dated <entered <filed <issued <mailed <modified <signed <transferred =date =signed",
    "205ad677d35c": "<refer & <undersigned =honorable =judge =magistrate & =for",
    "2168783caa0e": (
        "=accompanied =addressing =affidavit =apprising =attestation =certificate =certification =certifying "
        "=declaration =describing =detailing =explaining =giving =identifying =itemizing =listing =naming "
        "=outlining =proposed =proposing =reporting =saying =setting =specifying =stating =summarizing =supported "
        "=that =which"
    ),
    "238578c07bee": "<repl",
    "23f75e49883f": "=include & <action =consequences =measures =sanctions =steps & =can =could =may =might",
    "26ce228ec413": "<office =chambers",
    "276a03bc8388": "=date =day =deadline =time",
    "293784eb9db5": "=down =together",
    "2ca6a22f0384": "=to",
    "2e2cb1aebb71": "=allowed =permitted >iven >ranted",
    "2e48a7f43824": (
        "<proceed <steps >during ~argument ~briefing ~dispute ~hearing ~issue ~letter ~matter ~proceeding ~whether"
    ),
    "2ea33840c0aa": "~line ~page ~word",
    "30f2ca99e457": (
        "=continued =continues =directed =directs =extended =extends =granted =grants =hereby =ordered =orders "
        "=rescheduled =reset =resets =set =sets =vacated"
    ),
    "3383f4e6437a": "=among =faith =person =telephone =together =with",
    "33b680338d38": "=to",
    "33d078fa4cfa": "=earlier =earliest =first =later =latest =sooner & =of",
    "35b601cabdce": "=an =entering =imposing =issuing =making =ordering",
    "363e84c46c4a": "<rules =r >applicable >federal >general >local >rules >those",
    "3916eae111d8": "=courtroom =information =line =number =person =room =telephone =video =zoom >house >room",
    "3e94eaa84d4f": "=filed",
    "3eb48dbf4cec": "=v & !:",
    "3ed46c3fb616": "<refer =refers & <undersigned =magistrate & =to",
    "40411625500e": "<page <word",
    "42f4c52ba990": (
        "=complied =complying =followed =following =taken =taking =unless =until & <compl <procedure <step "
        "=conference =conferred =following =met"
    ),
    "44efc7a35362": (
        "<filer <link <log <user <web =account =click =desk =menu =office =password =portal =screen =smartphone "
        "=upload =webinar =you =your =zoom"
    ),
    "4735222a7199": "<confer =confer =conference =meet",
    "47a8ee698b2d": (
        "<appellant <appellee <claimant <cross <debtor <defendant <intervenor <movant <petitioner <plaintiff "
        "<relator <respondent <third ~claimant"
    ),
    "4961d9263a4c": "<cut =deadline =due =final =last",
    "4b86d9a0ef02": (
        "<agree <allege <argue <assert <believe <conclude <contend <explain <find <note <provide <recognize <say "
        "<state <suggest =announce =anticipated =found =held =holds =noted =said"
    ),
    "4ca97c01c2ec": "=conference =meeting & =among =between =of",
    "4cbf4dc68e62": "=abandoned =admitted =arrival =forfeited =unread =untimely =waived =withdrawn",
    "51c4be31cafc": (
        "<faith ~appropriate ~conflict ~fail ~necessary ~possible ~practicable ~reasonabl ~required ~unable "
        "~unsuccessful"
    ),
    "530b3a31613c": "=following",
    "54dcbb8934ab": ">each >per",
    "550a4a66afee": "<discovery <non <pretrial & =all =any =each =every",
    "5a3eb588dcad": "=constitute =count =enough =insufficient =satisfy =suffice =sufficient",
    "5a5a351f1e53": "<fail =lacking =late =not =unsigned =untimely =without ~complian",
    "5b08cbfbde63": "<side >per",
    "5b749e3d8cc2": "!) & !(",
    "5c27b8cec958": "=call =conference =hearing =meeting",
    "5d1a57d7f90f": "=entered",
    "5d52ae1395dd": "<retain <stay =maintained =seal",
    "5d78524759a0": (
        "<ground =assessed =back =barred =bear =cause =charged =deemed =denied =directed =dismissed =disregarded "
        "=dropped =excluded =fined =forfeited =ignored =imposed =marshal =pay =precluded =punished =reimburse "
        "=rejected =removed =returned =revoked =sanctioned =show =stricken =struck =subject =taken =taxed "
        "=terminated =treated =unopposed =vacated =waived"
    ),
    "5dcfabac7184": (
        "=assigned =decided =excused =filed =held =issued =mailed =moved =referred =resolved =ruled =submitted =treated"
    ),
    "5ea8dd82724f": "<noti & =court & >ce >fication",
    "5f414c38f448": "<cop",
    "60a4481f7e99": "=transferred & ![ & !]",
    "610e0ebc389b": "~doc & ~case & <entered <filed",
    "63cc441f40ff": "<advance <ahead <away <beforehand <early <out <prior =ahead =before",
    "64139ea07b70": "=whichever & =earlier =earliest =first =last =later =latest =sooner =soonest",
    "644722451ef3": (
        "=able =consider =desire =determine =enter =fill =following =follows =have =issue =like =likely =need "
        "=presumed =receive =want =wish"
    ),
    "64543523baf9": "=decision =ruling",
    "649ba7cbf1e7": "<ask <mov <request <seek =asked =proposed =requested =sought",
    "6516a48f3cf6": "=ap =bk =ca =civ =civil =cr =crim =cv =mag =mc =md =mdl =misc =mj =ml =po =sw",
    "659be4a76f51": "<argue <contend =been =cf =did =filed =found =had =held =moved =see =was =were",
    "65cf2c5023ce": "<deadline =directed =follows =ordered =orders =schedule",
    "66431f85693f": "=allowed =filed =former =formerly =lodged =replaced =submitted =used",
    "66e49ebeee64": (
        "=close =commencement =completion =conclusion =end =expiration =month =opening =selection =start =year & "
        "=before =later =prior =through =until =up"
    ),
    "6a882442cb25": "=compulsory =mandatory =necessary =required",
    "6cb8baa5c985": "<following <follows & !: & !)",
    "6cceba251693": "<allow <contemplate <give <permit <provide <require =provided =required",
    "6d50c38c9446": "<adjourned <cancel <continued <moved <rescheduled <reset <stricken <vacated =off =taken",
    "6d82e26f74c4": "<friday <monday <thursday <tuesday <wednesday & =at =from & =each =every =on",
    "6ed5baee89e1": (
        "<accept =accept =acceptable =accepted =allow =allowed =approval =entertain =forbidden =improper "
        "=inappropriate =leave =no =permission =permit =permitted =prohibited =unacceptable =wanted"
    ),
    "6edbb7ba76b7": "=cannot =never =nor =not",
    "70c2f33d14a6": "=judge & !:",
    "72a9a295bb47": "<adjourned <cancel <continued <moved <reset <stricken <vacated",
    "75708f7bb269": "<close <conclude <end <expire =close =end",
    "7817caf87083": "=of",
    "785d0f822399": "<who",
    "78b5958ea3f6": "=bringing =filing =making =noticing =serving & >before >prior & ~application ~motion ~request",
    "791f266f01e8": "=location =place =site =venue =where",
    "7936d1f84a8d": "!) & !(",
    "7e1c2d7ff092": "<cut =deadline =due =last",
    "7e3981a4829c": "=submitted & =assigned =district =presiding & =judge",
    "7ef325fa301f": "<cost <expense =burden =fees =responsibility =risk",
    "7febcb917ad8": "=matter =re & >in",
    "814aa6923fb4": "=absent =except =exception =unless",
    "8151b339ca8d": "~day ~hour ~minute ~month ~week ~year",
    "82575cef07df": "=uscourts & <gov",
    "85c8b9d0ac0b": "<designat <initial",
    "88fa84e4945f": "=continued =delayed =enlarged =extended =lengthened =postponed =shortened",
    "89be64f51db6": "<time ~adjourn ~continu ~enlarge ~extend ~extension",
    "8a3665c55576": "=confer =conference =conferral =consultation =meet",
    "8ad6c89ef16b": "=duty =obligation =responsibility =responsible",
    "8c7b8368d48f": ">appendix >attachment >courtroom >exhibit >room >schedule >suite",
    "8fcd039a98bd": (
        "=addressing =apprising =attaching =certifying =describing =detailing =explaining =giving =identifying "
        "=informing =listing =naming =outlining =proposing =setting =specifying =stating =summarizing =that "
        "=which"
    ),
    "93a83b5c2c2c": "=barred =deemed =denied =forfeited =stricken =untimely =waived",
    "95d15f8025a0": ">chambers >courtesy >hard >working",
    "978aff2360ef": "=asks =directs =expects =further =ordered =orders =requests =requires",
    "98efc2556b12": "=notice",
    "98fa7845045f": ">division >hambers >library >loor >oom >ourthouse >ourtroom >uilding",
    "9acc2bae960d": "=by & =be & =to",
    "9cf8ea92a17e": "<deadline =calendar =dates =schedule",
    "9fa87ffcb896": "=upon & =leave =stipulation >showing",
    "a3f2ad5885ff": ">ength >imit & =equal =like =same",
    "a488b2b17418": "!*",
    "a87d586216e3": "<conference <deposition <hearing <trial",
    "ab0ffce2c7b7": "<cop",
    "ab3ca3329ad8": "!) & !(",
    "ab60d47a95d2": "~contempt ~dismiss ~expense ~fee ~sanction",
    "add4027672d6": "=been =did =does =had =was =were",
    "aec50e0e1606": ">exceed >limited >longer ~length ~limit & !:",
    "b029f321ddd2": "=case =circumstances =event =neither =never =nor =time",
    "b035192728c5": (
        "=construe =deem =default =deny =dismiss =disregard =enter =exclude =refuse =reject =return =strike "
        "~contempt ~costs ~default ~denied ~deny ~dismiss ~exclu ~expenses ~fees ~penalt ~sanction ~stri"
    ),
    "b04b92cf369f": "=day =same",
    "b12a341e0b33": "~hambers ~opy ~ourtesy",
    "b130144f9904": (
        "=already =current =earlier =existing =initial =initially =operative =original =originally =previous "
        "=previously =prior"
    ),
    "b2848f233e13": "=general =pretrial =standing >actices >ocedures",
    "b318ed05a977": "<refer =hereby =referred & <undersigned =judge =magistrate & =to",
    "b5881bdc83f6": "!_ & <date & !:",
    "b616ed16958e": "<insist <require",
    "b7f00af959ab": "=day =same",
    "ba52a2d1b3a4": "=cc & !:",
    "bb69ddc9cc8e": (
        "<attendance <authority <call <line <present =accompanied =anyone =available =bring =first =line =person "
        "=present =reachable =represented =send =someone"
    ),
    "bbef09a585a4": "<number >civil >docket >first >title ~caption ~designation ~initials",
    "bcf434ef31cb": (
        "=bringing =calling =contacting =filing =issuing =making =moving =noticing =presenting =requesting "
        "=seeking =serving =setting =submitting =taking & =before =prior"
    ),
    "bd19c67657f9": (
        "<certificat <citation =affidavit =caption =declaration =index =list =signature =statement =summary =table"
    ),
    "bd2a32613abd": "=attached =forth =refer =see =stated",
    "bfc189267bd4": "=earlier =latest =sooner",
    "c0000cfbb3c1": "<argument <papers",
    "c0fef9b492ac": "=argument =conference =hearing =trial",
    "c30bfcf02567": "=adjudged =decreed =directs =ordered =orders & =follows =that",
    "c78b4f8e552c": (
        "=alabama =alaska =arizona =arkansas =california =carolina =colorado =columbia =connecticut =dakota "
        "=delaware =florida =georgia =guam =hampshire =hawaii =idaho =illinois =indiana =iowa =island =islands "
        "=jersey =kansas =kentucky =louisiana =maine =maryland =massachusetts =mexico =michigan =minnesota "
        "=mississippi =missouri =montana =nebraska =nevada =ohio =oklahoma =oregon =pennsylvania =puerto "
        "=tennessee =texas =utah =vermont =virginia =washington =west =wisconsin =wyoming =york & >ern >ict & =of"
    ),
    "c8f900d62689": (
        "<tele <video =chambers =courtroom =location =person =phone =place =room =telephonically =via "
        "=videoconference =zoom"
    ),
    "ca1065466603": "=who",
    "cacf206de09e": "!: =dkt =doc =docket =ecf =re >garding",
    "cede6b8e4f1d": "~opposition ~repl ~response",
    "cee87f67f09e": "=that =who",
    "d109babd712e": "=bound =by =complete =consecutive =legible =organized =separate =split >able >sided >spaced",
    "d3429574fd9e": "=chosen =designated =determined =picked =selected & >location >place & =by",
    "d3c0a229d073": "=day =fifth =following =fourth =morning =nd =next =rd =second =st =th =third >day >eceding >evious >ior",
    "d45282edd5f1": "!-",
    "d511031bff8f": "<cancel <strike <vacate =vacating",
    "d5317e4ee261": "=judge & =on",
    "d53c30f45cd7": "<authority <executive ~client ~insur ~principal",
    "d69f37f07f5c": ">page",
    "d84afb5620c1": "=webinar =zoom >nly ~ideo",
    "d8b682740edf": "=letter",
    "d9c7e4ac678e": "<defendant <petitioner <plaintiff =government",
    "dbdab9152c71": "=in",
    "dc132f566920": "<opposition <respon =opponent =opposing",
    "dc9edbb79cb9": "=because =how =if =unless =until =whenever =whether =which =why",
    "de54d8c6c476": "~friday ~monday ~thursday ~tuesday ~wednesday & !@ =at =from",
    "df582622f16a": "<disobe <fail <ignore <refus <violat =breach =compliance =disregard =late =time =untimely >compliance",
    "dfe318b04288": (
        "<cancel <remain <retain <supersede =abeyance =adjourned =adjusted =administratively =affect =assigned "
        "=changed =continued =deemed =dismissed =dissolved =dropped =excuse =extend =extended =lifted =modified "
        "=move =moved =off =placed =reassigned =relieve =reopened =stay =stayed =stricken =submitted =superseded "
        "=suspend =suspended =terminated =toll =unsealed =vacated =withdrawn"
    ),
    "e094af2f2e4e": "<meet >conference ~session",
    "e0bffa66c6ca": '!"',
    "e16a76cd24e2": "=electronically =entered =issued =ordered =signed & =by",
    "e939bb3fcab9": "!-",
    "edf330bcd742": "<ordered =done =hereby =ordered =signed",
    "ee2f3a206b64": "<friday <monday <thursday <tuesday <wednesday & =conducted =heard =held =taken",
    "ee65dc6e96ea": ">day >morrow & <to",
    "efbb6cc77f1f": "<cop",
    "f27642e2279e": "=conference",
    "f2f97f797722": "<need",
    "f3043d9bb01e": "<attempts <efforts >attempt >attempts >efforts >try",
    "f35943608330": "=changed =continued =enlarged =extended =moved =postponed =reset & =from",
    "f372ba1f7853": (
        "=bearing =binders =double =endorsed =form =hole =marked =pdf =printed =redacted =sided =spaced =stamped "
        "=tabbed =word"
    ),
    "f3de2bbf786e": "<page <word",
    "f5ff720c7d9b": "<manager =deputy =law =staff",
    "f740f4d2a31b": "=held =proceedings",
    "f807b72212c1": (
        "<binders <courier <font <marked <oath <punched <roman <tabbed <type =form =highlighted =marked =pdf =pre "
        "=properly =redacted =remote =side =stamped =tabbed =word ~ided ~paced"
    ),
    "f9cde0aadf37": "=referred & =magistrate =undersigned & =to",
    "fa14dabc8963": "<cop <mandatory <necessary <needed <requested <required",
    "fbe2f9a09ac1": (
        "=changed =continued =continues =enlarged =extended =extends =moved =moves =postponed =reset =resets & "
        "=to =until"
    ),
    "fca61cb92527": "<ground =basis =cause =disregard =failing =failure =neglect =refusal",
    "fcf83ca4d7ec": ">ate >eadline",
    "fd229e5385e5": "<guideline <practice <procedure =requirements =rules",
    "ff2add0fa26b": "!) & !(",
    "fffc87483248": "<page <word",
}
