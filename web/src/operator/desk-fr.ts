import type { deskEn } from "./desk-en";

const s = (n: number, one: string, many: string): string => (n < 2 ? one : many);

export const deskFr: typeof deskEn = {
  order: {
    story: "Ce qui s’est passé", items: "Ce qui a été commandé", ride: "Course", books: "Dans les comptes", placed: (when) => `commandée ${when}`, promised: (time) => `promise avant ${time}`, expected: (time) => `attendue ${time}`,
    who: "De qui il s’agit", see: "Voir", rating: "L’avis du client", food: "Repas", rideStars: "Livraison",
  },
  code: {
    card_declined: "La banque a dit non.", insufficient_funds: "Il n’y avait pas assez dessus.", expired_card: "La carte a expiré.", authentication_required: "La banque veut d’abord entendre le client.",
    payment_silent: "Personne n’a pu dire à temps si c’est payé.", hold_lost: "La banque ne réserve plus l’argent.", restaurant_silent: "Le restaurant n’a pas répondu à temps.", restaurant_delayed: "Le restaurant a besoin de plus de temps.",
    food_never_ready: "Le repas n’était toujours pas prêt, bien après l’heure.", food_not_collected: "Aucun coursier n’est venu chercher le repas.", no_courier: "Aucun coursier n’a été trouvé.", courier_never_arrived: "Le coursier n’est pas arrivé.",
    courier_assigned: "Un coursier l’apportera.", courier_gone: "Le coursier ne l’apportera pas ; un autre est cherché.", handed_over: "Elle a été remise alors qu’elle était annulée.", customer_cancelled: "Le client a annulé sans donner de motif.",
    operator_cancelled: "Nous avons annulé sans donner de motif.", dish_missing: "Il manque un plat au restaurant, qui demande au client.", dish_swapped: "Un autre plat vient à la place.", dish_left_out: "Un plat est laissé de côté.",
    all_or_nothing: "Il manque un plat, et le client voulait tout ou rien.", nothing_left: "Il ne reste rien de la commande.",
    dishes_refunded: "Les plats ont été remboursés.", ride_refunded: "C’est arrivé tard ; la livraison a été remboursée.", looked_into: "Nous regardons cela.", refund_failed: "L’argent n’a pas encore pu être rendu.",
  },
  rideWhy: { noAnswer: (who) => `${who} n’a pas répondu.`, gaveBack: "Rendue par le coursier.", declined: "Refusée.", late: "Le coursier n’est pas arrivé à temps.", silent: "Le coursier ne donne plus signe.", noProof: "Sans preuve." },
  road: {
    Waiting: "Cherche un coursier", Offered: "Proposée", Assigned: "Confiée", AtRestaurant: "À la cuisine", PickedUp: "Emportée", AtDoor: "À la porte", Delivered: "Livrée", Cancelled: "Course annulée", Returned: "Rapportée",
  },
  actor: { customer: "Client", restaurant: "Restaurant", courier: "Coursier", payment: "Paiement", deadline: "Délai", operator: "Opérateur", delivery: "Répartiteur", dispatch: "Répartiteur", order: "Service des commandes", service: "Service" },
  decisions: {
    title: "Pourquoi ce coursier", none: "Le répartiteur n’a encore demandé à personne.", courier: "Coursier", total: "Coût", lateness: "Retard", waiting: "Plat qui attend", detour: "Détour", idle: "Attente", door: "À la porte", chosen: "choisi", best: (cost) => `C’est ce qui coûte le moins à tous : ${cost} s en tout.`, next: (name, cost) => `Ensuite ${name}, avec ${cost} s.`,
  },
  cancel: {
    do: "Annuler la commande", title: (n) => `Annuler la commande ${n} ?`, text: "Le client et la cuisine sont prévenus. La faute décide qui paie : sauf si c’est le client, il récupère tout.", done: (n) => `La commande ${n} est annulée.`,
    usual: { kitchen: "La cuisine ne peut pas la préparer", courier: "Aucun coursier ne peut l’apporter", customer: "Le client l’a demandé" },
  },
  payment: {
    title: "Paiement", none: "Pas encore de paiement.", agreed: "Convenu", captured: "Encaissé", refunded: "Remboursé", refund: "Rembourser", refunds: "Remboursements", shares: "Qui reçoit quoi",
    share: { restaurant: "Restaurant", courier: "Coursier", tip: "Pourboire", platform: "goFOOD", tax: "TVA" },
    status: { Pending: "En demande", Authorized: "Réservé", Captured: "Encaissé", Refunded: "Remboursé", Voided: "Libéré", Declined: "Refusé", Unknown: "Inconnu, redemandé" },
    refundStatus: { Wanted: "en cours", Confirmed: "confirmé", Refused: "refusé" },
    refundTitle: (n) => `Rembourser la commande ${n}`, left: (amount) => `${amount} peuvent encore être rendus.`, what: "Combien", way: { items: "Des plats", amount: "Un montant", all: "Tout le reste" },
    amount: (currency) => `Montant (${currency})`, where: "Vers où", to: { method: "comme payé", wallet: "en crédit goFOOD" }, done: "L’argent est en route.",
    usual: { missing: "Il manquait un plat", late: "C’est arrivé bien trop tard", quality: "Ce n’était pas bon" },
  },
  promotions: {
    title: "Promotions", make: "Nouvelle promotion", made: (code) => `${code} vaut dès maintenant.`, none: "Pas encore de promotions", noneText: "Créez-en une, et dites son code.", standing: { running: "en cours", soon: "pas encore", over: "son temps est passé", used: "épuisée", ended: "terminée" }, begins: (when) => `commence ${when}`, end: "Terminer", again: "Reprendre",
    ended: (code) => `${code} est terminée.`, goesOn: (code) => `${code} vaut de nouveau.`, percentOff: (n) => `${n} % sur les plats`, amountOff: (amount) => `${amount} de moins sur les plats`,
    from: (amount) => `dès ${amount}`, most: (amount) => `au plus ${amount}`, used: (n, limit) => (limit === null ? `utilisée ${n} fois` : `utilisée ${n} fois sur ${limit}`),
    paidBy: (who) => `payée par : ${who}`, until: (when) => `jusqu’à ${when}`, only: (name) => `seulement chez ${name}`,
    payer: "Qui la paie", code: "Code", codeHelp: "3 à 40 lettres, chiffres, - ou _", what: "Ce qu’elle donne", kind: { percent: "Un pourcentage", amount: "Un montant", free_delivery: "Livraison offerte" }, percent: "Pour cent sur les plats", amount: "Montant sur les plats",
    mostDiscount: "Jamais plus de", minimum: "Plats pour au moins", starts: "Commence (heure de la ville)", ends: "Se termine (heure de la ville)", limit: "Commandes en tout", perCustomer: "Commandes par client", restaurant: "Seulement dans un restaurant",
    wrong: { code: "3 à 40 lettres, chiffres, - ou _.", percent: "Un nombre entier de 1 à 100.", amount: "De 0,01 à 10 000.", most: "De 0,01 à 10 000.", minimum: "De 0 à 10 000.", starts: "Ce n’est pas une heure.", ends: "Elle doit finir plus tard, et après son début.", limit: "Un nombre entier, au moins 1.", perCustomer: "Un nombre entier, au moins 1.", restaurant: "Dites quel restaurant la paie." },
  },
  zones: {
    title: "Zones", lead: "Quand les coursiers manquent, les cuisines livrent moins loin pour un temps.", restrict: "Réduire ou suspendre", none: "Toutes les zones sont normales", noneText: "Réduisez-les ou suspendez-les si la ville ne suit plus. Cela finit tout seul.",
    paused: "Suspendu", shrunk: (n) => `Réduit à ${n} %`, whole: "Toute la ville", some: "Quelques cuisines", until: (time, n) => `jusqu’à ${time}, encore ${n} min`, end: "Terminer", ended: "Retour à la portée normale.", made: "En vigueur.",
    reach: "Part de la portée normale", howLong: "Combien de temps", where: "Où", find: "Chercher des cuisines", pause: "Suspendre", shrink: "Réduire", usual: { couriers: "Trop peu de coursiers", weather: "Mauvais temps", event: "Rues fermées" },
    see: "Voir une zone", kitchen: "Cuisine", choose: "Choisissez", map: (name) => `Carte d’où livre ${name} ; la phrase au-dessus dit la même chose`,
    reaches: (name, n) => `${name} livre aussi loin qu’un vélo va en ${n} min.`, drawn: (name) => `${name} livre dans une zone dessinée.`, nowPaused: (time) => `Suspendu jusqu’à ${time}.`, nowShrunk: (n, time) => `Réduit à ${n} % jusqu’à ${time}.`,
  },
  money: {
    title: "Argent", check: "Les comptes", checkAll: "Vérifier depuis la première écriture", balanced: "Les comptes concordent.", differs: "Les comptes ne concordent pas.", looked: (n, time) => s(n, `${n} écriture vérifiée, ${time}`, `${n} écritures vérifiées, ${time}`),
    entries: "Grand livre", noEntries: "Aucune écriture.", find: "Un compte (restaurant:7) ou un numéro de commande", show: "Chercher",
    cause: {
      charge: (payment) => `Paiement ${payment} demandé`, capture: (payment) => `Paiement ${payment} encaissé`, settlement: (order) => `Commande ${order} réglée`, burden: (refund) => `Qui porte le remboursement ${refund}`, refund: (refund) => `Remboursement ${refund}`,
      ride: (courier, order) => `Course du coursier ${courier} pour la commande ${order}`, cash: (order) => `Espèces de la commande ${order}, annulée`,
    },
    account: { customer: "Clients", restaurant: "Restaurants", courier: "Coursiers", wallet: "Crédits", cash: "Espèces chez les coursiers", platform: "goFOOD", tax: "Taxes", provider: "Prestataire de carte", bank: "Banque",
      "platform:commission": "Nos commissions", "platform:fees": "Nos frais", "platform:rides": "Payé pour les courses", "platform:promotions": "Payé pour les promotions", "platform:refunds": "Payé pour les remboursements", "platform:compensation": "Payé en dédommagement", "platform:credits": "Donné en crédit", "provider:card": "Chez le prestataire de carte", "tax:vat": "TVA" },
  },
  payouts: {
    title: "Versements", lead: "Verse ce que nous devons en ce moment. Petites sommes et dettes sont reportées.", restaurant: "Payer les restaurants", courier: "Payer les coursiers", none: "Personne n’a encore été payé.", do: "Payer maintenant",
    sure: { restaurant: "Chaque restaurant reçoit ce que nous lui devons. Le même versement ne paie jamais deux fois.", courier: "Chaque coursier reçoit ce que nous lui devons, moins les espèces qu’il garde. Le même versement ne paie jamais deux fois." }, paid: (n) => `Payés : ${n}.`,
  },
  people: {
    title: "Comptes", find: "Nom ou e-mail", roles: "Rôles", all: "Tous", none: "Personne de tel", noneText: "Essayez un autre nom ou retirez un filtre.", noEmail: "pas d’e-mail", approve: "Accepter comme coursier", one: (n) => `Personne ${n}`, orders: "Ses dernières commandes", noOrders: "Rien commandé encore.", creditUsual: { late: "Pour la longue attente", quality: "Pour le désagrément" },
    role: { customer: "Client", guest: "Invité", staff: "Cuisine", courier: "Coursier", operator: "Opérateur", service: "Service" },
    may: { customer: "commande à manger", guest: "a commandé sans compte", staff: "tient le tableau de ses cuisines", courier: "apporte les plats", operator: "voit et change tout ici", service: "un de nos programmes" },
    kitchens: "Ses cuisines", vehicle: "Comment il roule", credit: "Donner un crédit", give: "Donner", given: (amount) => `${amount} de crédit donnés.`,
  },
  health: {
    title: "Santé", alerts: "Alertes", services: "Services", up: (n, of) => `${n} sur ${of} debout`, history: (who) => `${who} dans le temps`, range: "Jusqu’où regarder", hours: (n) => `${n} h`, minutes: (n) => `${n} min`, noHistory: "Rien de mesuré encore. Regardez dans une minute.",
    latency: "Réponse la plus lente, en ms", requests: "Demandes par seconde", errors: "Échecs, en %", replicas: "Répliques", upNow: "Debout", wanted: "Toutes", whole: { ok: "Tout va bien.", degraded: "Quelque chose ne va pas.", alerts: "Tous les services répondent, mais des alertes durent." }, state: { ok: "va bien", degraded: "boite", down: "arrêté" }, ms: (n) => `a répondu en ${n} ms`,
    accuracy: "La qualité de nos heures", accuracyLead: "Dernières 24 heures. La moitié des commandes devrait arriver avant le premier moment annoncé, neuf sur dix avant le second.", noAccuracy: "Rien de livré encore.",
    told: "Annoncé", at: { ordered: "à la commande", picked_up: "au départ" }, deliveries: "Livraisons", within: "Avant le second", early: "Avant le premier", mean: "Erreur moyenne", median: "Erreur médiane",
    seconds: (n) => `${n} s`, signed: (n) => `${n > 0 ? "+" : ""}${n} s`,
  },
  figures: {
    title: "Courbes", lead: "Comment cela s’est passé, d’après les services.", span: "Jusqu’où regarder", hours: (n) => s(n, "Dernière heure", `${n} dernières heures`), asOf: (time) => `État à ${time}`,
    cut: (time) => `Il y avait beaucoup : ce que vous voyez commence à ${time}.`, nothing: "Personne n’a commandé pendant ce temps", nothingText: "Regardez plus loin en arrière.",
    placed: "Commandes", delivered: "Livrées", ended: "Sans suite", onTime: "À l’heure", minutes: "Jusqu’à la porte, médiane", perHour: "Commandes par heure", onTimePercent: "Livrées à l’heure, en %",
    why: "Pourquoi des commandes restent sans suite", whyOf: (n) => s(n, "La seule de cette durée.", `Les ${n} plus récentes de cette durée.`), noneEnded: "Aucune.", own: (status) => `${status}, pour un motif dit par quelqu’un`,
    watched: "La ville vue par ce navigateur", watchedText: "Jusqu’à six heures ; cela grandit tant qu’une de ces pages est ouverte.", noneText: "Laissez cet écran ouvert une minute, et des lignes apparaissent.",
    orders: "Commandes", couriers: "Coursiers", online: "En service", riding: "En course", summary: (last, least, most) => `${last} maintenant, de ${least} à ${most} avant`,
  },
  alertsPage: {
    title: "Alertes", lead: "Ce que la surveillance a vu, le plus récent d’abord. Elle s’en souvient tant qu’elle tourne.", none: "Tout va bien", noneText: "Si un service tombe, ralentit ou prend du retard, c’est dit ici et en haut de chaque page.",
    now: "Maintenant", before: "Passées", since: (when) => `depuis ${when}`, lasted: (from, to, n) => `${from} à ${to}, ${n} min`, see: "Voir le service", over: "passée", severity: { critical: "critique", warning: "à voir" },
  },
  parked: {
    title: "Événements refusés par un service", lead: "Essayés dix fois. Les nouvelles suivantes de la même commande attendent derrière, jusqu’à un nouvel essai ou à l’abandon.", from: (from, to) => `${from} → ${to}`, since: (when) => `depuis ${when}`,
    retry: "Réessayer", retried: "Nouvel essai en cours.", drop: "Abandonner", dropped: "Abandonné. La suite continue.", sure: "Abandonner cet événement pour de bon ? L’autre service n’en saura jamais rien.", more: "Il y en a plus que montré.", unreachable: (names) => `N’ont pas répondu, les leurs manquent ici : ${names}.`,
  },
  picker: { find: "Le nom d’une cuisine", none: "Aucune cuisine de ce nom.", remove: " : retirer" },
  kitchens: {
    title: "Cuisines", lead: "Leurs notes, et ce qu’en disent les clients.", find: "Nom, numéro ou cuisine", worst: "Les moins bien notées d’abord", none: "Aucune cuisine de ce genre", noneText: "Essayez un autre nom.", open: "ouvert", closed: "fermé", see: "Voir",
    zone: "Sa zone", books: "Ses comptes", menu: "Sa carte", reviews: "Ce que disent les clients", noReviews: "Personne n’a encore rien dit.",
  },
  applications: {
    title: (n) => s(n, `${n} personne attend une réponse`, `${n} personnes attendent une réponse`), wants: { courier: "veut livrer", staff: "veut vendre" }, answer: "Répondre", accept: { courier: "Accepter comme coursier", staff: "Laisser vendre" }, refuse: "Refuser",
    accepted: (name) => `${name} est des nôtres.`, refused: (name) => `${name} a été refusé.`, where: "Dans quelles cuisines",
  },
  audit: {
    title: "Journal", lead: "Ce qu’ont fait opérateurs et services, le plus récent d’abord.", find: "Qui, quoi, pourquoi ou une trace", service: "Service", anyService: "Tous les services", by: "Par qui", all: "Tout", operators: "Opérateurs", services: "Services", refused: "Refusé",
    unreachable: (names) => `N’a pas répondu, et manque ici : ${names}.`, none: "Rien de tel", noneYet: "Pas dans ce qui a été lu. Montrez-en plus, ou retirez un filtre.", noneText: "Retirez un filtre.", looked: (n) => `Les ${n} plus récents ont été parcourus.`, refusedWith: (status) => `refusé (${status})`,
    did: {
      cancel: (id) => `a annulé la commande ${id}`, refund: (id) => `a remboursé le paiement ${id}`, reassign: (id) => `a réattribué la course ${id}`, shift: (id) => `a changé le service du coursier ${id}`, courier: (_) => "a inscrit un coursier", credit: (id) => `a donné un crédit au client ${id}`,
      resolve: (id) => `a décidé du problème ${id}`, promote: (_) => "a créé une promotion", promotion: (id) => `a changé la promotion ${id}`, restrict: (_) => "a réduit ou suspendu des zones", unrestrict: (id) => `a terminé la restriction ${id}`, zone: (id) => `a changé la zone du restaurant ${id}`,
      person: (id) => `a changé la personne ${id}`, erase: (id) => `a effacé la personne ${id}`, refuse: (id) => `a refusé la demande de la personne ${id}`, signIn: (_) => "s’est connecté", signOut: (_) => "s’est déconnecté", join: (_) => "a créé un compte", payouts: (_) => "a versé l’argent", faults: (_) => "a changé les pannes", drive: (_) => "a réglé le simulateur",
      restaurant: (_) => "a ajouté un restaurant", ticket: (id) => `a répondu à un ticket du restaurant ${id}`, menu: (id) => `a changé le restaurant ${id}`,
    },
  },
  drive: {
    title: "Simulateur", lead: "Des gens simulés commandent, cuisinent et roulent. Réglez-les, et voyez comment goFOOD tient quand quelque chose casse.", none: "Personne n’est simulé ici", noneText: "Ce goFOOD a été lancé sans sa ville simulée. Tous ceux que vous voyez sont réels.",
    people: "Gens simulés", running: "en marche", paused: "en pause", pause: "Mettre en pause", go: "Reprendre", ordered: "commandées", delivered: "livrées", ended: "sans suite", since: (when) => `depuis ${when}`, set: "Régler",
    speed: "Vitesse", speedHelp: "De combien les cuisines et les coursiers vont plus vite que dans la vie.", times: (n) => `${n}×`, orders: "Commandes par heure", couriers: "Coursiers au travail", rain: "Pluie", rainText: "Les coursiers roulent moins vite, et les clients restent chez eux.", slow: "Cuisines lentes", slowText: "Il leur faut trois fois plus longtemps.",
    saidPause: "Plus personne ne commande ; ce qui est en cours va à sa fin.", saidGo: "C’est reparti.", saidSpeed: (n) => `Vitesse ${n}.`, saidOrders: (n) => `${n} commandes par heure.`, saidCouriers: (n) => s(n, `${n} coursier travaille.`, `${n} coursiers travaillent.`), saidRain: "Il pleut.", saidDry: "Il fait sec de nouveau.", saidSlow: "Les cuisines sont lentes.", saidUsual: "Les cuisines vont comme d’habitude.",
  },
  fault: {
    title: "Pannes", lead: "Provoquées exprès, pour voir ce qui arrive. Les clients les sentent : arrêtez-les ensuite.", off: "Pas de pannes à provoquer", offText: "goFOOD n’a pas été lancé pour provoquer des pannes. Lancez-le avec FAULTS=on pour en avoir.", none: "Aucune en cours.", end: "Arrêter", ended: "La panne est arrêtée.", endAll: "Tout arrêter", allEnded: "Toutes les pannes sont arrêtées.",
    make: "Provoquer une panne", makeProvider: "Prestataire de paiement", made: "La panne est en cours.", provider: "Prestataire de paiement", service: "Quel service", route: "Quels chemins", routeHelp: "Un début de chemin ; / pour tous.", percent: "Pour cent des demandes", delay: "Retard, en ms", then: "Et puis", works: "fait son travail", aborts: "coupe la connexion", answers: (status) => `répond ${status}`,
    needs: "Il faut un retard, ou quelque chose qui échoue.", nothing: "rien", delays: (ms) => `retardées de ${ms} ms`, hits: (percent, what) => `${percent} % des demandes : ${what}`,
    decline: "Paiements refusés, en %", timeout: "Paiements jamais confirmés, en %", timeoutHelp: "L’argent bouge, mais personne ne le dit. Avec les refusés, au plus 100.", providerIs: (declined, silent, ms) => `${declined} % refusés, ${silent} % jamais confirmés, ${ms} ms plus tard`, doubled: "Ses webhooks envoyés deux fois, en %", shuffled: "Ses webhooks arrivent jusqu’à tant de ms plus tard, sans ordre",
  },
};
