/// First names borne in France, folded, by those who are cared for and by their kin: the old, the young, and those
/// that came from elsewhere. Alone they prove nothing; beside an age, a kinship or a family name they name someone.
enum FirstNames {
    /// Names of women only.
    static let female = """
        adelaide adele adrienne agathe agnes aicha aida aimee albertine alexandra alexia alice alicia aline alix
        alizee alphonsine amandine ambre amelie amina aminata anais anastasia andree angele angelina angeline
        angelique anita anna annabelle anne annette annick annie antoinette apolline arlette armelle assia astrid
        audrey augustine aurelie aurore axelle aya barbara beatrice benedicte bernadette berthe bertille blandine
        brigitte capucine carine carla carmen carole caroline cassandra catherine cecile celeste celestine celia
        celine chantal charlene charlotte chloe christelle christiane christine clara clarisse claudette claudie
        claudine clea clemence clementine clotilde colette coline constance coralie corinne cynthia dalila daniele
        danielle daphne deborah delphine denise diane djamila dolores dominique dora edith edwige eleonore eliane
        elisa elisabeth elise ella elodie eloise elsa emeline emilie emilienne emma emmanuelle enora ernestine
        estelle esther eugenie eulalie eva evelyne fabienne fanny farida fatima fatou fatoumata faustine felicie
        fernande fiona flavie flora florence floriane france francette francine francoise frederique gabrielle gaelle
        genevieve georgette georgina geraldine germaine ghislaine gilberte ginette gisele giselle gwenaelle hafida
        halima hawa helene heloise henriette hermine hortense houria huguette ida ilona ines ingrid irene iris
        isabelle jacqueline jade jamila janine jasmine jeanne jeannette jeannine jennifer jessica joelle johanna
        josephine josette josiane josseline joyce judith julia julie juliette justine karima karine katia kenza
        khadija kheira laetitia laila lea leila lena leonie leontine lila lilia liliane lina linda lisa lise lola
        louise louisette luce lucette lucie lucienne ludivine lydia lydie lyna madeleine mae maelle maelys magali
        malika manon manuela margaux margot marguerite maria mariam mariama marianne marie marielle mariette marina
        marion marjorie marlene marthe martine maryline maryse maryvonne mathilde maud mauricette mauve melanie
        melina melissa mia michele micheline michelle mireille mona monique morgane muriel myriam nadege nadia nadine
        naima nathalie nawel nelly nicole nicolle nina noelle noemie nora oceane odette odile olga olympe ondine
        ophelie oumou paola pascale paule paulette pauline perrine pierrette priscilla rachel rachida raissa raymonde
        rebecca regine reine renee rita roberte rokia romane rosa rosalie rose roseline rosette roxane sabine sabrina
        safia saida salima salome samia samira sandie sandra sandrine sara sarah selma severine sidonie simone
        simonne sofia solange solene sonia sophie soraya stella stephanie suzanne suzette suzy sylvaine sylvette
        sylviane sylvie tatiana thais therese tiphaine valentine valerie vanessa vera veronique victoire victoria
        vinciane violette virginie viviane vivianne wassila xaviere yamina yasmina yasmine yolande yvette yvonne
        zahra zelie zineb zoe zohra zulmira
        """

    /// Names of men, or of men and women.
    static let male = """
        aaron abdallah abdel abdelkader abdoulaye abel achille adam adama adel adrien ahmed aime alain alban albert
        alexandre alexis alfred ali alois alphonse amadou amaury amine anatole andre ange anselme anthony antoine
        antonin antonio aristide armand armel arnaud arsene arthur augustin aurelien aymeric aziz bakary baptiste
        barnabe basile bastien benjamin benoit bernard bertrand boris brahim brice bruno camille carlos casimir
        cedric celestin charles charly christian christophe claude clement cyprien cyril damien daniel david denis
        desire didier diego djibril dorian driss dylan edgar edmond edouard elias elie eliott emile emilien emmanuel
        enzo eric ernest ethan etienne eugene evan fabien fabrice farid faycal felicien felix ferdinand fernand
        fernando flavien florent florian francis francisco franck francois frederic gabin gabriel gael gaetan gaspard
        gaston gauthier georges gerald gerard germain ghislain gilbert gildas gilles giuseppe gregoire gregory
        guillaume gustave guy hakim hamid hamza harold hassan hector henri herve hippolyte honore hubert hugo hugues
        hussein ibrahim idriss ignace ilyes isaac isidore ismael issa ivan jacky jacques jamel jaouad jean jeremie
        jeremy jerome jimmy joachim joao joel johan jonas jonathan jordan jorge jose joseph joshua josue jules julien
        junior justin kader kamel karim kelyan kevin khaled killian kylian laurent lazare leandre leo leon leonard
        leopold liam lilian lino lionel loic lorenzo louis luc luca lucas lucien ludovic luigi luis lyam mael malo
        mamadou manuel marc marceau marcel marcelin marco marin marius martial martin mathias mathieu mathis mathys
        matteo maurice max maxence maxime medhi mehdi melchior michael michel miguel milan modeste mohamed mohammed
        moise morgan mouloud mourad moussa mustapha nadir nathan nathanael nicolas nino noah noel nolan norbert
        olivier omar oscar ousmane owen pablo pascal patrice patrick paul paulin pedro philippe pierre quentin rachid
        rafael ralph raoul raphael rayan raymond remi remy renaud rene reynald richard robert robin roch rodolphe
        rodrigue roger roland romain romaric romuald ryan sacha said salah salomon salvador sami samir samuel samy
        sasha saturnin sebastien serge sergio sidi simon slimane sofiane soren stanislas stephane steve sullivan
        sylvain sylvestre tanguy teddy theo theodore theophile thibault thibaut thierry thomas tibo tim timeo
        timothee titouan tom tommy tony toussaint tristan ulysse urbain valentin valery victor vincent vivien
        vladimir wassim wilfried william xavier yacine yanis yann yannick yannis yoann yohan youcef youssef yvan yves
        yvon zacharie zinedine
        """
}
