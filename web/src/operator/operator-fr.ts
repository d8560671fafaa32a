import type { operatorEn } from "./operator-en";

const s = (n: number, one: string, many: string): string => (n < 2 ? one : many);

export const operatorFr: typeof operatorEn = {
  title: "Pour les opérateurs", you: "Vous et vos réglages", trace: "Trace", reason: "Motif", usual: "Motifs habituels",
  liable: "À qui la faute", hand: "À secourir", menu: "Menu", toAlerts: "Aux alertes", copy: "Copier l’identifiant de trace", copied: "L’identifiant de trace est copié.",
  starsGiven: (n) => s(n, `${n} étoile sur 5`, `${n} étoiles sur 5`),
  stars: (average, n) => s(n, `${average} étoiles sur 5, ${n} avis`, `${average} étoiles sur 5, ${n} avis`),
  sign: {
    other: (name) => `Vous êtes connecté comme ${name}, qui n’est pas opérateur. Connectez-vous comme opérateur ; cela remplace cette session dans ce navigateur.`,
    forDemo: "Dans la démo : operator@gofood.test, mot de passe gofood-demo.",
  },
  nav: { live: "En direct", problems: "Problèmes", zones: "Zones", kitchens: "Cuisines", promotions: "Promotions", money: "Argent", people: "Comptes", health: "Santé", figures: "Courbes", audit: "Journal", simulator: "Simulateur" },
  find: { open: "Chercher", what: "Un numéro de commande, ou le nom ou l’e-mail de quelqu’un", do: "Chercher" },
  service: { user: "Comptes", restaurant: "Restaurants", order: "Commandes", payment: "Paiements", delivery: "Livraisons", notification: "Messages", city: "Ville et carte", gateway: "Porte d’entrée" },
  alerts: {
    severity: { critical: "Critique :", warning: "À voir :" }, since: (n) => `depuis ${n} min`, more: (n) => `+${n}`, replica: (service, which) => `${service}, réplique ${which}`,
    rule: {
      service_down: (who) => `${who} : aucune réponse`, slow: (who) => `${who} : réponses lentes`, error_share: (who) => `${who} : trop de réponses échouent`, backlog: (who) => `${who} : des nouvelles s’accumulent et attendent`,
      stuck: (who) => `${who} : quelque chose n’avance plus`, ledger_difference: () => "Les comptes ne concordent pas", critical_load: (who) => `${who} : plus de travail que de forces`, deadline_misses: (who) => `${who} : des délais sont manqués`,
    },
    other: (who) => `${who} : quelque chose ne va pas`,
  },
  faults: { on: (n) => s(n, `${n} panne est provoquée exprès.`, `${n} pannes sont provoquées exprès.`), purpose: "Les clients les sentent jusqu’à leur fin.", end: "Tout arrêter", ended: "Toutes les pannes sont arrêtées." },
  party: { customer: "Client", restaurant: "Restaurant", courier: "Coursier", platform: "goFOOD" },
  notices: {
    title: "À regarder", open: (n) => s(n, `Messages, ${n} non lu`, `Messages, ${n} non lus`), read: "Tout marquer comme lu", fresh: "non lu", older: "Plus anciens",
    none: "Tout est calme", noneText: "Ce qui attend trop longtemps ou se casse est dit ici.", other: "Un message",
    kind: {
      "order.overdue": "Une commande attend trop", "order.problem_reported": "Un client signale un problème", "delivery.no_courier": "Pas encore de coursier",
      "delivery.courier_silent": "Un coursier ne donne plus signe", "delivery.trouble": "Un coursier a besoin d’aide", "payment.refund_failed": "Un remboursement a échoué", "payment.hold_lost": "La banque a libéré l’argent", "order.handed_over": "Remise malgré l’annulation", "alert.raised": "Quelque chose ne va pas", "alert.cleared": "De nouveau bien", "delivery.failed": "Aucun coursier trouvé à temps", "payment.stuck": "L’argent n’a pas bougé", "payment.ledger_differs": "Les comptes ne concordent pas",
    },
  },
  number: {
    title: (time) => `La ville à ${time}`, underWay: "En cours", hand: "À secourir", late: "En retard", unassigned: "Sans coursier", couriers: "Coursiers en course", onTime: "À l’heure", minutes: "Minutes jusqu’à la porte, médiane", took: (time) => `porte en ${time}`,
    of: (a, b) => `${a}/${b}`, percent: (n) => `${n} %`,
  },
  live: {
    list: "Commandes et coursiers", show: "Que montrer", all: "Toutes", hand: "À secourir", late: "En retard", unassigned: "Sans coursier", couriers: "Coursiers", map: "Carte",
    mapLabel: "Carte des coursiers et des commandes ; les listes à côté disent la même chose",
    legend: { free: "coursier libre", busy: "en course", kitchen: "cuisine", door: "porte, à l’heure", late: "porte, en retard ou bloquée" },
    promised: (time) => `avant ${time}`, expected: (promised, time) => `${promised} → ${time}`,
    empty: {
      all: { title: "Personne n’a faim en ce moment", text: "Les commandes apparaissent ici dès qu’elles sont passées." }, hand: { title: "Rien à secourir", text: "Les commandes qui attendent trop, et ce que signalent les coursiers, apparaissent ici." },
      late: { title: "Rien n’est en retard", text: "Toutes les commandes arriveront à l’heure." }, unassigned: { title: "Chaque course a son coursier", text: "Les commandes qui ne trouvent personne apparaissent ici, prêtes à être confiées." },
    },
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
      other: (n) => `Elle attend trop longtemps ; commandée il y a ${n} min`,
    },
    told: (who, what, text) => `${who} : ${what}${text ? `. « ${text} »` : ""}`,
    trouble: { kitchen_closed: "la cuisine est fermée", long_wait: "longue attente à la cuisine", broken_down: "en panne", cannot_find: "ne trouve pas l’endroit", nobody_there: "personne à la porte", food_damaged: "le repas est abîmé", other: "quelque chose ne va pas" },
  },
  couriers: {
    offline: "hors service", free: "libre", full: "sac plein", find: "Nom du coursier", nobody: "Personne de ce nom.", person: "Personne", rides: (n) => s(n, `${n} course`, `${n} courses`), none: "Pas encore de coursiers", noneText: "Donnez le rôle de coursier à quelqu’un sous Comptes.",
    vehicle: { bicycle: "Vélo", scooter: "Scooter", car: "Voiture", foot: "À pied" }, seen: (time) => `vu à ${time}`, never: "pas encore vu",
    end: "Terminer le service", begin: "Commencer un service", ended: (name) => `${name} est hors service.`, begun: (name) => `${name} est en service.`,
  },
  assign: {
    do: "Confier", reassign: "Réattribuer", title: (n) => `Qui apporte la commande ${n} ?`, again: (n) => `Qui d’autre apporte la commande ${n} ?`, who: "Coursier",
    best: "Le meilleur suivant", bestText: "Le répartiteur demande à qui coûte le moins de temps à tous.", give: (name) => `Confier à ${name}`, full: "Le sac est plein",
    done: (name, n) => `${name} apporte la commande ${n}.`, looking: (n) => `La commande ${n} cherche de nouveau un coursier.`,
    usual: { waiting: "Personne ne l’a prise", late: "Elle arriverait trop tard", trouble: "Le coursier ne peut pas continuer" },
  },
  problems: {
    title: "Problèmes", lead: "Ce que des clients ont signalé et qu’aucune règle n’a pu régler.", count: (n) => s(n, `${n} ouvert`, `${n} ouverts`), status: { Open: "Ouverts", Refunded: "Remboursés", Refused: "Refusés" }, none: "Rien ici", noneText: "Ce qui demande un jugement humain attend ici.",
    resolve: "Décider", resolveTitle: (n) => `Problème de la commande ${n}`, giveBack: "Rembourser", refuse: "Refuser", answer: "Réponse au client", answerHelp: "Une phrase aimable. Le client la lit telle quelle.",
    refunded: (amount) => `${amount} sont rendus.`, refused: "Refusé, et c’est dit.", photo: "La photo du client", go: "Aux problèmes",
  },
  failure: {
    courier_offline: "Ce coursier est hors ligne. Choisissez-en un autre.", courier_busy: "Le sac de ce coursier est plein. Choisissez-en un autre.", not_confirmed: "La cuisine n’a pas encore dit oui. Le coursier vient ensuite.", has_ride: "Il a une course. Elle doit d’abord finir.",
    exceeds_captured: "C’est plus que ce qui reste à rendre.", refunded_already: "Ce plat est déjà remboursé.", too_many_refunds: "Ce paiement a été remboursé trop souvent.", already_resolved: "Quelqu’un a déjà décidé.",
    promotion_exists: "Une promotion a déjà ce code.", wrong_state: "C’est trop tard ; les choses ont avancé.",
  },
};
