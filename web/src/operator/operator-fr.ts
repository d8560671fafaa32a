import type { operatorEn } from "./operator-en";

const s = (n: number, one: string, many: string): string => (n < 2 ? one : many);

export const operatorFr: typeof operatorEn = {
  title: "Pour les opérateurs", you: "Vous et vos réglages", trace: "Trace", reason: "Motif", usual: "Motifs habituels",
  liable: "À qui la faute", stuck: "Bloquée",
  sign: {
    other: (name) => `Vous êtes connecté comme ${name}, qui n’est pas opérateur. Connectez-vous comme opérateur ; cela remplace cette session dans ce navigateur.`,
    forDemo: "Dans la démo : operator@gofood.test, mot de passe gofood-demo.",
  },
  nav: { live: "En direct", problems: "Problèmes", zones: "Zones", promotions: "Promotions", money: "Argent", people: "Comptes", health: "Santé", figures: "Courbes" },
  party: { customer: "Client", restaurant: "Restaurant", courier: "Coursier", platform: "goFOOD" },
  notices: {
    title: "À regarder", open: (n) => s(n, `Messages, ${n} non lu`, `Messages, ${n} non lus`), read: "Tout marquer comme lu", fresh: "non lu",
    none: "Tout est calme", noneText: "Ce qui attend trop longtemps ou se casse est dit ici.", other: "Un message",
    kind: {
      "order.overdue": "Une commande attend trop", "order.problem_reported": "Un client signale un problème", "delivery.no_courier": "Pas encore de coursier",
      "delivery.courier_silent": "Un coursier ne donne plus signe", "delivery.failed": "Aucun coursier trouvé à temps", "payment.stuck": "L’argent n’a pas bougé", "payment.ledger_differs": "Les comptes ne concordent pas",
    },
  },
  number: {
    title: (time) => `La ville à ${time}`, underWay: "En cours", late: "En retard", unassigned: "Sans coursier", couriers: "Coursiers en route", onTime: "À l’heure, dernière heure", minutes: "Jusqu’à la porte, médiane",
    of: (a, b) => `${a}/${b}`, percent: (n) => `${n} %`,
  },
  live: {
    list: "Commandes et coursiers", show: "Que montrer", all: "Toutes", late: "En retard", unassigned: "Sans coursier", couriers: "Coursiers", map: "Carte",
    mapLabel: "Carte des coursiers et des commandes ; les listes à côté disent la même chose",
    legend: { free: "coursier libre", busy: "en course", kitchen: "cuisine", door: "porte, à l’heure", late: "porte, en retard ou bloquée" },
    promised: (time) => `avant ${time}`, expected: (promised, time) => `${promised} → ${time}`,
    none: "Personne n’a faim en ce moment", noneText: "Les commandes apparaissent ici dès qu’elles sont payées.", noLate: "Rien n’est en retard", noLateText: "Toutes les commandes arriveront à l’heure.",
    noUnassigned: "Chaque course a son coursier", noUnassignedText: "Les commandes qui ne trouvent personne apparaissent ici, prêtes à être confiées.",
    more: (n) => s(n, `et ${n} autre, moins pressée`, `et ${n} autres, moins pressées`),
  },
  pace: { late: (n) => `${n} min de retard`, tight: "juste", good: "à l’heure", unknown: "pas encore promis" },
  state: {
    ride: {
      Waiting: () => "pas encore de coursier", Offered: () => "un coursier est sollicité", Assigned: (who) => `${who} roule vers la cuisine`, AtRestaurant: (who) => `${who} attend à la cuisine`,
      PickedUp: (who) => `${who} l’apporte`, AtDoor: (who) => `${who} est à la porte`, Delivered: () => "livrée", Cancelled: () => "course annulée", Returned: () => "rapportée",
    },
    stuck: {
      payment: (n) => `Paiement inconnu depuis ${n} min`, kitchen: (n) => `La cuisine se tait depuis ${n} min`,
      courier: (n) => `Pas de coursier ; commandée il y a ${n} min`, silent: (n) => `Le coursier ne répond plus ; commandée il y a ${n} min`,
    },
  },
  couriers: {
    offline: "hors ligne", free: "libre", rides: (n) => s(n, `${n} course`, `${n} courses`), none: "Pas encore de coursiers", noneText: "Donnez le rôle de coursier à quelqu’un sous Comptes.",
    vehicle: { bicycle: "Vélo", scooter: "Scooter", car: "Voiture", foot: "À pied" }, seen: (time) => `vu à ${time}`, never: "pas encore vu",
    end: "Terminer le service", begin: "Commencer un service", ended: (name) => `${name} est hors ligne`, begun: (name) => `${name} est en ligne`,
  },
  assign: {
    do: "Confier", reassign: "Réattribuer", title: (n) => `Qui apporte la commande ${n} ?`, again: (n) => `Qui d’autre apporte la commande ${n} ?`, who: "Coursier",
    best: "Le meilleur suivant", bestText: "Le répartiteur demande à qui coûte le moins de temps à tous.", give: (name) => `Confier à ${name}`, full: "Le sac est plein",
    done: (name, n) => `${name} apporte la commande ${n}.`, looking: (n) => `La commande ${n} cherche de nouveau un coursier.`,
    usual: { waiting: "Personne ne l’a prise", late: "Elle arriverait trop tard", trouble: "Le coursier ne peut pas continuer" },
  },
  order: {
    story: "Ce qui s’est passé", items: "Ce qui a été commandé", ride: "Course", books: "Dans les comptes", placed: (when) => `commandée ${when}`, promised: (time) => `promise avant ${time}`, expected: (time) => `attendue ${time}`,
    customer: (n) => `client ${n}`, courier: (name) => `coursier ${name}`,
  },
  road: {
    Waiting: "Cherche un coursier", Offered: "Proposée", Assigned: "Confiée", AtRestaurant: "À la cuisine", PickedUp: "Emportée", AtDoor: "À la porte", Delivered: "Livrée", Cancelled: "Course annulée", Returned: "Rapportée",
  },
  actor: { customer: "Client", restaurant: "Restaurant", courier: "Coursier", payment: "Paiement", deadline: "Délai", operator: "Opérateur", delivery: "Répartiteur", dispatch: "Répartiteur", order: "Service des commandes", service: "Service" },
  decisions: {
    title: "Pourquoi ce coursier", none: "Le répartiteur n’a encore demandé à personne.", courier: "Coursier", total: "Coût", lateness: "Retard", waiting: "Plat qui attend", detour: "Détour", idle: "Attente", door: "À la porte", chosen: "choisi",
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
  problems: {
    title: "Problèmes", lead: "Ce que des clients ont signalé et qu’aucune règle n’a pu régler.", count: (n) => s(n, `${n} ouvert`, `${n} ouverts`), status: { Open: "Ouverts", Refunded: "Remboursés", Refused: "Refusés" }, none: "Rien ici", noneText: "Ce qui demande un jugement humain attend ici.",
    resolve: "Décider", resolveTitle: (n) => `Problème de la commande ${n}`, giveBack: "Rembourser", refuse: "Refuser", answer: "Réponse au client", answerHelp: "Une phrase aimable. Le client la lit telle quelle.",
    refunded: (amount) => `${amount} sont rendus.`, refused: "Refusé, et c’est dit.", photo: "La photo du client", go: "Aux problèmes",
  },
  promotions: {
    title: "Promotions", make: "Nouvelle promotion", made: (code) => `${code} vaut dès maintenant.`, none: "Pas encore de promotions", noneText: "Créez-en une, et dites son code.", active: "en cours", over: "terminée", end: "Terminer", again: "Reprendre",
    ended: (code) => `${code} est terminée.`, goesOn: (code) => `${code} vaut de nouveau.`, percentOff: (n) => `${n} % sur les plats`, amountOff: (amount) => `${amount} de moins sur les plats`,
    from: (amount) => `dès ${amount}`, most: (amount) => `au plus ${amount}`, used: (n, limit) => (limit === null ? `utilisée ${n} fois` : `utilisée ${n} fois sur ${limit}`),
    paidBy: (who) => `payée par : ${who}`, until: (when) => `jusqu’à ${when}`, only: (id) => `seulement au restaurant ${id}`,
    payer: "Qui la paie", code: "Code", codeHelp: "3 à 40 lettres, chiffres, - ou _", what: "Ce qu’elle donne", kind: { percent: "Un pourcentage", amount: "Un montant", free_delivery: "Livraison offerte" }, percent: "Pour cent sur les plats", amount: "Montant sur les plats",
    mostDiscount: "Jamais plus de", minimum: "Plats pour au moins", ends: "Se termine", limit: "Commandes en tout", perCustomer: "Commandes par client", restaurant: "Seulement au restaurant (numéro)",
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
    account: { customer: "Clients", restaurant: "Restaurants", courier: "Coursiers", wallet: "Crédits", cash: "Espèces chez les coursiers", platform: "goFOOD", tax: "Taxes", provider: "Prestataire de carte", bank: "Banque",
      "platform:commission": "Nos commissions", "platform:fees": "Nos frais", "platform:rides": "Payé pour les courses", "platform:promotions": "Payé pour les promotions", "platform:refunds": "Payé pour les remboursements", "provider:card": "Chez le prestataire de carte", "tax:vat": "TVA" },
  },
  payouts: {
    title: "Versements", lead: "Verse ce que nous devons en ce moment. Petites sommes et dettes sont reportées.", restaurant: "Payer les restaurants", courier: "Payer les coursiers", none: "Personne n’a encore été payé.", do: "Payer maintenant",
    sure: { restaurant: "Chaque restaurant reçoit ce que nous lui devons. Le même versement ne paie jamais deux fois.", courier: "Chaque coursier reçoit ce que nous lui devons, moins les espèces qu’il garde. Le même versement ne paie jamais deux fois." }, paid: (n) => `Payés : ${n}.`,
  },
  people: {
    title: "Comptes", find: "Nom ou e-mail", roles: "Rôles", all: "Tous", none: "Personne de tel", noneText: "Essayez un autre nom ou retirez un filtre.", noEmail: "pas d’e-mail", approve: "Accepter comme coursier",
    role: { customer: "Client", guest: "Invité", staff: "Cuisine", courier: "Coursier", operator: "Opérateur", service: "Service" },
    may: { customer: "commande à manger", guest: "a commandé sans compte", staff: "tient le tableau de ses cuisines", courier: "apporte les plats", operator: "voit et change tout ici", service: "un de nos programmes" },
    kitchens: "Cuisines (numéros)", kitchensHelp: "Séparées par des virgules.", vehicle: "Comment il roule", credit: "Donner un crédit", give: "Donner", given: "Le crédit est là.",
  },
  health: {
    title: "Santé", whole: { ok: "Tout va bien.", degraded: "Quelque chose ne va pas." }, state: { ok: "va bien", degraded: "boite", down: "arrêté" }, ms: (n) => `a répondu en ${n} ms`,
    service: { user: "Comptes", restaurant: "Restaurants", order: "Commandes", payment: "Paiements", delivery: "Livraisons", notification: "Messages", city: "Ville et carte", gateway: "Porte d’entrée" },
    accuracy: "La qualité de nos heures", accuracyLead: "Dernières 24 heures. La moitié des commandes devrait arriver avant le premier moment annoncé, neuf sur dix avant le second.", noAccuracy: "Rien de livré encore.",
    told: "Annoncé", at: { ordered: "à la commande", picked_up: "au départ" }, deliveries: "Livraisons", within: "Avant le second", early: "Avant le premier", mean: "Erreur moyenne", median: "Erreur médiane",
    seconds: (n) => `${n} s`, signed: (n) => `${n > 0 ? "+" : ""}${n} s`,
  },
  figures: {
    title: "Courbes", lead: "Comme ce navigateur les a vues, jusqu’à six heures ; elles grandissent tant que cet écran est ouvert.", none: "Pas encore assez vu", noneText: "Laissez cet écran ouvert une minute, et des lignes apparaissent.",
    orders: "Commandes", couriers: "Coursiers", online: "En ligne", riding: "En course", summary: (last, least, most) => `${last} maintenant, de ${least} à ${most} avant`,
  },
  failure: {
    courier_offline: "Ce coursier est hors ligne. Choisissez-en un autre.", courier_busy: "Le sac de ce coursier est plein. Choisissez-en un autre.", not_confirmed: "La cuisine n’a pas encore dit oui. Le coursier vient ensuite.", has_ride: "Il a une course. Elle doit d’abord finir.",
    exceeds_captured: "C’est plus que ce qui reste à rendre.", refunded_already: "Ce plat est déjà remboursé.", too_many_refunds: "Ce paiement a été remboursé trop souvent.", already_resolved: "Quelqu’un a déjà décidé.",
    promotion_exists: "Une promotion a déjà ce code.", wrong_state: "C’est trop tard ; les choses ont avancé.",
  },
};
