/// How health professionals tell of what went wrong, a line an event, as `AdverseEvent.Event` reads it.
enum AdverseEventWords {
    static let patterns = """
        erreur/erreurs ~3 carte/unite/unites/calcul/lecture/transcription/etiquetage/etiquette/bracelet/perfusion/pompe/programmation/tube/lot/medicamenteuse/medicamenteuses/medicament/dose/dosage/patient/patiente/cote/administration/preparation/prescription/dispensation/voie/identite/groupe/poche/seringue/produit/debit/pilulier/insuline/transfusion
        injecte*/injection/administr*/arrete/arretee/donne/donnee/prescri*/transfus*/perfus*/branche/branchee ~8 par erreur/accident/megarde/inadvertance
        extube/extubee/debranche/debranchee/arrache/arrachee/decanule/decanulee ~1 par accident/erreur/megarde
        extubation/decanulation accidentelle
        tromp* ~3 patient/patiente/patients/seringue/dose/medicament/medicaments/cote/flacon/poche/resident/residente/traitement/voie/ampoule/dossier/debit/produit/bras/jambe/etiquette
        chute/chutes/tombe/tombee ~8 fracture/plaie/traumatisme/hematome/femur/hospitalisation/urgences/deces/saignement/sutures/hemorragie/crane/poignet/bassin/hanche
        tombe/tombee/glisse/glissee/bascule/chute/passe/passee ~4 lit/brancard/fauteuil/table/sol/chaise/douche/escalier/escaliers/toilettes/baignoire/barrieres/barriere/chariot/langer/lavabo
        chute/chutes ~2 brancard/lit/fauteuil/table/langer/escalier/escaliers/toilettes/baignoire/hauteur
        s est casse/cassee/fracture/fracturee/blesse/blessee/coupe/coupee/brule/brulee/etouffe/etouffee/etrangle/etranglee/defenestre/defenestree/pendu/pendue/noye/noyee/arrache/arrachee/mutile/mutilee/suicide/suicidee
        est ouvert/ouverte ~1 arcade/crane/front/cuir/levre
        defenestre/defenestree/defenestration
        retrouve/retrouvee/retrouves/trouve/trouvee ~3 pendu/pendue/mort/morte/inanime/inanimee/inconscient/inconsciente/decede/decedee/hypothermie/sol/terre/bord/ensanglante
        gendarmerie/police/pompiers/gendarmes/policiers ~3 ramene/ramenee/retrouve/retrouvee
        surdosage/surdosages/surdose
        double/mauvaise dose
        fois la/sa/cette dose/debit/posologie/quantite
        dose/doses/debit/posologie ~5 multiplie/multipliee/multipliees/decuplee
        recu/recue/donne/donnee/administre/administree/injecte/injectee ~5 deux/trois/quatre fois !par/plus/moins/le/la/les
        regle/reglee/programme/programmee/pompe/seringue/dose/debit/insuline/morphine/injecte/injectee/administre/administree/prescrit/prescrite/posee/pose ~9 au lieu
        injecte/injectee/administre/administree ~5 a la place
        recu/recue/donne/donnes/donnee/administre/administree/pris/prise/distribue ~4 voisin/voisine
        recu/recue/donne/donnee/administre/administree/injecte/pose/transfuse ~6 autre mere/maman/patient/patiente/resident/residente/bebe/malade/enfant
        perfuse/perfusion/passe/passee/injecte/injectee/potassium ~4 trop vite/rapidement
        kcl/potassium ~4 direct/directe/ivd/pur/pure
        extravasation/extravasations
        evenement/evenements ~1 indesirable/indesirables
        effet/effets/reaction ~1 grave/graves/transfusionnelle
        presqu/presque accident
        mauvais/mauvaise/mauvaises patient/patiente/resident/residente/cote/voie/medicament/traitement/produit/seringue/flacon/poche/pilulier/debit/dosage/groupe/dossier/bracelet/maman/mere/bebe/enfant/monsieur/dame/genou/jambe/bras/oeil/main/pied/rein/sein/dent/site/ampoule/drain/catheter/sonde/nom/service
        poche/dose/seringue/flacon/medicament/patient/patiente/culot/bracelet/tube/pilulier ~4 pas le/la/les bon/bonne/bons
        culot/poche/sang/transfuse/transfusion ~4 incompatible/incompatibles
        culot/poche/sang/transfuse ~4 non compatible
        allergique ~7 recu/recue/donne/donnee/utilise/administre/administree/injecte/prescrit
        perime/perimee/perimes ~8 administre/administree/injecte/injectee/donne/donnee/pose/posee/recu/utilise/utilisee
        oubli/oublie/oubliee/oubliees/oublies ~4 compresse/compresses/textile/champ/dose/anticoagulant/insuline/antibiotique/garrot/traitement/ventre/abdomen/plaie
        oublie/oubliee ~2 relever/remonter/verifier/brancher/fermer/rebrancher ~2 barrieres/barriere/alarme/alarmes/freins/oxygene/sonnette
        compresse/compresses/garrot ~1 oubliee/oubliees/oublie
        garrot/compresse/aiguille/drain/lame/champ/pince ~2 reste/restee ~4 heures/heure/plaie/place/ventre/abdomen/vagin/nuit
        inversion/interversion/inverse/inverses/interverti/intervertis ~3 patients/patientes/residents/piluliers/dossiers/prelevements/etiquettes/traitements/tubes/poches/seringues/bracelets
        resultats/tubes/prelevements/etiquettes/dossiers/bracelets/piluliers/bebes/traitements/poches ~5 echanges/echangees/inverses/inversees/intervertis/interverties
        perdu/egare/perdus/egares ~3 prelevement/prelevements/biopsie/echantillon/echantillons
        resultat/resultats/alerte/appel/biologie ~4 pas ~1 transmis/transmise/transmises/vu/lue/lu
        avc/infarctus/sepsis/fracture/hemorragie/appendicite/peritonite/meningite ~3 pas ~1 reconnu/reconnue/diagnostique/diagnostiquee/vu/vue/detecte/detectee
        hemorragie ~5 non/pas surveillee/vue/reperee
        oxygene/sonnette/scope/alarme/alarmes/respirateur/monitoring/defibrillateur/pompe ~2 debranche/debranchee/debranchees/ferme/fermee/eteint/eteinte/coupe/coupee/panne
        defibrillateur/respirateur/pompe/scope/alarme/sonnette/ventilateur/aspiration/telealarme ~4 pas fonctionne/marche/sonne/demarre
        malade/harnais/rail/barriere/lit/sangle/frein/freins ~3 lache/cede/rompu
        sonde ~4 bronche/bronches/poumon/trachee
        avale/bu/ingere ~4 produit/desinfectant/javel/pile/entretien/lessive
        infection/infections nosocomiale/nosocomiales/associee
        avale/bu/ingere ~4 chlorhexidine/alcool/gel/solution
        arrache/arrachee ~3 voie/catheter/sonde/drain/perfusion/tubulure
        glisse/glissee ~2 mains/bras
        coince/coincee ~4 barriere/barrieres/porte/lit/ascenseur/leve/fauteuil
        refermee/referme ~1 sur
        portaient/portait/avaient ~2 meme bracelet/nom/etiquette/numero
        nom ~3 autre personne/patient/patiente/resident/residente
        laisse/laissee ~2 champ/compresse/pince/garrot/aiguille
        destine/destinee ~3 autre
        branche/branchee ~4 voie veineuse/arterielle/peridurale/intraveineuse
        passe/passee ~2 poumons/bronches
        administr*/donne/donnee/donnes/injecte/injectee ~4 en double
        mis ~1 feu
        diffuse ~1 sous
        pince/aiguille/compresse/lame ~1 oubliee/oubliees
        scope/alarme/respirateur ~2 sonnait pas
        bascule ~8 plaie/fracture/traumatisme/hematome/crane
        incendie ~4 chambre/service/unite/etage/cuisine
        mange/recu/bu ~11 allergique
        avait/a pas ete repris/reprise/administre/administree/surveille/surveillee/reevalue/prevenu/prevenue/signale/signalee
        plaie/plaies/coupure/hematome ~4 tondeuse/rasoir/ciseaux/barriere/fauteuil/bistouri/contention
        ?cas ~1 gale/legionellose/tuberculose/rougeole
        hypoglycemie ~5 erreur/oubli/insuline
        matelas ~3 degonfle/panne
        catheter/sonde/prothese/cicatrice ~3 infecte/infectee
        choc anaphylactique
        deces/mort ~1 inattendu/inattendue/inexplique/brutal/brutale
        fausse ~7 asphyxie/reanimation/deces/hospitalisation/mortelle/urgences/samu/fatale
        brulure/brulures ~5 bistouri/bouillotte/plaque/electrode/degre/chaude/lampe/chauffante
        brule/brulee ~2 cuisse/main/dos/peau/jambe/bras/ventre/pied/visage
        perforation ~4 pose/sonde/coloscopie/endoscopie/catheter/uterine/vesicale/intestinale
        patient/patiente/resident/residente/dame/monsieur/soignant/soignante/soignants/infirmiere/infirmier/collegue/collegues ~3 agresse/agressee/agresses/frappe/frappee/mordu/mordue/bouscule/bousculee
        fait un/une arret/depression/trouble/choc/hemorragie/embolie/oedeme/detresse/convulsion/hypoglycemie/septicemie
        eig/eigs/eias
        ?escarre/escarres
        ?brulure
        ?fausse route
        ?suicide
        ?fugue
        ?infection ~4 catheter/site/sonde/prothese/cicatrice/operatoire
        ?choc septique/hemorragique
        ?arret cardiaque/respiratoire/cardiorespiratoire
        ?depression respiratoire
        ?oedeme ~1 quincke
        ?seringue/poche/tube/flacon/prelevement/plaque/bracelet ~3 mal etiquete/etiquetee/collee/branche/branchee/identifie/identifiee
        ?naloxone/narcan
        ?desaturation
        """
}
