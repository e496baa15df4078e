/// Names that French health professionals use for one thing: what a community looks for until it writes its own list.
let startingSynonyms = """
    # Médicaments
    AVK, antivitamine K, anti-vitamine K, warfarine, fluindione, acénocoumarol, Coumadine, Previscan, anticoagulant
    AOD, anticoagulant oral direct, apixaban, rivaroxaban, dabigatran, Eliquis, Xarelto, anticoagulant
    HBPM, héparine de bas poids moléculaire, énoxaparine, tinzaparine, Lovenox, Innohep, anticoagulant
    HNF, héparine non fractionnée, anticoagulant
    ATB, antibiotique, antibiothérapie
    AINS, anti-inflammatoire non stéroïdien
    IPP, inhibiteur de la pompe à protons, oméprazole, pantoprazole
    IEC, inhibiteur de l’enzyme de conversion
    ISRS, inhibiteur de la recapture de la sérotonine
    BZD, benzodiazépine
    NLP, neuroleptique, antipsychotique
    paracétamol, Doliprane, Dafalgan, Efferalgan
    morphine, Oramorph, Actiskenan, Skenan
    oxycodone, Oxycontin, Oxynorm
    midazolam, Hypnovel
    MEOPA, mélange oxygène protoxyde d’azote, Kalinox
    KCl, chlorure de potassium
    NaCl, chlorure de sodium, sérum physiologique
    SHA, solution hydro-alcoolique, gel hydro-alcoolique

    # Lieux et services
    HAD, hospitalisation à domicile
    SMR, soins médicaux et de réadaptation, SSR, soins de suite et de réadaptation
    EHPAD, établissement d’hébergement pour personnes âgées dépendantes
    USLD, unité de soins de longue durée
    MAS, maison d’accueil spécialisée
    FAM, foyer d’accueil médicalisé
    SSIAD, service de soins infirmiers à domicile
    MSP, maison de santé pluriprofessionnelle
    CPTS, communauté professionnelle territoriale de santé
    ESP, équipe de soins primaires
    DAC, dispositif d’appui à la coordination
    GHT, groupement hospitalier de territoire
    PUI, pharmacie à usage intérieur
    USI, unité de soins intensifs
    USC, unité de surveillance continue
    SSPI, salle de surveillance post-interventionnelle, salle de réveil
    UHCD, unité d’hospitalisation de courte durée
    SAU, service d’accueil des urgences
    EMSP, équipe mobile de soins palliatifs
    USP, unité de soins palliatifs
    EMG, équipe mobile de gériatrie
    EOH, équipe opérationnelle d’hygiène
    UCC, unité cognitivo-comportementale
    PASA, pôle d’activités et de soins adaptés
    CMP, centre médico-psychologique
    PMI, protection maternelle et infantile
    ARS, agence régionale de santé
    HAS, Haute Autorité de santé

    # Métiers et instances
    IDE, infirmier diplômé d’État, infirmière diplômée d’État
    IDEC, infirmière coordinatrice, infirmier coordinateur
    IDEL, infirmière libérale, infirmier libéral
    IPA, infirmière en pratique avancée, infirmier en pratique avancée
    IADE, infirmière anesthésiste, infirmier anesthésiste
    IBODE, infirmière de bloc opératoire, infirmier de bloc opératoire
    ASH, agent des services hospitaliers
    AES, accompagnant éducatif et social
    MK, kiné, kinésithérapeute, masseur-kinésithérapeute
    CDS, cadre de santé
    CLIN, comité de lutte contre les infections nosocomiales
    CLUD, comité de lutte contre la douleur
    CREX, comité de retour d’expérience
    RMM, revue de mortalité et de morbidité
    RCP, réunion de concertation pluridisciplinaire
    CDU, commission des usagers

    # Situations, échelles et soins
    EVA, échelle visuelle analogique
    EIG, événement indésirable grave
    EIAS, événement indésirable associé aux soins
    IAS, infection associée aux soins, infection nosocomiale
    BMR, bactérie multirésistante
    BHRe, bactérie hautement résistante émergente
    SARM, staphylocoque doré résistant à la méticilline
    EPC, entérobactérie productrice de carbapénémase
    ICD, Clostridioides difficile, Clostridium difficile
    IU, infection urinaire
    TVP, thrombose veineuse profonde, phlébite
    EP, embolie pulmonaire
    AVC, accident vasculaire cérébral
    IDM, infarctus du myocarde
    BPCO, bronchopneumopathie chronique obstructive
    HTA, hypertension artérielle
    OAP, œdème aigu du poumon
    RGO, reflux gastro-œsophagien
    TC, traumatisme crânien
    SLA, sclérose latérale amyotrophique
    SEP, sclérose en plaques
    SCPD, symptômes psychologiques et comportementaux de la démence
    escarre, lésion de pression, plaie de pression
    MMSE, mini mental
    DN4, douleur neuropathique
    GIR, groupe iso-ressources
    INR, rapport international normalisé
    tension artérielle, pression artérielle
    SpO2, saturation en oxygène
    FC, fréquence cardiaque
    IMC, indice de masse corporelle

    # Matériel et gestes
    PICC, PICC line, cathéter central à insertion périphérique
    VVP, voie veineuse périphérique, cathéter veineux périphérique
    VVC, voie veineuse centrale, cathéter veineux central
    CCI, chambre implantable, PAC, port-à-cath
    PCA, analgésie contrôlée par le patient, pompe à morphine
    PSE, pousse-seringue électrique
    SAP, seringue auto-pulsée
    SNG, sonde naso-gastrique
    GPE, gastrostomie percutanée endoscopique
    SAD, sonde à demeure, sonde urinaire
    VAC, pression négative
    VNI, ventilation non invasive
    O2, oxygène
    PPC, pression positive continue
    ECG, électrocardiogramme
    BU, bandelette urinaire
    ECBU, examen cytobactériologique des urines
    NFS, numération formule sanguine
    CGR, concentré de globules rouges, culot globulaire
    EPI, équipement de protection individuelle
    FFP2, masque FFP2
    DASRI, déchets d’activités de soins à risque infectieux

    # Droits et dossiers
    PDC, personne de confiance
    LATA, limitation et arrêt des thérapeutiques actives
    DPI, dossier patient informatisé
    DMP, dossier médical partagé
    MSS, messagerie sécurisée de santé
    PPS, projet personnalisé de santé, projet personnalisé de soins
    PAP, projet d’accompagnement personnalisé
    VAD, visite à domicile
    ETP, éducation thérapeutique du patient
    EPP, évaluation des pratiques professionnelles
    DPC, développement professionnel continu
    """
