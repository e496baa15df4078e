/// First names borne in France, folded, by those who are cared for and by their kin: the old, the young, and those
/// that came from elsewhere. Alone they prove nothing; beside an age, a kinship or a family name they name someone.
enum FirstNames {
    /// Names of women only.
    static let female = """
        aaliyah ada adelaide adele adelia adelina adrienne agatha agathe aglae agnes aicha aida aimee aissatou alana
        alba albane alberte albertine albine aldona alena alessia alexa alexandra alexandrine alexane alexia alfreda
        alice alicia alida alienor alima alina aline alison alix aliya alizee alma aloisia alphonsia alphonsine alya
        alyssa amaia amalia amanda amandine amaya ambre amel amelia amelie amina aminata amira ana anabelle anae anaelle
        anais anastasia andree angela angele angelina angeline angelique ania anita anna annabelle anne annette annick
        annie anouk antoinette antonia antonine apolline aria arlene arlette armande armelle arminda arya ashley asma
        assa assia assita assiya assunta astrid aude audrey augustine aurelie auriane aurore ava awa axelle aya ayah
        ayla aylin ayse azilis aziliz bahia barbara bathilde beatrice beatriz belinda bella benedicte berangere
        bernadette bernardine berthe bertille bianca bintou blanche blandine bouchra brenda brigitte bruna calixte
        camila candice capucine carine carla carmela carmen carole carolina caroline casimira cassandra catalina
        catherine cathy cecile cecilia celeste celestine celia celine cesarine chafia chahinez chaima chantal charlene
        charline charlize charlotte cherifa chiara chloe christel christelle christiane christina christine cindy claire
        clara clarisse claudette claudia claudie claudine clea clelia clemence clementine cleo cloe clothilde clotilde
        colette coline colombe constance cora coralie coraline corina corinne cosette cristina cynthia cyrielle dalila
        damienne daniela daniele danielle danila danuta daphne daphnee daria deborah delia delphine denise denyse
        desiree diane dina dinah djamila dolores dolorosa dominique domitille donatienne dora dorine doris dorothee
        edith edmee edwige elaia eleanor elena eleonore elia eliane eliette elif elina eline elisa elisabeth elisabetta
        elise eliza elizabeth ella elly eloane elodie eloise elorri elsa elvira elvire elyne ema emeline emilia emilie
        emilienne emma emmanuelle emmeline emmie emmy emy enaya enola enora erika erine ermelinde ernestine eryn
        esmeralda estelle esther etiennette eugenia eugenie eulalia eulalie eunice eva evelyne evie fabienne fabiola
        fadila faiza fanny fantine farida fatiha fatima fatma fatou fatoumata faustine felicie felicienne fernanda
        fernande fiona flavie flora florence floriane floride fortunee france francette francine francoise frederique
        frida gabriela gabrielle gaelle gaetane garance genevieve georgette georgina georgine geraldine germaine germana
        ghislaine ghyslaine gilberte gilda gina ginette gisele giselle gislaine giulia gladys gloria graziella greta
        guilaine guillemette gwenaelle gwendoline gwenola gwladys habiba hadja hafida hafsa halima hana hanae hanane
        hanna hannah hasna hawa hayat heidi helena helene helia heloise henria henriette hermine herveline hilda hinda
        honorine hortense houria huguette ibtissem ida ilda ilona ilyana imane imelda imene inaya ines ingrid iolande
        irena irene irina iris irma isabella isabelle isaline isalys isaure israa itziar ivana jacinthe jacqueline jade
        jamila jana janick janine janna jannah jany jasmine jeanne jeannette jeannie jeannine jehanne jenna jennifer
        jenny jessica joana joanna jocelyne joelle johana johanna josefa josefina josephe josephine josette josiane
        josseline jossette jovita joy joyce juana judikaelle judite judith julia juliana julie julienne juliette justina
        justine kadiatou kaoutar karen karima karin karine katell katia katy kayla kelly kelya kenza keziah khadidja
        khadija kheira kiara kim klara klervi laetitia laetizia laila laly lamia lana lara latifa laura laure laurence
        laurette lauriane laurine lauryn layla lea leana leane leila lena leocadie leone leonie leonor leontina leontine
        leslie lexie leyla leyna liana lidia liesbeth ligia lila lilas lilia liliane lilou lilwenn lily lina linda lisa
        lise lison livia loana loane lola lorelei lorena loreto louane louanne loubna louisa louise louisette louna luce
        lucette lucia lucie lucienne lucile lucrece ludivine luisa luna lya lyana lydia lydiane lydie lylou lyna mabel
        maddalena maddy madeleine madeline madison mae maelia maelie maelle maelyne maelys maeva magali magda magdalena
        magdeleine magdeline maialen maite maitena maiwenn malak malika malvina manelle manoelle manon manoue manuela
        marcelle marcelline margarida margaux margerie margherita margo margot marguerita marguerite maria mariam
        mariama marianne mariannick maribel marie marielle mariette marilou marilyne marina marine marinette marion
        marise marjorie marlene marta marthe martina martine mary maryam maryannick maryline marylou maryse marysette
        maryvonne mathilda mathilde maud mauricette mauricia mauve maya mayline maylis mayssa mechtilde megane melanie
        melina melissa melodie mercedes meriem meryem mia michele micheline michelle mila milena milla mireia mireille
        mirella mirentxu mirjam miya moira mona monique morgane mounia muguette muriel mya mylene myriam nabila nadege
        nadejda nadia nadine naelle nafissa naila naima nais najat nancy natacha natalia natasha nathalie nawal nawel
        nazira neila nejma nelia nella nelly nicaise nicole nicolle nina ninon noelie noella noelle noemie nola nolwenn
        noor nora norah noreen nour nuria oceane odette odile oihana olga olivia olympe ombeline ondine ophelie orane
        oriane orlane ornella orsola ottilie oumayma oumou palmyre paloma pamela paola pascale patricia paule paulette
        pauline perrine petra petronille philippine philomene pierrette pilar prisca priscilla priscille prosperine
        rabia rachel rachelle rachida rahma raissa rajaa ramona rania ranya raphaelle raymonde raymondine rebecca regina
        regine reine renata renee rennie rhita rita rkia roberta roberte rokhaya rokia rolande romane romy rosa rosalia
        rosalie rosaline rosana rosanna rosario rose roseline roselyne rosemarie rosetta rosette rosine rosita rosy
        roxane roza rozenn sabah sabiha sabine sabrina sadia safia safiya sahra saida sakina salima salma salome saloua
        samantha samia samiha samira samya sana sandie sandra sandrina sandrine sandy saphia sara sarah sarra saskia
        selena selma sephora seraphine serena severina severine shana shanna sharon sheila sibylle sidonia sidonie
        sienna sihem silvana silvia simona simone simonne sirine sixtine sofia sohane soizic solange solene solenn
        solenne soline solveig sonia sonya sophia sophie soraya souad stacy stefania stella stephanie suzanna suzanne
        suzel suzette suzon suzy sybille syham sylvaine sylvette sylvia sylviane sylvie syrine talia tania tasnim
        tassadit tatiana teresa tess tessa thais thea thelma theodora theodorine therese tiffany tina tiphaine titouane
        tracy ursula valentina valentine valeria valeriane valerie vanessa vanina vassilissa vera veronika veronique
        vicky victoire victoria victorine vilma vinciane viola violaine violetta violette virgilia virginie vittoria
        viviane vivianne wanda wassila wendy wilhelmine winnie xantha xaviere yael yaelle yamina yamna yasmin yasmina
        yasmine ylona yolande youna ysaline yseult yvelise yvette yvonne yvonnick zahra zaia zakia zaya zaza zelda zelia
        zelie zenaide zineb zita zoe zoey zohra zora zouina zoulikha zulma zulmira
        """

    /// Names of men, or of men and women.
    static let male = """
        aaron abdallah abdel abdelaziz abdelhak abdelhamid abdelkader abdelkarim abdelkrim abdellah abdelmajid
        abdelmalek abdelouahab abdelouahed abderrahim abderrahman abderrahmane abdou abdoul abdoulaye abdul abdullah
        abel abraham achille achraf adam adama adel adem adnan adriel adrien agapit agostinho ahmad ahmed aiden aime
        akim aksel alain alan alassane alban albert albin aldo alec alejandro aleksander alessandro alessio alex
        alexander alexandre alexis alfonse alfred alfredo ali aliou allan alois aloys alphonse alvaro alvin amadou amael
        amand amar amaury ambroise amedee amine amir ammar anas anatole andoni andre andrea andreas andrei andres andrew
        andrzej ange angel angelo anicet anis anouar anselme anthonin anthony antoine anton antoni antonin antonio
        antony antton anwar apollinaire arcady aris aristide armand armando armel arnaud arsene arthur arthus arturo
        athanase attilio aubert aubin audric auguste augustin aurel aurele aurelien axel ayden aymeric ayoub ayrton aziz
        azzedine badr bakary balthazar baptiste baptistin barnabe barthelemy basil basile bastian bastien batiste
        baudouin bela beltran benedict beniamino benjamin benoit bernard bernardin bernardo bertin bertrand bilal bilel
        billy bixente blaise bogdan boris borja bouba boubacar brahim brandon brendan brian brice brieuc bruno bryan
        caleb calvin cameron camil camille carl carlo carlos carmelo casimir cassien cassius cedric celestin celian
        cesaire cesar charles charli charlie charlot charly cheick cheikh chems chokri christ christian christophe
        christopher clarence claude claudio claudius clement clovis colin colomban conrad constantin corentin cornelius
        cosimo cristian cristiano cuong curtis cyprian cyprien cyr cyriaque cyril cyrille damian damien daniel danilo
        danny daouda dario daryl david dean demba denis denys desire desmond didace didier diego dieudonne dimitri diogo
        djamel djibril djulian domenico domingo domitien donald donatien donovan dorian douglas driss dylan eden edern
        edgar edgard edmond edouard edouardo eduardo edward edwin efflam egide elian elias elie elio eliot eliott elliot
        eloan eloi elouan elouann elvis elyes emanuel emeric emerick emil emile emiliano emilien emilio emir emmanuel
        emmeran emre eneko enguerrand enrico enrique enzo eric erik ernest erwan erwann eryk esteban estebe etan ethan
        ethann etienne eudes eugene eugenio eusebe evan evariste ewan ewen ewenn eyden eymeric ezechiel ezio fabian
        fabien fabio fabrice fabricio fabrizio faouzi fares farid farouk fatah faustin fausto faycal federico fedor
        felice felicien felipe felix ferdinand fernand fernando filip filipe filippo firmin flavien flavio fleury
        florent florentin florestan florian florimond fortunat fouad franc francesco francis francisco franck francois
        franz frederic frederick fredy fulbert fulgence gabin gabor gabriel gabriele gael gaetan garry gary gaspar
        gaspard gaston gatien gauthier gautier gauvain geoffrey geoffroy george georges georgy gerald gerard gerardo
        germain gerson gervais ghislain giacomo gianni gilbert gildas gildo gilles gillian gino giorgio giovanni giulio
        giuseppe gontran gonzague gotxon gregoire gregor gregory guerric guido guilhem guillaume guillem gustave gustavo
        guy gwenael gwenole habib hadrien hakim hamadi hamed hamid hamidou hamza hans harold haroun harry harun hassan
        hassen hayden hector hedi helier henoc henri henrique henry herbert heribert herman hermann herve hicham
        hippolyte hocine honorat honore houari houcine hubert hugo hugolin hugues humberto hussein iban ibrahim ibrahima
        idir idris idriss idrissa ignace igor iker ilan ildefonse ilian ilias illan ilyan ilyas ilyes imad imanol imran
        inaki isaac isidore ismael ismail issa issam issouf itzhak ivan ivann ivo iwan jack jacky jacob jacobo jacques
        jacquot jad jalal jamal jamel james jan janus jaouad jaouen jaroslaw jason jassim javier jawad jayden jayson
        jean jeannot jeff jeremi jeremie jeremy jerko jerome jerzy jessy jibril jihad jimmy joachim joachin joao joaquim
        joaquin jocelyn joel joey johan johann john johnny johnson jokin jon jonah jonas jonathan jordan jordi jordy
        jorg jorge jorgen joris jose joseba josef joselito joseph joshua josselin josue jovan juan juanito jude judicael
        jules julian julien julio junior jurgen justin justinien kaan kaddour kader kais kamel kamil karel karim karl
        kassim kayden keith kelian kellian kelvin kelyan kenan kenji kenny kenzo kerem keryan kevin khaled khalid khalil
        kieran kilian killian killyan klaus koffi kofi konstantin kouame krystian kurt kwame kyan kylan kyle kylian
        kyllian lahcen laid lakhdar lamine landry larbi larry lary lassana laszlo laurens laurent laurian lazare leandre
        leandro leif lenaic leni lenny leny leo leon leonard leonce leonidas leopold leopoldo leroy leszek levi liam
        liham lilian lilien lino lionel lisandro livio loan logan lohan loic lorenz lorenzo loris lothaire louis louison
        louka loukas lounes lowan luc luca lucas luciano lucien lucio luck ludovic luigi luis luka lukas luke luther
        lyam lyes macaire maceo maden madjid mael maelan mahamadou mahdi mahe mahmoud maimoun malcolm malek malick malik
        malo malone mamadou mamoudou manfred manoel manolo mansour manu manuel marc marceau marcel marcelin marcelino
        marcell marcial marco marcus marian mariano marin mario marius mark marko marlon marlone marouane martial martin
        martino marwan massimo mateo matheis matheo mathias mathieu mathis mathurin mathys matis matisse matteo matthew
        matthias matthieu matthis matthys mattia mattys maurice mauricio maurin maurizio mauro max maxandre maxence
        maxens maxime maximilien maximin mayeul medard medhi mehdi mehdy mehmet melaine melchior melvin mendel messaoud
        mhamed micael michael michel mickael miguel mikael mikel milan milann milhan milo miloud mirko miroslav modeste
        modibo mohamad mohamadou mohamed mohammad mohammed mohand moise moncef morad morgan mostafa mouad mouhamadou
        mouhamed mouloud mourad mouss moussa moustapha muhammad murat mustafa mustapha nabil nacer nadim nadir nael
        nahel nahil naim najib napoleon nasser nassim natale natan nathael nathan nathanael nazaire nehemie nello nelson
        nestor nicholas nicodeme nicola nicolas nikita nikola nikolai nils nino noa noah noam noan noe noel noha noham
        nolan nolann nolhan norbert nordine noredine norman nourredine nuno octave odilon olaf oleg oliver olivier
        olivio omar omer onesime oren oreste orlando oscar oswald othman othmane otman otto ouali oumar oumarou ousmane
        oussama owen owenn pablo paco pacome paolo pascal pascual paterne patrice patricio patrick patxi paul paulin
        paulino pavel pawel pedro peio pepito perceval peter petru philbert philemon philibert philip philippe philippo
        pierre pierrick pietro pio piotr pol prosper quang quentin quirin rabah rachid radu rafael ralf ralph ramdane
        rami ramon ramuntxo raoul raphael rayan rayane rayann raymond reda redouane reginald regis remi remo remy renald
        renaldo renato renaud rene reynald reynold rhys ricardo riccardo richard richie rida rino robert roberto robin
        robinson rocco roch roderic rodolfo rodolphe rodrigo rodrigue roger rohan roland rolf romain roman romaric romeo
        romuald romule ronald ronan ruben rudolph rudy rufin ryad ryan sabri sacha sadek sadio saer said salah salif
        salim saliou salomon salvador salvatore samba sami samir samson samuel samy sancho sandro santiago santino sasha
        saturnin saverio sean sebastian sebastien sekou selim selmane serafin serge sergei serges sergio seydou sidi
        sidney sigismond silvano silvere silvio simeon simon sixte slimane smail soan sofian sofiane sohan solal soren
        soulayman souleyman souleymane spencer stan stanislas stanislaw stanley steeve stefan stefano stephan stephane
        stephen steve steven stewart sullivan sylvain sylvere sylvestre sylvio taha tahar tanguy tao taoufik tarek tarik
        tayeb teddy telesphore telmo teo terence tewfik thad theau theo theodore theophane theophile theotime thiago
        thibaud thibault thibaut thiebaut thierno thierry thimeo thomas thomassin tiago tibere tibo tiburce tidiane
        tilio tim timeo timote timothe timothee timur tino titien titouan tiziano tobias todor tom tomas tomasz tommaso
        tommy toni tonin tony toufik toussaint tristan tugdual txomin tylan tyler ugo ulrich ulysse umberto urbain vahe
        valdemar valentin valentino valere valerian valerio valery vasco vasile vianney viateur vicente victor victorien
        viktor vincent vincenzo virgile vito vivian vivien vlad vladimir wael wail waldemar walid walter wassim
        wenceslas werner wesley wilfrid wilfried wilhelm willem william willy wissam wladimir wojciech wolfgang wyatt
        xabi xavi xavier yacine yahya yan yanick yanis yann yanni yannick yannig yannis yassin yassine yassir yazid
        yehia yoan yoann yoel yohan yohann youcef younes youness youri youssef youssouf yunus yuri yusuf yvain yvan
        yvelin yves yvon yvonnic zacharia zacharie zachary zakaria zakary zaki zayn zephirin ziad zied zinedine ziyad
        zoran
        """
}
