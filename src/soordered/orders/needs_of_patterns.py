"""What a text must hold for a pattern to match in it, by the pattern's key.

Written by ``python -m tests.orders.write_needs`` from the patterns themselves; see ``signals_from_text.py`` for the signs.
"""

NEEDS: dict[str, str] = {
    "021d2c96a267": "!_",
    "02268be446aa": "<argument <conference <hearing <proceeding =mediation =status =trial",
    "0305cd53a6ea": "=consideration =light =reasons >after >having >pursuant >upon >whereas",
    "056db222062a": (
        "=ready =scheduled =set >set & =conference =hearing =trial & !/ =apr =april =aug =august =dec =december "
        "=feb =february =jan =january =jul =july =jun =june =mar =march =may =nov =november =oct =october =sep "
        "=sept =september"
    ),
    "05f6548d5dc2": "<expect =appearance =attendance =presence",
    "06490b2ff479": "~friday ~monday ~thursday ~tuesday ~wednesday & !: <clock <midnight <noon =am =m =pm",
    "06c28aa87342": "<present >report >sit >taken",
    "087206f7f5ec": "=assessed =award =bear =charged =pay",
    "088931948c1a": "<friday <monday <thursday <tuesday <wednesday & =at & !: <clock <midnight <noon =am =m =pm",
    "0902b0197446": (
        "=conduct =conducted =convene =hear =heard =held =hold & >call >conference >evaluation >hearing "
        ">mediation >session >trial ~argument"
    ),
    "0914f59660bb": "<hon =chambers =judge",
    "0a29f8d456e4": "<adjourned <cancel <continued <moved <rescheduled <reset <stricken <vacated =off =taken & =are =is",
    "0aabbfcf3396": "=ftm =j =oc =orl =t & !-",
    "0b312955167d": "=no",
    "0cd550a57847": "=absent =after =event =if =once =should =soon =thereafter =unless =upon =when =whenever =where",
    "0cec43671672": "=changed =continued =enlarged =extended =moved =postponed =reset",
    "0d98f78a2860": "!- !/",
    "0ea04c1dcfc7": "<held =conducted =heard =held",
    "0ebfb3c6f33d": (
        "=cause =constitute =delay =expose =forfeit =lead =result =subject =treat =waive =warrant & <action "
        "<cause <contempt <default <delay <denial <dismiss <expense <fees <penalt <sanction <stricken <strik "
        "<termination <unopposed <waiver"
    ),
    "0ef60a3620b9": '!" & >captioned >designated >designation >entitled >legend >mark >marked >notation >stamped ~label ~word',
    "0f37a9659353": (
        "=accept =acceptable =accepted =allow =allowed =appropriate =approval =entertain =forbidden =improper "
        "=inappropriate =leave =no =permission =permit =permitted =prohibited =proper =unacceptable =wanted"
    ),
    "0f3aa0054d76": "=initials",
    "0fb945c55558": "=last & <da & =for =to",
    "1021ee91a6dd": "<date <done =ordered =signed",
    "10644fb7670a": "<opposition <repl <respon",
    "12439659e479": (
        "=concurrently =contemporaneously =on =simultaneously =time =together & =day =disclosure =disclosures "
        "=filing =filings =letter =motion =notice =opposition =reply =report =request =response =service "
        "=submission =time"
    ),
    "130e09932f11": "<motion",
    "148c0527cf05": "!: <clock <midnight <noon =am =m =pm & =before =by =later",
    "14dcf6f37281": "=assigned =referred & =for & <dispute <motion =action =case =discovery =matter",
    "172d2fd2bbd7": "!- !‑ !– !— & !# ~no ~number",
    "17912f0b66b6": "=argument =call =conference =hearing =teleconference",
    "17f7f3571a6c": "<respon",
    "196d281e7455": "=denied =directed =granted =ordered",
    "19fe43264ee6": "!#",
    "1ac06760d7da": "<rule =adherence =compliance =dates =requirements",
    "1b964d22972c": "<refer =refers & =magistrate =undersigned & =to",
    "1bdf45326630": "=advise =inform =notice =notification =notify =tell & =chambers =clerk =court =deputy =judge",
    "1c4034e1a9ea": "<hear <place <trial =held =sits >law ~calendar ~conference ~hearing ~motion",
    "1d7554b5bc78": "=if =once =unless =until =when =whenever =where =which",
    "1da0847a620b": "=do =don =never",
    "1df94fde1b9f": "<procedures <requirements =s >requirements >standing >this ~foregoing",
    "1e2eaff9b97b": "<binder <cop <notebook <set",
    "1f3e19653d7c": "!( !) =judge =mailed =minute =modified =signed >electronic >endorsed >paperless >text",
    "205ad677d35c": "<refer & <undersigned =honorable =judge =magistrate & =for",
    "2168783caa0e": (
        "<certif <describe <explain <give <identif <itemize <list <recite <state <summarize =accompanied "
        "=addressing =affidavit =apprising =attestation =certificate =certification =certifying =declaration "
        "=describing =detailing =explaining =forth =giving =identifying =itemizing =listing =naming =out "
        "=outlining =proposed =proposing =reporting =saying =setting =specifying =stating =summarizing =supported"
    ),
    "222c269988ce": "=at =in",
    "238578c07bee": "<repl",
    "23f75e49883f": "=include & <action =consequences =measures =sanctions =steps & =can =could =may =might",
    "26ce228ec413": "<office =chambers & =at =in",
    "26fe5795188c": "!: <clock =am =m =pm ~midnight ~noon",
    "276a03bc8388": "=date =day =deadline =time & =at =before =by =later =on =prior",
    "277f490bd61b": "<cut =deadline =due & =are =be =is",
    "293784eb9db5": "=down =together",
    "2a0303c7d4b8": "<refer =referred =refers & <undersigned =magistrate & =to",
    "2b73374221ca": "=and =but =nor =or",
    "2c51e5ed249a": "!* !+ !- !•",
    "2c7181b95c0c": "<apr <aug <dec <feb <jan <jul <jun <mar <may <nov <oct <sep",
    "2e2cb1aebb71": "=allowed =permitted >iven >ranted",
    "2e48a7f43824": (
        "<proceed <steps >during ~argument ~briefing ~dispute ~hearing ~issue ~letter ~matter ~proceeding ~whether"
    ),
    "2ea33840c0aa": "~line ~page ~word",
    "2f644d1bb860": (
        "<declare <direct <ensure <expect <require <stipulate =advised =and =cautioned =directed =further "
        "=informed =is =note =ordered =orders =provided =recommended =reminded =so =such"
    ),
    "2fcafefe6c2c": "=and =or",
    "30f2ca99e457": (
        "=continued =continues =directed =directs =extended =extends =granted =grants =hereby =ordered =orders "
        "=rescheduled =reset =resets =set =sets =vacated"
    ),
    "3383f4e6437a": "=among =faith =person =telephone =together =with",
    "33b680338d38": "<defendant <plaintiff =attorneys =counsel =government =movant =parties & =to",
    "33d078fa4cfa": "=earlier =earliest =first =later =latest =sooner & =of",
    "353f65e1727d": (
        "<vacat =at =been =currently =formerly =had =imposed =moved =noticed =originally =previously =was =were "
        ">conducted >convened >held"
    ),
    "35b601cabdce": "=an =entering =imposing =issuing =making =ordering",
    "363e84c46c4a": "<rules =r >federal >general >local >rules",
    "371915555d4b": "=from =to",
    "37ad115bb2de": "<adjourn <advance <continue <move <postpone <reschedule <reset",
    "3916eae111d8": "=courtroom =information =line =number =person =room =telephone =video =zoom >house >room",
    "39d202ceb1ed": "<all <defendant <opposing <other <plaintiff =adversary =adverse =all =opposing =other",
    "3aced13e35da": "=enough =sufficient =sufficiently =time",
    "3c5f3dcad5d2": "=mandatory =never =no =none =not =only =required",
    "3d6dbbbe86ae": "!: <clock =am =m =pm ~midnight ~noon",
    "3e94eaa84d4f": "=filed & !- !/ <apr <aug <dec <feb <jan <jul <jun <mar <nov <oct <sep =may",
    "3eb48dbf4cec": "=v & !:",
    "40411625500e": "<page <word",
    "413b298616f2": (
        "<direct <oblige <require =entered =generally =issued =mailed =normally =ordinarily =routinely =sent "
        "=typically =usually"
    ),
    "421aca0374ea": "!§ <rule =l =section & <allow <contemplate <give <permit <provide <require <set =provided =required",
    "42f4c52ba990": (
        "=complied =complying =followed =following =taken =taking =unless =until & <compl <procedure <step "
        "=conference =conferred =following =met"
    ),
    "44a5ee064c10": "~day ~hour ~minute ~month ~week ~year",
    "44efc7a35362": (
        "<filer <link <log <user <web =account =click =desk =menu =office =password =portal =screen =smartphone "
        "=upload =webinar =you =your =zoom"
    ),
    "4509c8139dd4": (
        "=mail >arrange >ask >attach >be >begin >bring >call >check >contact >deliver >do >file >give >include "
        ">keep >let >list >mail >make >note >notify >place >provide >read >send >serve >sign >state >submit >talk "
        ">tell >use >write"
    ),
    "4569e3bc7f34": "=already =previously =yet & =if & =not",
    "45ff1974940a": "=duty =obligation =responsibility =responsible",
    "4735222a7199": "<confer =confer =conference =meet",
    "47a8ee698b2d": (
        "<appellant <appellee <claimant <counter <cross <debtor <defendant <intervenor <movant <petitioner "
        "<plaintiff <relator <respondent"
    ),
    "4961d9263a4c": "<cut =deadline =due =final =last & =is =shall =will",
    "4b86d9a0ef02": (
        "<agree <allege <argue <assert <believe <conclude <contend <explain <find <note <provide <recognize <say "
        "<state <suggest =announce =anticipated =found =held =holds =noted =said"
    ),
    "4c46c583d316": "~distri",
    "4c6824b4e14e": "<give <need =giving =on =upon =with",
    "4ca97c01c2ec": "=conference =meeting & =among =between =of",
    "4cbf4dc68e62": (
        "=abandoned =admitted =arrival =forfeited =unread =untimely =waived =withdrawn & <stand =are =go =goes =is"
    ),
    "4da1d54b847d": (
        "<abandoned <because <denied <event <except <forfeited <stricken <unless <untimely <waived =although =if "
        "=order =provided =pursuant =so =though =when =where =who"
    ),
    "4ead707e7311": (
        "=alabama =alaska =arizona =arkansas =california =carolina =colorado =columbia =connecticut =dakota "
        "=delaware =florida =georgia =guam =hampshire =hawaii =idaho =illinois =indiana =iowa =island =islands "
        "=jersey =kansas =kentucky =louisiana =maine =mariana =maryland =massachusetts =mexico =michigan "
        "=minnesota =mississippi =missouri =montana =nebraska =nevada =north =ohio =oklahoma =oregon "
        "=pennsylvania =puerto =tennessee =texas =utah =vermont =virginia =washington =west =wisconsin =wyoming "
        "=york & ~distri & =of"
    ),
    "51c4be31cafc": (
        "<faith ~appropriate ~conflict ~fail ~necessary ~possible ~practicable ~reasonabl ~required ~unable "
        "~unsuccessful"
    ),
    "52e88f043aa9": ">after >if >once >should >upon >when >whenever >where",
    "53088002d86c": (
        "!- !/ =apr =april =aug =august =dec =december =feb =february =jan =january =jul =july =jun =june =mar "
        "=march =may =nov =november =oct =october =sep =sept =september >apr >april >aug >august >dec >december "
        ">feb >february >jan >january >jul >july >jun >june >mar >march >may >nov >november >oct >october >sep "
        ">sept >september"
    ),
    "530b3a31613c": "=following",
    "5336191c83b4": "=expected =scheduled =set",
    "54dcbb8934ab": "<party",
    "550a4a66afee": "<discovery <non <pretrial & =all =any =each =every",
    "56deb5acccad": "=after =later =that =thereafter =thereof =thereto",
    "57374c9bdcaf": "<cop <file <lodge =deliver =delivered =due =hours =open =serve =served =submit =submitted",
    "599bafe82981": (
        "=argument =conference =demand =deposition =filing =hearing =letter =mediation =meeting =motion "
        "=opposition =reply =trial"
    ),
    "59e4117f0ef2": "<month =friday =monday =saturday =sunday =thursday =tuesday =wednesday",
    "5a5a351f1e53": "<fail =lacking =late =not =unsigned =untimely =without ~complian",
    "5b08cbfbde63": "<side",
    "5b749e3d8cc2": "!( & !) & !- !‑ !– !—",
    "5c27b8cec958": "=call =conference =hearing =meeting",
    "5d1a57d7f90f": "=entered & !- !/ <apr <aug <dec <feb <jan <jul <jun <mar <nov <oct <sep =may",
    "5d52ae1395dd": "<retain <stay =maintained =seal",
    "5d877b76cff3": "<cut =deadline =due =last",
    "5dcfabac7184": (
        "=assigned =decided =excused =filed =held =issued =mailed =moved =referred =resolved =ruled =submitted "
        "=treated & =are =is"
    ),
    "5e2310f918ff": "=entered =filed =ordered =signed & <by",
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
    "6462d2546a4d": ">may ~apr ~aug ~dec ~feb ~jan ~jul ~jun ~mar ~nov ~oct ~sep",
    "649ba7cbf1e7": "<ask <mov <request <seek =asked =proposed =requested =sought",
    "6516a48f3cf6": "=ap =bk =ca =civ =civil =cr =crim =cv =mag =mc =md =mdl =misc =mj =ml =po =sw",
    "6539594d241b": (
        "<argument <deposition <hearing =challenges =discovery =examination =interrogatories =requests =testimony "
        "=trial =witnesses"
    ),
    "659be4a76f51": "<argue <contend =been =cf =did =filed =found =had =held =moved =see =was =were",
    "65cf2c5023ce": "<deadline =directed =follows =ordered =orders =schedule",
    "66431f85693f": "=allowed =filed =former =formerly =lodged =replaced =submitted =used",
    "66e49ebeee64": (
        "=close =commencement =completion =conclusion =end =expiration =month =opening =selection =start =year & "
        "=before =later =prior =through =until =up"
    ),
    "67853526b174": (
        "<argument <proceeding =calendar =call =ene =hearing =jury =mediation =neutral =ruling =sentencing "
        "=session =status =trial >conference"
    ),
    "684f7680ce96": "<fall & <holiday <saturday <sunday <weekend & =on",
    "69d25b79448a": "=asking =requesting =seeking & <application <motion <request",
    "6a381baa2700": (
        "<brief <caption <certificat <declaration <filing <letter <memorand <motion <notice <paper <report "
        "<request <response <statement <submission =cover =first =title"
    ),
    "6a882442cb25": (
        "=compulsory =mandatory =necessary =required & =are =is & =a =adherence =an =certification =compliance "
        "=concurrence =conferral =consultation =copies =leave =notice =registration"
    ),
    "6cb8baa5c985": "<following <follows & !: & !(",
    "6d82065522cc": "=date =day =that =time =when =which",
    "6edbb7ba76b7": "=cannot =never =nor =not",
    "6ee3f80b6c0e": "=filing =receipt =service & =after =following =from =of =upon",
    "70c2f33d14a6": "=judge & !:",
    "72a9a295bb47": "<adjourned <cancel <continued <moved <reset <stricken <vacated & >are >is >was >were",
    "72e4648164b5": "<dated <entered <filed <issued <mailed <modified <signed <transferred =signed",
    "73f7620698ee": (
        "<begin <commence <conduct <conducted <held <hold =adjourned =advanced =conference =continued =hearing "
        "=moved =postponed =rescheduled =reset =scheduled =take =time =trial ~scheduled ~set"
    ),
    "75708f7bb269": "<close <conclude <end <expire =close =end",
    "7817caf87083": "=of",
    "785a1ebca082": "=hear & =court =judge =undersigned & =shall =will",
    "785d0f822399": "<who",
    "78b5958ea3f6": "=bringing =filing =making =noticing =serving & >before >prior & ~application ~motion ~request",
    "791f266f01e8": "=location =place =site =venue =where",
    "7936d1f84a8d": "!( & !)",
    "79a8d475cde4": "=because =how =if =unless =until =what =whenever =whether =which =why",
    "7b67d18312c3": (
        "=alabama =alaska =arizona =arkansas =california =carolina =colorado =columbia =connecticut =dakota "
        "=delaware =florida =georgia =guam =hampshire =hawaii =idaho =illinois =indiana =iowa =island =islands "
        "=jersey =kansas =kentucky =louisiana =maine =mariana =maryland =massachusetts =mexico =michigan "
        "=minnesota =mississippi =missouri =montana =nebraska =nevada =north =ohio =oklahoma =oregon "
        "=pennsylvania =puerto =tennessee =texas =utah =vermont =virginia =washington =west =wisconsin =wyoming "
        "=york & >ern >ict & =of"
    ),
    "7dc9a9a6d1f4": "<friday <monday <thursday <tuesday <wednesday & =at & !: <clock <midnight <noon =am =m =pm",
    "7e14f931c405": "=have & =ought =should",
    "7e3981a4829c": "=submitted & =assigned =district =presiding & =judge",
    "7ef325fa301f": "<cost <expense =burden =fees =responsibility =risk",
    "7fe54c703e84": "=calendar =dates =deadlines =schedule",
    "7febcb917ad8": "=matter =re & >in",
    "814aa6923fb4": "=absent =except =exception =unless",
    "81d14c439205": "=date =filed =filing =notice =order =served =service =today =tomorrow",
    "824d9b85739b": "=are =had =has =have =is =was =were",
    "82575cef07df": "=uscourts & <gov",
    "85c8b9d0ac0b": "<designat <initial",
    "87ae0bbc4900": "<page <word",
    "88020d9a1596": "<friday <monday <thursday <tuesday <wednesday & !: & =on",
    "88947b5bd5ff": ">no",
    "89b21bfdacd9": (
        "<cut =appearance =argument =conference =date =day =deadline =deposition =discovery =hearing =mediation "
        "=time =trial"
    ),
    "89be64f51db6": "<time ~adjourn ~continu ~enlarge ~extend ~extension",
    "8a3665c55576": "=confer =conference =conferral =consultation =meet",
    "8ac8790000b0": ">considered >construed >deemed >regarded >taken >treated >viewed",
    "8bb82760aa9d": (
        "<debtor <defendant <movant <petitioner <plaintiff <respondent =counsel =government =parties & <ask <move "
        "<propose <request <seek =alleged =argued =asked =asserted =claimed =contended =explained =indicated =it "
        "=moved =proposed =reported =represented =requested =said =sought =stated =suggested =that =they"
    ),
    "8c0e699db007": "<page <word",
    "8c4b7cb0a066": "<disagreement <dispute <issue <matter <problem",
    "8c7b8368d48f": ">appendix >attachment >courtroom >exhibit >room >schedule >suite",
    "8df9034fc148": "!: <clock =am =m =pm ~midnight ~noon",
    "8fcd039a98bd": (
        "=addressing =apprising =attaching =certifying =describing =detailing =explaining =giving =identifying "
        "=informing =listing =naming =outlining =proposing =setting =specifying =stating =summarizing =that "
        "=which"
    ),
    "90443edfa144": (
        "<allow <direct <expect <instruct <order <permit <prohibit <require =authorizing =directed =directing "
        "=directs =ordered =ordering =orders =permitting =required =requiring & =to"
    ),
    "9069955c193a": (
        "=after =although =as =because =before =case =event =extent =if =once =regardless =should =since =unless "
        "=until =when =whenever =where"
    ),
    "910cb3adebd2": "=case =event >after >although >as >because >if >once >should >since >unless >upon >when >where >whether",
    "93a83b5c2c2c": "=barred =deemed =denied =forfeited =stricken =untimely =waived",
    "95218b04e4f8": "<web =www ~http",
    "95d15f8025a0": "<cop <copy",
    "95f43fdcfbcc": "<before <fewer <least <less =later =or ~due ~through ~until",
    "978aff2360ef": "=asks =directs =expects =ordered =orders =requests =requires",
    "98cd30f766d8": "!| !¦ !‖ !│",
    "98efc2556b12": "=notice",
    "9984b2b0546e": "=allowed =directed =extended =gave =instructed =ordered =per =pursuant =required =set =upon",
    "9ab51b76fee6": "=constitute =count =deemed =enough =insufficient =satisfy =suffice =sufficient",
    "9acc2bae960d": "=by & =be & =to",
    "9bb4e92f3b3c": (
        "=bear =contain =delivered =describe =emailed =explain =identify =include =list =lodged =mailed =sent "
        "=served =state & =and"
    ),
    "9c0e368b43db": (
        "<admission <documents <interrogator <log <materials <production <records <requests <responses =answers "
        "=documents =responses"
    ),
    "9dfe7905ffa4": (
        "=advise =appear =arrange =attach =bring =call =certify =complete =comply =contact =contain =deliver "
        "=describe =email =exchange =explain =file =identify =include =leave =list =lodge =mail =notify =obtain "
        "=pay =post =prepare =produce =provide =respond =return =send =serve =sign =state =submit & =and =or "
        "=then"
    ),
    "9f2a510e69ed": (
        "=after =because =before =had =has =if =once =since =that =unless =until =was =were =when =where =which =who"
    ),
    "9fa87ffcb896": "=upon & =leave =stipulation >showing",
    "a0344a7d5f5f": "<due >due >report ~brief ~cut ~deadline ~letter ~reply ~response ~statement",
    "a0c8b2609147": (
        "=adopted =advised =agreed =approved =came =commenced =conferred =continued =denied =directed =entered "
        "=extended =filed =granted =had =imposed =informed =issued =moved =noticed =notified =ordered =propounded "
        "=received =referred =removed =requested =required =scheduled =sent =served =set =signed =stayed "
        "=submitted =vacated =was =were =withdrew"
    ),
    "a12b75a658d5": (
        "!@ <attachment <electronic <exhibit <font <format <number <paper <point <seal <sided <tab <title "
        "<writing =compliance =form =format =g =hard =made =model =paper =pdf =via >beneath >depart >separately "
        ">single >through >using ~binder ~bound ~caption ~double ~electronically ~mail ~margin ~redline ~size "
        "~stapled ~tabbed ~template"
    ),
    "a3a3e99f32bb": (
        "!! !\" !# !' !( !) !* !/ !: !; !< != !@ !] !{ !} >class >const >def >function >import >int >let >package "
        ">private >public >return >static >using >var >void"
    ),
    "a3f2ad5885ff": ">ength >imit & =equal =like =same",
    "a456d05ed2f6": "=directed =directs =hereby =ordered =orders",
    "a488b2b17418": "!*",
    "a699b15e732f": "<year =covering =created =dated =months =period =range >frame",
    "a7c95aa41dfa": "=have",
    "a8084465010e": ">division >hambers >library >loor >oom >ourthouse >ourtroom >uilding & =at =in",
    "a87d586216e3": "<conference <deposition <hearing <trial",
    "a88a5aa3aa52": (
        "<aris <dispute <disputes <document <filing <filings <motion <motions <paper =concerning =motion =motions "
        "=party =side >motions >standing"
    ),
    "ab3ca3329ad8": "!( & !)",
    "ab60d47a95d2": "~contempt ~dismiss ~expense ~fee ~sanction",
    "add4027672d6": "=been =did =does =had =was =were",
    "adeab6d68ccd": "=adjournment =continuance =extension =time",
    "ae503e8c9780": "<friday <monday <saturday <sunday <thursday <tuesday <wednesday",
    "aec50e0e1606": ">exceed >limited >longer ~length ~limit & !:",
    "b029f321ddd2": "=case =circumstances =event =neither =never =nor =time & =can =may =must =shall =should =will",
    "b04b92cf369f": "=day",
    "b0ed2f51a3be": (
        "<cancel <remain <retain <supersede =abeyance =adjourned =adjusted =administratively =affect =assigned "
        "=changed =continued =deemed =dismissed =dissolved =dropped =excuse =extend =extended =lifted =modified "
        "=move =moved =off =placed =reassigned =relieve =reopened =stay =stayed =stricken =submitted =superseded "
        "=suspend =suspended =terminated =toll =unsealed =vacated =withdrawn"
    ),
    "b12a341e0b33": "!\" !“ !” & ~hambers ~opy ~ourtesy & !' !’",
    "b130144f9904": (
        "=already =current =earlier =existing =initial =initially =operative =original =originally =previous "
        "=previously =prior"
    ),
    "b2493024e0bb": "=dates =deadlines =schedule & !:",
    "b2848f233e13": "=civil =general =standing >actices >ocedures",
    "b318ed05a977": "<refer =referred & <undersigned =judge =magistrate & =to",
    "b3d7997f41dc": "=its =their & =close =completion =conclusion =end =entry =filing =receipt =service =session",
    "b403f03cc506": "=adopted =amended =dated =entered =filed =issued =revised =signed",
    "b4b95c834aec": "<binder <cop <notebook <set",
    "b4d219ee89bd": (
        "<guideline <instruction <minute <order <practice <procedure <protocol <requirement <rule <standard "
        "=judgment =memorandum =notice =policies =stipulation"
    ),
    "b4d38f069c98": (
        ">ate >eadline & =before =by =later =prior & <argument <calendared <closing <completion <compliance "
        "<conference <cut <deposition <discovery <due <filing <hearing <motion <noticed <presentment <response "
        "<return <scheduled <trial"
    ),
    "b584f7bca862": "=before =by =to",
    "b5881bdc83f6": "!_ & <date & !:",
    "b616ed16958e": "<insist <require & =chambers =court =judge =undersigned",
    "b6999f4cec21": (
        "<guideline <instruction <order <procedure =entry =judgment =memorandum =minute =minutes =notice =opinion "
        "=report =schedule =stipulation"
    ),
    "b7e1e7e30c08": (
        "<agree <argue <assert <believe <conclude <contend <explain <find <indicate <note <oppose <represent "
        "<seek <submit =denied =granted =i =moot =noticed =overruled =previously =sustained"
    ),
    "b7f00af959ab": "=day =same",
    "ba52a2d1b3a4": "=cc & !:",
    "bb69ddc9cc8e": (
        "<attendance <authority <call <line <present =accompanied =available =bring =first =line =person =present "
        "=reachable =represented =send"
    ),
    "bbef09a585a4": "<number >civil >first >title ~caption ~designation ~initials",
    "bcf434ef31cb": (
        "=bringing =calling =contacting =filing =issuing =making =moving =noticing =presenting =requesting "
        "=seeking =serving =setting =submitting =taking & =before =prior"
    ),
    "bd19c67657f9": (
        "<certificat <citation =affidavit =caption =declaration =index =list =signature =statement =summary =table"
    ),
    "bd2a32613abd": "=attached =forth =refer =see =stated",
    "be0ad07b0849": (
        "=construe =deem =default =deny =dismiss =disregard =enter =exclude =recommend =refuse =reject =return "
        "=strike ~contempt ~costs ~default ~denied ~deny ~dismiss ~exclu ~expenses ~fees ~penalt ~sanction ~stri"
    ),
    "bf7bcaf6e117": "<cut =deadline =due =last",
    "bfc189267bd4": "=earlier =latest =sooner",
    "bffd8af63f40": "<cop",
    "c0000cfbb3c1": "<argument <papers",
    "c0e5e7730450": "=approval =forbidden =improper =inappropriate =leave =no =not =permission =prohibited =unacceptable",
    "c0fef9b492ac": "=argument =conference =hearing =trial",
    "c30bfcf02567": "=adjudged =decreed =directs =ordered =orders & =follows =that",
    "c32e91fc3e16": "=judge & =guidelines =order =orders =practices =preferences =procedures =requirements =rules =standards",
    "c62706cfddd3": "=application =leave =motion =permission =request",
    "c636bec8f67a": (
        "=hundred =three >eight >eighteen >eighty >eleven >fifteen >fifty >five >forty >four >fourteen >fourty "
        ">nine >nineteen >ninety >ninty >one >seven >seventeen >seventy >six >sixteen >sixty >ten >thirteen "
        ">thirty >three >twelve >twenty >two >zero"
    ),
    "c8f900d62689": (
        "<tele <video =chambers =courtroom =location =person =phone =place =room =telephonically =via "
        "=videoconference =zoom"
    ),
    "ca1065466603": "=who",
    "cacf206de09e": "!: =dkt =doc =docket =ecf =re",
    "cede6b8e4f1d": "~opposition ~repl ~response & =to",
    "cee87f67f09e": "=that =who",
    "d0bd8283a08c": "=copies & =chambers =courtesy =hard =paper =printed =working",
    "d109babd712e": "=bound =by =complete =consecutive =legible =organized =separate =split >able >sided >spaced",
    "d16c7dda9182": "=if =should =unless =when =where >ever >ot",
    "d3429574fd9e": "=chosen =designated =determined =picked =selected & >location >place & =by",
    "d45282edd5f1": "!-",
    "d4ea5303e450": "<courtcall =prepared",
    "d511031bff8f": "<cancel <strike <vacate =vacating",
    "d5317e4ee261": "=judge & =on & !- !/ <apr <aug <dec <feb <jan <jul <jun <mar <nov <oct <sep =may",
    "d53c30f45cd7": "<authority <executive ~client ~insur ~principal",
    "d6848bf90b6e": (
        "<motion =complete =deadline =disclos =discovery =exchange =expert =fact =file =initial =joint =last "
        "=make =rebuttal =serve =submit =trial ~deadline"
    ),
    "d69f37f07f5c": ">page",
    "d6f941f26e05": "!: <clock <midnight <noon =am =m =pm",
    "d7516ace6468": "=c =case =civ =civil =dear =docket =no =nos",
    "d7eabf2491e0": (
        "=at =from & !: <clock <midnight <noon =am =m =pm & >calendar >matters ~arraignment ~conference ~hearing "
        "~motion ~sentencing ~trial"
    ),
    "d84afb5620c1": "=webinar =zoom >nly ~ideo",
    "d8732ba14f73": "=must =shall =will & <attorney <defendant <movant <part <plaintiff <side =counsel",
    "d8b682740edf": "=letter",
    "d9c7e4ac678e": "<defendant <petitioner <plaintiff =government",
    "da2f6af77568": (
        "=before =by =later =prior & =are =begins =closes =convenes =due =expires =has =have =is =lapses =passes "
        "=runs =starts =was =would"
    ),
    "dae4b81e5fd5": "<defendant <plaintiff =all =for =opposing =other & =a =copies =one =two =with",
    "dbdab9152c71": "=in & <brief <filing <letter <motion <notice <paper <paragraph <report <request <statement <submission",
    "dc132f566920": "<opposition <respon =opponent =opposing",
    "dcb018abacfc": "<choose <desire <elect <intend <need <want <wish =never =no =not =without",
    "dd2ffe4ffe86": (
        "<deliver <designate <disclose <exchange <file <lodge <send <serve <submit =completed =delivered "
        "=exchanged =filed =given =heard =lodged =made =noticed =posted =produced =sent =served =set =submitted "
        "=taken >mailed ~mail"
    ),
    "de5cc14e9a73": "=bridge =code =id =join =participate =passcode =pin",
    "de691e340cf7": "=which",
    "df582622f16a": "<disobe <fail <ignore <refus <violat =breach =compliance =disregard =late =time =untimely >compliance",
    "e04a84167def": "=deputy >chambers >clerk >court >courtesy >deputy >judge",
    "e094af2f2e4e": "<meet >conference ~session",
    "e0bffa66c6ca": '!"',
    "e12fd132231c": "<friday <monday <thursday <tuesday <wednesday & =at =from & !: <clock <midnight <noon =am =m =pm",
    "e16a76cd24e2": "=electronically =entered =issued =ordered =signed & =by",
    "e18b0418a82e": "!( & !)",
    "e2dc5218801e": "=date =day =morning =nd =rd =st =th >day",
    "e3a44e7f064a": "=as =by =consecutively =in =jointly =on =pursuant =through =under =using =via",
    "e82ca04374a4": "=date =deadline =time & =for =to",
    "e8e7b85deb98": ">day >morrow & !: <clock =am =m =pm ~midnight ~noon & <to",
    "e939bb3fcab9": "!-",
    "e9c1cdd6ca50": "<appearance <argument <calendar <call <conference <deposition <hearing <mediation <session <trial",
    "eab01433e2d8": ">function >intent >intention >point ~aim ~goal ~object ~objective ~purpose",
    "eb6a191089ac": (
        "<adjournment <continuance <enlargement <extension =additional =adjourn =continue =enlarge =extend =more "
        "=postpone =reschedule"
    ),
    "edf330bcd742": "<ordered =hereby =ordered =signed",
    "ee2f3a206b64": "<friday <monday <thursday <tuesday <wednesday & =conducted =heard =held =taken & =are =is",
    "ee5435d43cec": "<cop =binder =chambers =notice",
    "ee781d433ce3": "=if =should =that =when =whenever =where =which",
    "eeaf4c44b2b4": "=continued =delayed =enlarged =extended =lengthened =postponed =shortened",
    "f27642e2279e": "=conference",
    "f2a00630db6a": (
        "<cut =appearance =argument =conference =deadline =deposition =discovery =hearing =mediation =trial & =at "
        "=before =by =on =prior =upon"
    ),
    "f2f97f797722": "<need",
    "f3043d9bb01e": "<attempts <efforts >attempt >attempts >efforts >try",
    "f35943608330": "=changed =continued =enlarged =extended =moved =postponed =reset & =from",
    "f372ba1f7853": (
        "=bearing =binders =double =endorsed =form =hole =marked =pdf =printed =punched =redacted =sided =spaced "
        "=stamped =tabbed =word"
    ),
    "f4b448a5616d": "<procedure <rule =order =orders",
    "f5ff720c7d9b": "<manager =deputy =law =staff",
    "f740f4d2a31b": "=held =proceedings & !- !/ <apr <aug <dec <feb <jan <jul <jun <mar <nov <oct <sep =may",
    "f807b72212c1": (
        "<binders <courier <font <marked <oath <punched <roman <tabbed <type =form =highlighted =marked =pdf =pre "
        "=redacted =remote =side =stamped =tabbed =word ~ided ~paced"
    ),
    "f9cde0aadf37": "=referred & =magistrate =undersigned & =to",
    "fae55104c1a6": "=be",
    "fbe2f9a09ac1": (
        "=changed =continued =continues =enlarged =extended =extends =moved =moves =postponed =reset =resets & "
        "=to =until"
    ),
    "fc38c3efd799": (
        "<ground =assessed =back =barred =bear =cause =charged =close =deemed =denied =dismissed =disregarded "
        "=dropped =enter =excluded =fined =forfeited =ignored =imposed =marshal =pay =precluded =punished "
        "=reimburse =rejected =removed =returned =revoked =sanctioned =show =stricken =strike =struck =subject "
        "=taken =taxed =terminated =treated =unopposed =unseal =vacated =waived"
    ),
    "fca61cb92527": "<ground =basis =cause =disregard =failing =failure =neglect =refusal",
    "fd229e5385e5": "<guideline <practice <procedure =requirements =rules",
    "fd24b172ca2e": "!( !¶ <citing <quoting =also =cir =f =g =id =same =u =wl",
    "ff2add0fa26b": "!( & !)",
    "fffc87483248": "<page <word",
}
