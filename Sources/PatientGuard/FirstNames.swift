/// First names borne in France, folded, by those who are cared for and by their kin: the old, the young, and those
/// that came from elsewhere. Alone they prove nothing; beside an age, a kinship or a family name they name someone.
enum FirstNames {
    /// Names of women only.
    static let female = """
        ada adelaide adele adelina adrienne agatha agathe agnes aicha aida aimee alba alberte albertine albine aldona
        alexandra alexandrine alexia alfreda alice alicia alida alienor alima aline alix aliya alizee alma aloisia
        alphonsia alphonsine amaia amalia amandine ambre amel amelia amelie amina aminata amira ana anabelle anais
        anastasia andree angele angelina angeline angelique ania anita anna annabelle anne annette annick annie anouk
        antoinette antonia antonine apolline arlene arlette armande armelle arminda asma assa assia assita assunta
        astrid aude audrey augustine aurelie auriane aurore awa axelle aya ayla ayse azilis bahia barbara bathilde
        beatrice beatriz belinda bella benedicte berangere bernadette bernardine berthe bertille bintou blanche
        blandine bouchra brenda brigitte bruna calixte candice capucine carine carla carmela carmen carole caroline
        casimira cassandra catalina catherine cathy cecile cecilia celeste celestine celia celine cesarine chafia
        chahinez chaima chantal charlene charline charlotte cherifa chiara chloe christel christelle christiane
        christine cindy claire clara clarisse claudette claudia claudie claudine clea clelia clemence clementine cleo
        clotilde colette coline constance cora coralie coraline corina corinne cosette cristina cynthia cyrielle
        dalila damienne daniela daniele danielle danila danuta daphne daria deborah delia delphine denise denyse
        desiree diane dina dinah djamila dolores dolorosa dominique domitille donatienne dora dorine doris dorothee
        edith edmee edwige eleanor elena eleonore elia eliane eliette elina elisa elisabeth elisabetta elise ella
        elodie eloise elorri elsa elvira elvire elyne emeline emilie emilienne emma emmanuelle emmeline emmie enola
        enora erika ermelinde ernestine esmeralda estelle esther etiennette eugenia eugenie eulalia eulalie eunice eva
        evelyne fabienne fabiola fadila faiza fanny farida fatiha fatima fatma fatou fatoumata faustine felicie
        felicienne fernanda fernande fiona flavie flora florence floriane floride fortunee france francette francine
        francoise frederique frida gabriela gabrielle gaelle gaetane genevieve georgette georgina georgine geraldine
        germaine germana ghislaine ghyslaine gilberte gilda gina ginette gisele giselle gislaine giulia gladys
        graziella greta guilaine guillemette gwenaelle gwendoline gwenola habiba hadja hafida halima hanae hanane
        hanna hannah hasna hawa hayat heidi helena helene heloise henria henriette hermine herveline hilda hinda
        hortense houria huguette ibtissem ida ilda ilona imane imelda inaya ines ingrid iolande irena irene iris irma
        isabella isabelle isaline isaure israa itziar ivana jacinthe jacqueline jade jamila janick janine jannah jany
        jasmine jeanne jeannette jeannie jeannine jehanne jennifer jenny jessica joana jocelyne joelle johana johanna
        josefa josefina josephe josephine josette josiane josseline jossette jovita joyce juana judikaelle judite
        judith julia juliana julie julienne juliette justina justine kadiatou kaoutar karen karima karin karine katell
        katia katy kenza keziah khadija kheira klara klervi laetitia laetizia laila lamia lara latifa laura laure
        laurence laurette lauriane lauryn lea leana leane leila lena leocadie leone leonie leontina leontine leslie
        lidia liesbeth ligia lila lilia liliane lilou lily lina linda lisa lise lison livia loana loane lola loreto
        louane louisa louise louisette louna luce lucette lucia lucie lucienne lucile lucrece ludivine luisa lya lyana
        lydia lydiane lydie lyna mabel maddalena maddy madeleine madeline mae maelle maelys magali magda magdalena
        magdeleine magdeline maialen maite maitena malak malika malvina manoelle manon manoue manuela marcelle
        marcelline margarida margaux margerie margherita margot marguerita marguerite maria mariam mariama marianne
        mariannick maribel marie marielle mariette marilou marilyne marina marinette marion marise marjorie marlene
        marta marthe martina martine maryam maryannick maryline marylou maryse marysette maryvonne mathilda mathilde
        maud mauricette mauricia mauve maya mayline maylis mayssa mechtilde melanie melina melissa mercedes meriem
        meryem mia michele micheline michelle mila milena milla mireia mireille mirella mirentxu mirjam moira mona
        monique morgane mounia muguette muriel mya mylene myriam nabila nadege nadejda nadia nadine nafissa naima
        najat natacha natalia natasha nathalie nawal nawel nazira neila nejma nelia nella nelly nicaise nicole nicolle
        nina ninon noelie noella noelle noemie nolwenn nora norah nuria oceane odette odile oihana olga olivia olympe
        ombeline ondine ophelie orane orlane orsola ottilie oumayma oumou palmyre pamela paola pascale patricia paule
        paulette pauline perrine petra petronille philippine philomene pierrette pilar prisca priscilla prosperine
        rabia rachel rachelle rachida rahma raissa rajaa ramona raphaelle raymonde raymondine rebecca regina regine
        reine renata renee rennie rhita rita rkia roberta roberte rokhaya rokia rolande romane romy rosa rosalia
        rosalie rosaline rosana rosanna rosario rose roseline roselyne rosemarie rosetta rosette rosine rosita rosy
        roxane roza sabah sabiha sabine sabrina sadia safia safiya sahra saida sakina salima salma salome saloua
        samantha samia samiha samira samya sana sandie sandra sandrina sandrine sandy saphia sara sarah sarra saskia
        selma sephora seraphine severina severine sharon sheila sidonia sidonie sihem silvana silvia simona simone
        simonne sirine sixtine sofia sohane soizic solange solene solenn solenne solveig sonia sonya sophie soraya
        stacy stefania stella stephanie suzanna suzanne suzel suzette suzon suzy sybille syham sylvaine sylvette
        sylvia sylviane sylvie tania tasnim tassadit tatiana teresa tess thais thea thelma theodora theodorine therese
        tiffany tina tiphaine titouane tracy ursula valentina valentine valeria valeriane valerie vanessa vanina
        vassilissa vera veronika veronique vicky victoire victoria victorine vilma vinciane viola violaine violetta
        violette virgilia virginie vittoria viviane vivianne wanda wassila wendy wilhelmine winnie xantha xaviere yael
        yaelle yamina yamna yasmina yasmine yolande ysaline yseult yvelise yvette yvonne yvonnick zahra zaia zakia
        zaya zaza zelda zelia zelie zenaide zineb zita zoe zohra zouina zoulikha zulma zulmira
        """

    /// Names of men, or of men and women.
    static let male = """
        aaron abdallah abdel abdelaziz abdelhak abdelhamid abdelkader abdelkrim abdellah abdelmajid abdelmalek
        abdelouahab abdelouahed abderrahim abderrahmane abdou abdoul abdoulaye abdul abel abraham achille achraf adam
        adama adel adem adnan adrien agapit agostinho ahmed aiden aime akim alain alan alban albert albin aldo
        alejandro aleksander alessandro alessio alexandre alexis alfonse alfred alfredo ali aliou allan alois aloys
        alphonse alvaro amadou amand amar amaury ambroise amedee amine amir ammar anas anatole andoni andre andrea
        andreas andres andrew andrzej ange angel angelo anicet anis anselme anthony antoine antoni antonin antonio
        antony antton anwar apollinaire arcady aristide armand armando armel arnaud arsene arthur arthus arturo
        athanase attilio aubert aubin audric augustin aurel aurele aurelien ayden aymeric ayoub ayrton aziz azzedine
        badr bakary balthazar baptiste baptistin barnabe barthelemy basil basile bastien baudouin bela beltran
        benedict beniamino benjamin benoit bernard bernardin bernardo bertin bertrand bilal bixente blaise bogdan
        boris borja bouba boubacar brahim brandon brendan brian brice brieuc bruno bryan camil camille carl carlo
        carlos carmelo casimir cassien cassius cedric celestin cesaire cesar charles charlie charlot charly cheikh
        chems chokri christian christophe claude claudio claudius clement clovis colomban conrad constantin corentin
        cornelius cosimo cristian cristiano cuong cyprian cyprien cyr cyriaque cyril cyrille damien daniel danilo
        danny dario david dean demba denis denys desire desmond didace didier diego dieudonne dimitri djamel djibril
        domenico domingo domitien donald donatien donovan dorian douglas driss dylan eden edern edgar edgard edmond
        edouard edouardo eduardo edwin efflam egide elias elie eliott eloan eloi elouan elvis elyes emanuel emeric
        emerick emile emiliano emilien emilio emmanuel emmeran eneko enrico enrique enzo eric erik ernest erwan erwann
        eryk esteban estebe ethan etienne eudes eugene eugenio eusebe evan evariste ewan ewen eymeric ezechiel ezio
        fabian fabien fabio fabrice fabricio fabrizio faouzi fares farid farouk fatah fausto faycal federico fedor
        felice felicien felipe felix ferdinand fernand fernando filipe filippo firmin flavien flavio fleury florent
        florentin florestan florian florimond fortunat fouad franc francesco francis francisco franck francois franz
        frederic frederick fredy fulbert fulgence gabin gabor gabriel gabriele gael gaetan garry gaspard gaston
        gauthier gauvain geoffrey geoffroy georges georgy gerald gerard gerardo germain gerson gervais ghislain
        giacomo gianni gilbert gildas gildo gilles gillian gino giorgio giovanni giulio giuseppe gontran gonzague
        gotxon gregoire gregor gregory guerric guido guilhem guillaume guillem gustave gustavo guy gwenael gwenole
        habib hadrien hakim hamadi hamed hamid hamidou hamza hans harold haroun hassan hassen hector hedi helier henoc
        henri henrique herbert heribert herman hermann herve hicham hippolyte hocine honorat honore houari houcine
        hubert hugo hugolin hugues humberto hussein iban ibrahim ibrahima idir idris idriss ignace iker ilan ildefonse
        illan ilyan ilyes imad imanol imran inaki isaac isidore ismael issa issam issouf itzhak ivan ivo iwan jacky
        jacob jacobo jacques jacquot jalal jamal jamel james janus jaouad jaouen jaroslaw jason jassim javier jawad
        jean jeannot jeff jeremi jeremie jeremy jerko jerome jerzy jihad jimmy joachim joachin joao joaquim joaquin
        jocelyn joel johan johann john johnny johnson jokin jon jonas jonathan jordan jordi jordy jorg jorge jorgen
        joris jose joseba josef joselito joseph joshua josselin josue jovan juan juanito jude judicael jules julian
        julien julio junior jurgen justin justinien kaddour kader kais kamel kamil karel karim karl kassim kayden
        keith kelyan kenan kenny kenzo kerem keryan kevin khaled khalid khalil kieran kilian killian klaus koffi kofi
        konstantin kouame krystian kurt kwame kyle kylian lahcen laid lakhdar lamine landry larbi larry lary lassana
        laszlo laurens laurent laurian lazare leandre leandro leif lenny leny leo leon leonard leonce leonidas leopold
        leopoldo leroy leszek levi liam lilian lilien lino lionel lisandro livio loan lohan loic lorenz lorenzo loris
        lothaire louis lounes luc luca lucas luciano lucien lucio luck ludovic luigi luis luke luther lyam lyes
        macaire maden madjid mael mahamadou mahdi mahe mahmoud maimoun malcolm malek malick malik malo mamadou manfred
        manoel manolo mansour manu manuel marc marceau marcel marcelin marcelino marcell marcial marco marian mariano
        marin mario marius marko marlon martial martin martino marwan massimo mateo matheo mathias mathieu mathis
        mathurin mathys matis matisse matteo matthias matthieu matthis maurice mauricio maurin maurizio mauro max
        maxence maxime maximilien maximin medard medhi mehdi mehmet melaine melchior melvin mendel messaoud mhamed
        micael michael michel mickael miguel mikael mikel milan milo miloud mirko miroslav modeste modibo mohamed
        mohammed mohand moise moncef morad morgan mostafa mouad mouhamed mouloud mourad mouss moussa moustapha murat
        mustafa mustapha nabil nacer nadim nadir nael nahel naim najib napoleon nasser natale natan nathan nathanael
        nazaire nello nestor nicholas nicodeme nicolas nikita nikola nikolai nino noa noah noam noan noel noham nolan
        nolann norbert nordine noredine norman nourredine nuno odilon olaf oleg olivier olivio omar omer onesime oren
        oreste orlando oscar oswald othman otman otto ouali oumarou ousmane oussama owen pablo paco pacome paolo
        pascal pascual paterne patrice patricio patrick patxi paul paulin paulino pavel pawel pedro peio pepito
        perceval peter petru philbert philemon philibert philip philippe philippo pierre pierrick pietro pio piotr pol
        prosper quang quentin quirin rabah rachid radu rafael ralf ralph ramdane rami ramon ramuntxo raoul raphael
        rayan rayane raymond reda reginald regis remi remo remy renald renaldo renato renaud rene reynald reynold rhys
        ricardo riccardo richard richie rida rino robert roberto robin rocco roch roderic rodolfo rodolphe rodrigo
        rodrigue roger roland rolf romain roman romaric romeo romuald romule ronald ronan ruben rudolph rudy rufin
        ryad ryan sabri sacha sadek sadio saer said salah salif salim saliou salomon salvador salvatore samba sami
        samir samuel samy sancho sandro santiago sasha saturnin saverio sebastian sebastien selim selmane serafin
        serge sergei serges sergio seydou sidi sidney sigismond silvano silvere silvio simeon simon sixte slimane
        smail soan sofian sofiane sohan soren souleymane spencer stan stanislas stanislaw steeve stefan stefano
        stephan stephane steve steven stewart sullivan sylvain sylvere sylvestre taha tahar tanguy taoufik tarek tarik
        tayeb teddy telesphore telmo terence tewfik thad theau theo theodore theophane theophile thibaud thibault
        thibaut thiebaut thierno thierry thimeo thomas thomassin tiago tibere tibo tiburce tidiane tim timeo timothee
        timur tino titien titouan tobias todor tom tomas tomasz tommaso tommy toni tonin tony toufik toussaint tristan
        tugdual txomin ugo ulrich ulysse umberto urbain vahe valdemar valentin valere valerian valerio valery vasco
        vasile vianney viateur vicente victor victorien vincent vincenzo virgile vito vivian vivien vlad vladimir wael
        waldemar walid walter wassim wenceslas werner wesley wilfrid wilfried wilhelm willem william willy wladimir
        wojciech wolfgang xabi xavi xavier yacine yahya yanick yanis yann yanni yannick yannig yannis yassin yassine
        yassir yazid yehia yoan yoann yoel yohan yohann youcef younes youness youri youssef yuri yusuf yvain yvan
        yvelin yves yvon yvonnic zacharia zacharie zachary zakaria zaki zephirin ziad zied zinedine zoran
        """
}
