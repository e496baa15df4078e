/// The words of those who tell what went wrong in care, by what each says of a sentence. Folded; "chut*" is any word
/// that begins so, "a_la_place" words that follow each other.
enum AdverseEventLexicon {
    static func read() -> StoryLexicon {
        StoryLexicon(
            [
                (victims, .victim), (things, .thing), (errors, .error), (failures, .failure), (accidents, .accident),
                (stumbles, .stumble), (harms, .harm), (discoveries, .discovery), (moments, .moment),
                (thoughts, .thought), (conditions, .condition), (elsewhere, .elsewhere), (calm, .calm),
                (background, .background),
            ], drugEndings: drugEndings)
    }

    private static let victims = """
        patient patiente patients patientes resident residente residents residentes malade malades monsieur madame mr
        mme m dame dames enfant enfants bebe bebes nourrisson nourrissons nouveau_ne nouveau_nee nouveau_nes premature
        prematuree fillette garcon ado adolescent adolescente jumeau jumeaux jumelle jumelles parturiente accouchee
        mere maman femme homme opere operee operes beneficiaire usager usagere collegue soignant soignante soignants
        infirmiere infirmier aide_soignante aide_soignant etudiante etudiant interne stagiaire diabetique epileptique
        dialyse dialysee voisin_de_chambre voisine_de_chambre petit petite aidante aidant hospitalise hospitalisee
        """

    /// What care is made of: acts, drugs, devices, places of the body.
    private static let things = """
        perfusion* perfus* poche poches seringue* sonde sondes catheter* drain* redon redons pansement* dose doses
        posologie traitement* medicament* comprime* gelule* ampoule* flacon* pilulier* ordonnance* prescri* injection*
        injecte* piqure* transfus* culot* plaquette* sang groupe tube tubes prelevement* biopsie* bilan* hemoculture*
        resultat* labo laboratoire glycemie* kaliemie* natremie* potassium insulin* morphin* heparin* anticoag*
        antibio* chimio* vaccin* paracetamol serum adrenaline atropine noradrenaline oxygene bouteille concentrateur
        respirateur* ventil* scope monitoring capteur alarme* pompe pompes pousse_seringue pca garrot contention*
        ceinture barriere* lit lits brancard* fauteuil* leve_personne leve_malade sangle* harnais matelas deambulateur
        sonnette bassin toilette toilettes douche* bain baignoire repas plateau nutrition alimentation biberon* lait
        mixe* bloc operation* intervention* incision* compresse* champ champs pince* bistouri* anesth* intub* extub*
        reveil rea reanimation urgences scanner irm radio radiotherapie accouch* cordon delivrance forceps peridurale*
        bracelet* etiquette* identite dossier* constantes surveillance* stomie* plaie* escarre* cicatrice* veine* voie
        intraveineu* patch* bouche tete jambe* bras main pied cuisse* genou* hanche talon* sacrum ventre peau oeil yeux
        dent dents visage dos lame defibrillateur pacemaker prothese* minerve platre attelle collyre* gouttes
        bouillotte endoscop* pharmacie allerg* unite ehpad anapath autogreffe greffe* implant* ponction* cathet*
        xarelto eliquis kardegic previscan lovenox innohep augmentin doliprane haldol loxapac tercian lasix kcl
        methotrexate fentanyl digoxine cordarone tramadol ketamine cortico* methadone clozapine lithium tahor temesta
        """

    /// How drugs end.
    private static let drugEndings = [
        "xaban", "parine", "cilline", "mycine", "azepam", "azolam", "olol", "pril", "sartan", "statine", "caine",
        "orphine", "entanyl", "sone", "profene", "setron", "oxacine", "azole", "idone", "apine", "zodone", "dipine",
        "formine", "gliptine", "triptan", "tidine", "prazole", "platine", "rubicine", "mab",
    ]

    /// That somebody went wrong.
    private static let errors = """
        erreur erreurs errone* tromp* confondu* confusion confondant a_la_place au_lieu_de au_lieu_du au_lieu_d
        par_erreur par_megarde par_inadvertance par_accident accidentel* en_croyant ai_cru a_cru avons_cru ont_cru
        pris_pour prise_pour prises_pour pris_un_autre interverti* inverse inverses inversee inversees inversion*
        croise croises croisees croisee echanges echangees perime perimee perimes perimees oublie oubliee oublies
        oubliees oubli oublis omis omise omission neglige* negligee bacle* surdos* double_dose en_double doublon
        deux_fois trois_fois fois_la_dose dix_fois cent_fois deja_ete deja_recu deja_eu deja_fait deja_faite mauvais
        mauvaise mauvaises inadapte* a_tort alors_qu alors_que malgre non_verifie* non_controle* mal_etiquete*
        mal_identifi* mal_place* mal_pose* mal_regle* mal_branche* mal_programme* mal_lu mal_ferme* mal_desinfect*
        mal_calcule* mal_recopi* mal_range* mal_fixe* mal_serre* d_un_autre d_une_autre d_un_adulte de_l_autre
        du_voisin de_la_voisine de_sa_voisine de_son_voisin d_a_cote du_precedent de_la_precedente patient_precedent
        patiente_precedente homonyme homonymes meme_nom meme_bracelet meme_prenom trop_vite trop_tard trop_pres
        trop_chaud* trop_fort trop_haut* trop_long* trop_serre* sans_controle sans_verifier sans_prescription
        sans_asepsie sans_surveillance pas_la_bonne pas_le_bon pas_les_bons a_cote_de_la_veine contre_indique*
        en_plus_du pour_rien presqu_accident presque_accident incompatible* faux etait_fausse rendu_fausse frole failli
        juste_avant_de jete jetee jetes egare egaree egares perdu_le perdu_un perdu_la purge_dans purgee_dans
        dans_le_poumon dans_la_bronche dans_les_poumons donnions_le_meme un_morceau_est a_un_autre a_une_autre
        a_attendu ont_attendu avons_attendu retarde retardee sans_etre deuxieme_fois prevue_pour_l destine_a destinee_a
        portait_encore avait_encore melange melanges melangee melangees quelqu_un_d_allergique attribue_a_tort endormi
        endormie s_est_endormi meme_numero trop_de pas_assez sur_le_compte passe_inapercu passee_inapercue
        de_diagnostic
        """

    /// That a thing failed.
    private static let failures = """
        panne arrete_net s_est_arrete s_est_arretee s_est_coupe s_est_coupee vide vides debranche* deconnect* craque
        lache cede rompu* dysfonction* defaillan* defectueu* sans_alarmer ne_sonnait degonfle* eteint eteinte bloque
        bloquee s_est_remonte s_est_bloque s_est_detache* detachee fuyait explose explosee s_est_casse s_est_cassee
        hors_service hors_de_portee n_avait_plus il_manquait manquait introuvable* batterie_vide s_est_referme* bascule
        basculee reste_coince n_avait_pas_de n_y_avait_pas_de n_y_avait_plus annule annulee a_bouge s_est_deplace
        s_est_deplacee bouche bouchee coude coudee arrachement de_travers ne_marchait ne_fonctionnait coupe coupee
        coupees mal_fonctionne dechire dechiree lachait fuit
        """

    /// What befalls somebody, whatever is said of them.
    private static let accidents = """
        chute chutes chutee ingere ingeree etouffe etouffee etrangle* fausse_route inhalation noye* pendu pendue
        defenestr* suicid* tentative_de_suicide scarifi* mutil* s_est_ouvert s_est_ouverte s_est_pique piquee_avec
        fugue fuguee enfui* agress* frappe frappee coup_de_poing coup_de_pied mordu mordue gifle* bouscule* coince
        coincee ecrase ecrasee arrache arrachee arraches auto_extub* s_est_extube* decanul* brule brulee brulante
        brulant ebouillant* asperge aspergee a_tente_de tente_de_se electrocut* incendie mis_le_feu accouche_seule
        extravas* autour_du_cou pendaison se_pendre s_immoler enflamme enflammee pris_feu coup_de_chaleur
        reste_attache* restee_attachee reste_a_l_interieur restee_a_l_interieur laisse_dans laissee_dans blesse blessee
        cogne cognee heurte heurtee evenement_indesirable evenements_indesirables eig eigs eias incident_grave
        """

    private static let stumbles = """
        tombe tombee tombes tombees retombe retombee glisse glissee avale avalee bu saute disparu disparue disparaitre
        franchi echappe echappee errait pousse attache attachee reste_dans restee_dans laisse_sur laissee_sur laisse
        laissee laisses laissees par_terre au_sol sorti_par sortie_par sortir_par reussi_a_sortir accident enfonce
        renverse renversee souille
        """

    /// What harm was done, or how one saw it.
    private static let harms = """
        fractur* hematome* ecchymose* bosse plaie plaies lambeau* coupure* points_de_suture sutur* saign* hemorrag*
        brulure* cloque* phlyctene* rougeur necros* escarre* choc coma convuls* crise_d mydriase cyanos* gris grise
        violette violet bleu bleue sueur* hypotherm* hypoglyc* hyperglyc* desatur* embolie* phlebite* avc infarctus
        sepsis septic* septique staphyloc* pneumopathie surinfect* infect* contamin* epidemie gale gastro arret
        arret_cardiaque coeur_s_est* detresse depression_respiratoire trouble_du_rythme malaise* vomiss* urticaire
        gonfle* quincke anaphyl* frisson* oedeme* somnol* ne_se_reveillait inconscient* inanime* mort morte deces
        decede decedee tue paralys* perdu_la_force amput* perfor* hematurie insuffisance_surrenal* insuffisance_renal*
        dermite* traumatisme* arcade lesion* sequelle* perdu_connaissance naloxone narcan reanime reanimee massage
        massee intox* irradie* reouvert reprise_chirurgicale reprise_au_bloc evacue rappeler heimlich pompiers
        gendarmerie acetone thrombos* ischem* bacteriem* lymphangite pneumothorax hemothorax tachycard* bradycard*
        hypotens* hypertherm* fievre febril* collapsus globe occlusion peritonite meningite encephal* aveugle cecite
        surdite parapleg* hemipleg* tetrapleg* engourdi* deform* luxe luxation luxee entorse demis demise dechire
        dechirure rompu rompue contusion contusionne griff* morsure pince_le tumefi* oedematie* tremble* confus confuse
        agite agitee desoriente desorientee delir* hallucin* asphyx* suffoqu* transi epuise deshydrat* denutri*
        souillee maculee vomi vomissait pleurait hurlait gemissait douloureu* transfere_en transferee_en hospitalise_en
        hospitalisee_en envoye_aux envoyee_aux parti_aux partie_aux parti_en_rea partie_en_rea opere_en_urgence
        reopere* repris_au repris_en handicap* sevrage_brutal overdose coma_hypo* souffrance_foetale reintub* bactrie*
        syncop* perte_de_connaissance
        """

    /// That it came to light.
    private static let discoveries = """
        retrouve* trouve trouvee decouvert* apercu apercue apercus apercues rendu_compte rendus_compte rendue_compte
        compris realise_que ramasse ramassee recupere recuperee rattrape* alerte vu_que su_que appris_que remarque
        constate* s_est_avere en_fait
        """

    /// When, as one who was there says it.
    private static let moments = """
        hier ce_matin cette_nuit ce_soir ce_midi cet_apres ce_week avant_hier la_veille au_matin nuit_derniere
        semaine_derniere mois_dernier lundi mardi mercredi jeudi vendredi samedi dimanche dans_la_foulee au_reveil
        au_retour a_son_retour a_la_releve pendant_la_nuit toute_la_nuit toute_la_journee tout_le_week le_lendemain
        jours_plus_tard heures_apres heures_plus_tard heure_plus_tard apres_coup minutes heures
        """

    /// Of what may be, ought to be, or is counted: nothing happened here.
    private static let thoughts = """
        prevention prevenir previent eviter evitez evitons eviterait reduire diminuer diminuent diminue limiter
        empecher risque risques peur craint* crainte formation former formez simulation exercice mannequin scenario*
        imaginons imaginez supposons supposez protocole* procedure* guide recommand* has spilf ars article* etude
        etudes litterature meta_analyse enquete memoire master audit taux trimestre tableau_de_bord par_an sur_l_annee
        indicateur* never declarez declarer declaration* declarees crex rmm comite revue affiche affichee algorithme
        echelle outil* video definition culture securite afin_de le_but faut_il que_faire conduite_a_tenir qui_a
        qui_connait qui_previent avez_vous faites_vous utilisez_vous comment combien quelle quelles quels quel peut_on
        quelqu_un_a voudrais voulons souvent parfois toujours generalement frequent frequente frequentes frequents rare
        rares disent_les
        """

    /// Of no event alone, unless the past is told: "quand un patient tombe".
    private static let conditions = """
        si quand des_qu des_que lorsqu lorsque lors_d lors_de en_cas_de en_cas_d chaque toute tout_patient doit doivent
        """

    /// Of other things than care.
    private static let elsewhere = """
        reunion fichier* mail mails courriel* planning* serveur imprimante visio lien badge train gateau compte_rendu
        commande commander salle_de_pause direction ski velo foot vacances cafe clavier conference conferenciere date
        rencontre horaire* message mot_de_passe recrut* inspection certification cadeau portail ordinateur neige
        natalite amoureux amoureuse d_accord tombe_malade tombee_malade de_tension estomac etapes voiture menage
        remplacements prenom webinaire
        """

    /// That it went well, or was expected.
    private static let calm = """
        sans_difficulte bien_passe bien_passee comme_prevu comme_prescrit va_mieux gueri guerie cicatrise paisiblement
        entoure_des entouree_des attendu attendue rassuree rassure contente content contents souriante souriant
        tout_va_bien bien_toleree bien_tolere soulagee soulage stable normal normale remarche calme de_joie bon_cote
        remis_de remise_de baisse sorti_de_reanimation augmente_avec apres_avis sur_avis reparee repare
        douleur_a_disparu
        """

    /// That it was before this care.
    private static let background = """
        il_y_a_un il_y_a_deux il_y_a_dix il_y_a_cinq admis_pour admise_pour hospitalise_pour hospitalisee_pour
        vient_pour entre_pour entree_pour reeducation temoigne anime education_therapeutique
        """
}
