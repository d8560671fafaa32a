import type { KitchenWords } from "./kitchen-en";

const s = (n: number, one: string, many: string): string => (n < 2 ? one : many);

export const kitchenFr: KitchenWords = {
  title: "Cuisine",
  nav: { main: "Cuisine", board: "Commandes", menu: "Carte", hours: "Horaires", money: "Argent", leave: "Se déconnecter", other: "Un autre restaurant" },
  sign: { title: "Connexion de la cuisine", text: "Pour celles et ceux qui cuisinent.", demo: "Visiter la cuisine de la démonstration" },
  inbox: { title: "Messages", none: "Aucun message", noneText: "Ce que nous vous rappelons est ici aussi.", more: "Voir les précédents", fresh: "Nouveau", open: (n) => n > 0 ? `Messages, ${s(n, `${n} nouveau`, `${n} nouveaux`)}` : "Messages" },
  apply: {
    title: (name) => `Bonjour ${name}. Vous ne cuisinez pas encore ici.`, text: "Ce compte ne travaille dans aucun restaurant. Parlez-nous du vôtre et nous vous contactons ; ensuite, vous prenez les commandes ici.", label: "Votre restaurant", placeholder: "Nom, rue, ce que vous cuisinez, et un numéro où vous joindre", send: "Demander à vendre avec goFOOD", empty: "Dites un mot de votre restaurant.",
    guest: "Vous êtes ici comme invité. Créez d’abord un compte avec votre e-mail ; puis vous pourrez faire la demande.", sent: "Nous avons votre demande.", sentText: (when) => `Envoyée ${when}. Quelqu’un chez goFOOD répond bientôt ; puis votre cuisine s’ouvre ici.`, yours: "Ce que vous avez écrit", change: "La modifier", takeBack: "La retirer", takenBack: "Votre demande est retirée.",
    lookAgain: "Voir s’il y a une réponse", notYet: "Pas encore de réponse. Nous vous contactons.", other: "Prendre un autre compte",
  },
  choose: { title: "Quelle cuisine ?", search: "Nom ou rue", count: (n) => s(n, `${n} restaurant`, `${n} restaurants`), nothing: "Aucun de vos restaurants ne s’appelle ainsi", nothingText: "Essayez une partie de son nom ou de sa rue.", open: "Ouvert", closed: "Fermé", none: "Pas encore de restaurant", noneText: "Un opérateur goFOOD peut ajouter le vôtre à ce compte." },
  column: { new: "Nouvelles", preparing: "En cuisine", ready: "Prêtes", collected: "Parties" },
  none: {
    new: "Pas de nouvelle commande. Ça sonne dès qu’il y en a une.", preparing: "Rien sur le feu.", ready: "Rien n’attend de coursier.", collected: "Rien n’est encore parti aujourd’hui.",
  },
  board: {
    columns: "Colonnes du tableau", order: (n) => `Commande ${n}`, answer: (time) => `encore ${time}`, answerLabel: (time) => `Répondez d’ici ${time}, sinon la commande est refusée d’elle-même`,
    overdue: "Trop tard, elle repart", came: (time) => `arrivée à ${time}`, seen: "Vu", show: "Voir", newCount: (n) => s(n, "Nouvelle commande", `${n} nouvelles commandes`), cancelledCount: (n) => s(n, "Une commande est annulée", `${n} commandes sont annulées`),
    accept: (minutes) => `Accepter · ${minutes} min`, prep: "Prête dans", plus: (n) => `+${n}`, plusLabel: (n) => `${n} minutes de plus`, minutes: (n) => `${n} min`, refuse: "Refuser", start: "Commencer", ready: "Prête",
    readyBy: (time) => `Prête à ${time}`, inMinutes: (n) => `dans ${n} min`, lateBy: (n) => `${n} min de retard`, waitingSince: (time) => `Prête depuis ${time}`,
    courier: (name) => `${name} vient la chercher`, noCourier: "On cherche un coursier", collected: (time) => `Partie à ${time}`, collectedPlain: "Partie", code: "Le coursier dit ce numéro",
    accepted: "Acceptée", quicker: (time) => `Quelqu’un d’autre vient de l’accepter : prête à ${time}.`, cooking: "En cuisine", slot: (range) => `Pour ${range}`, cancelled: "Annulée", cancelledText: "Arrêtez de cuisiner. Le client est remboursé.", cancelledOk: "D’accord, enlever",
    movedTo: (column) => `Passée dans « ${column} »`, goneAway: "Partie du tableau", changed: "Modifiée", missing: (name) => `${name} : il n’y en a plus ?`, note: "Souhait", connecting: "Le tableau n’est pas en direct pour l’instant. Nous regardons toutes les 20 secondes.",
    later: "Pour plus tard", laterCount: (n) => s(n, `${n} commande pour plus tard`, `${n} commandes pour plus tard`), cookAt: (time) => `au tableau ${time}`, noLater: "Aucune commande pour plus tard.", dishes: (n) => s(n, `${n} plat`, `${n} plats`),
    more: "Plus", less: "Moins", longer: "C’est plus long", plusMinutes: (n) => `+${n} min`, delayed: (n, time) => `La commande ${n} est maintenant prévue à ${time}. Le client et le coursier le savent.`,
    delayedEnough: (left) => left > 0 ? `On ne peut plus ajouter que ${left} min.` : "Une heure a déjà été ajoutée ; plus n’est pas possible.", said: (words) => `« ${words} »`, courierWas: (name) => `${name} l’a apportée.`,
  },
  history: {
    title: "Terminées aujourd’hui", which: "Quelles commandes", all: "Toutes", collected: "Parties", refused: "Refusées", cancelled: "Annulées", none: "Aucune aujourd’hui", noneText: "Les commandes sont ici une fois parties, refusées ou annulées.", more: "Voir les précédentes", wasRefused: "Refusée",
  },
  why: {
    restaurant_silent: "Elle est restée sans réponse.", food_never_ready: "Le repas n’était toujours pas prêt bien après l’heure.", food_not_collected: "Aucun coursier n’est venu la chercher.", no_courier: "Aucun coursier n’a été trouvé.", courier_never_arrived: "Le coursier n’est pas arrivé.",
    customer_cancelled: "Le client l’a annulée.", operator_cancelled: "goFOOD l’a annulée.", all_or_nothing: "Un plat manquait, et le client voulait tout ou rien.", nothing_left: "Il ne restait rien de la commande.", hold_lost: "Le paiement ne pouvait plus être pris.", payment_silent: "Personne n’a pu dire à temps si elle est payée.",
    other: "Elle a été annulée.",
  },
  sound: { on: "Le son est activé", off: "Le son est coupé", blocked: "Touchez la page pour entendre les nouvelles commandes.", turnOn: "Activer le son" },
  refuse: {
    title: (n) => `Refuser la commande ${n} ?`, sold: "Quelque chose est épuisé", soldHelp: "Cochez ce qui manque. La carte l’indique épuisé jusqu’à demain.", busy: "Trop de travail", busyHelp: "Refuse celle-ci et met le restaurant en pause 30 minutes.", closing: "Nous fermons",
    closingHelp: "Refuse celle-ci et ne prend plus de commandes jusqu’à demain.", other: "Autre chose", otherLabel: "Ce que lit le client", do: "Refuser la commande", keep: "La garder", cost: "Vous avez déjà accepté cette commande. La refuser maintenant peut vous coûter.",
    pick: "Cochez au moins un plat.", say: "Dites-le en une phrase.",
    soldReason: (dishes) => `Épuisé : ${dishes}.`, busyReason: "La cuisine a trop de commandes en ce moment.", closingReason: "La cuisine ferme.", done: (n) => `La commande ${n} est refusée. Le client récupère tout.`,
    partly: "La commande est refusée, mais le reste n’a pas marché. Regardez la carte et la pause.", instead: "Un seul plat manque ? Acceptez, puis touchez ce plat : le client peut le remplacer.",
  },
  missing: {
    title: (name) => `${name} : il n’y en a plus ?`, how: "Combien manquent", swap: "Proposer un autre plat", drop: "L’enlever", find: "Chercher un plat", sold: "L’indiquer épuisé jusqu’à demain", note: "Un mot au client", ask: "Demander au client",
    asked: "Le client est interrogé. Il a 3 minutes.", price: "Le client ne paie jamais plus que le plat commandé.", notYet: "Acceptez d’abord la commande, puis le client pourra être interrogé.", markOnly: "Seulement l’indiquer épuisé", marked: (name) => `${name} est épuisé jusqu’à demain.`,
    pickDish: "Choisissez un plat.", pickOptions: "Choisissez ses options.", none: "Aucun autre plat n’est disponible.",
    waiting: (what, left) => `${what} : le client a ${left} pour répondre`, accepted: (name) => `Préparez ${name} à la place.`, dropped: (name) => `N’ajoutez pas ${name}.`, void: (name) => `${name} : la question est close.`, alreadyAsked: "Le client est déjà interrogé sur ce plat.",
  },
  pace: {
    open: "Ouvert", closed: "Fermé", opens: (when) => `Ouvre ${when}`, paused: (when) => `En pause jusqu’à ${when}`, busy: (n) => `+${n} min`, title: "Beaucoup de travail ?", pause: "Pause", pauseHelp: "Aucune nouvelle commande d’ici là. Ce qui est au tableau continue.",
    pauseFor: (n) => `${n} min`, tomorrow: "Jusqu’à demain", resume: "Reprendre les commandes", extra: "Tout prend plus de temps", extraHelp: "S’ajoute aux temps que voient les clients, jusqu’à ce que vous le changiez.", none: "Comme d’habitude", slots: "Commandes pour plus tard", slotsHelp: "Combien vous en prenez par demi-heure. 0 : aucune.", perHalfHour: (n) => `${n} par demi-heure`,
    saved: "Enregistré. Les clients le voient déjà.", clash: "Quelqu’un vient de le régler autrement. Lequel compte ?", notPaused: "pas de pause", resumed: "Vous prenez de nouveau des commandes.",
  },
  menu: {
    title: "Carte", search: "Chercher dans la carte", add: "Ajouter un plat", edit: (name) => `Modifier ${name}`, newTitle: "Un nouveau plat", onSale: "En vente", soldOut: "Épuisé", until: (when) => `de retour ${when}`, soldToday: "Jusqu’à demain", soldLong: "Jusqu’à nouvel ordre", back: "Remettre en vente", toggle: (name) => `${name} en vente`,
    name: "Nom", description: "Description", price: "Prix", section: "Rubrique", tax: "Pour le fisc", taxes: { prepared: "Plat préparé", packaged: "Emballé", alcohol: "Alcool" }, allergens: "Allergènes", options: "Choix", noOptions: "Aucun choix. Ajoutez-en un pour les tailles, accompagnements, suppléments.",
    addGroup: "Ajouter un choix", group: "Ce qui est choisi", least: "Au moins", most: "Au plus", option: "Option", extra: "Supplément", addOption: "Ajouter une option", removeOption: (name) => `Retirer ${name || "l’option"}`, removeGroup: "Retirer ce choix", save: "Enregistrer", saved: (name) => `${name} est enregistré.`, added: (name) => `${name} est à la carte.`,
    remove: "Retirer de la carte", removeSure: (name) => `Retirer ${name} de la carte pour de bon ?`, removed: (name) => `${name} n’est plus à la carte.`, gone: "Quelqu’un a retiré ce plat de la carte entre-temps.", none: "Rien à la carte pour l’instant", noneText: "Ajoutez votre premier plat, et les clients le voient aussitôt.", nothing: "Aucun plat de ce nom.",
    conflict: "Quelqu’un a modifié ce plat entre-temps", conflictText: "Choisissez ce qui compte, puis enregistrez à nouveau.", mine: "Le vôtre", theirs: "Le leur", merged: "Quelqu’un a modifié ce plat entre-temps ; les deux changements sont gardés.", badPrice: "Donnez un prix comme 12,50.", badGroup: "Un choix demande un nom, des options et des nombres qui vont ensemble.", fields: { name: "Nom", description: "Description", price: "Prix", section: "Rubrique", tax_class: "Pour le fisc", allergens: "Allergènes", option_groups: "Choix" },
  },
  hours: {
    title: "Horaires", weekly: "Chaque semaine", closed: "fermé", opens: "ouvre", closes: "ferme", add: (day) => `Ajouter des heures le ${day}`, addShort: "Ajouter", remove: (what) => `Retirer ${what}`, copy: (day) => `Comme ${day}`, nextDay: "le lendemain", allDay: "jour et nuit", special: "Jours particuliers", specialHelp: "Fêtes et exceptions. Un jour sans heures est fermé.", addDay: "Ajouter un jour", date: "Date", why: "Pourquoi", whyPlaceholder: "Fête nationale", save: "Enregistrer les horaires", saved: "Les horaires sont enregistrés. Les clients les voient déjà.",
    conflict: "Quelqu’un a modifié les horaires entre-temps.", notThere: "pas un jour particulier", merged: "Quelqu’un a modifié les horaires entre-temps ; les deux changements sont gardés.", overlap: (day) => `Les heures du ${day} se chevauchent.`, same: (day) => `Le ${day}, ouverture et fermeture sont à la même heure.`, twice: "Une date y est deux fois.", zone: (zone) => `Heures de ${zone}.`, unsaved: "Pas encore enregistré", undo: "Annuler les changements",
  },
  money: {
    title: "Argent", today: "Aujourd’hui", yesterday: "Hier", week: "7 jours", month: "Ce mois", lastMonth: "Le mois dernier", own: "Autres jours", from: "Du", to: "Au", period: "Quels jours", sales: "Vendu", orders: "Commandes", average: "Par commande", refused: "Refusées", cancelled: "Annulées", yours: "Pour vous", statement: "Relevé", csv: "Télécharger en CSV",
    opening: "Nous vous devions avant", closing: "Nous vous devons maintenant", commission: "Commission", refunds: "Remboursements", promotions: "Promotions", compensations: "Compensations", payouts: "Versé", vat: "Dont TVA", lines: "Chaque ligne", none: "Rien ces jours-là", noneText: "Quand une commande est livrée, elle est ici avec toutes ses lignes.", at: "Quand", what: "Quoi", amount: "Montant", order: "Commande",
    hourly: "Ventes par heure", daily: "Ventes par jour", chart: (sum, top) => `${sum} en tout ; le plus : ${top}.`, tooMany: "Il y a trop de lignes à montrer. Téléchargez le CSV, ou choisissez moins de jours.", wrongDays: "Choisissez au plus 366 jours, du plus ancien au plus récent.", downloaded: "Le CSV est téléchargé.", more: (n) => `En voir ${n} de plus`,
    kinds: { sale: "Plats", commission: "Commission", ride: "Course", tip: "Pourboire", refund: "Remboursement", promotion: "Promotion", compensation: "Compensation", cash: "Espèces", payout: "Versement" },
  },
  reviews: {
    title: "Ce que disent les clients", stars: (n) => s(n, `${n} étoile sur 5`, `${n} étoiles sur 5`), average: (stars) => `${stars} sur 5`, count: (n) => s(n, `sur ${n} note`, `sur ${n} notes`), few: "Montré aux clients dès que quelques-uns ont noté.", none: "Personne n’a encore noté", noneText: "Après chaque livraison, les clients peuvent dire comment était le repas. C’est ici aussitôt.", more: "Voir les précédents", plain: "Sans mots, seulement des étoiles.",
  },
  tills: {
    title: "Votre propre caisse", text: "Votre caisse ou votre imprimante de cuisine peut recevoir chaque commande d’elle-même. La personne qui s’en occupe connaît l’adresse.", link: "Prévenir votre propre caisse", linkText: "Les commandes peuvent aussi aller à votre système.", add: "Ajouter une caisse", address: "Son adresse", save: "L’ajouter", badAddress: "Cette adresse ne convient pas. Elle doit commencer par https:// et être sur l’internet public.",
    enough: "Vous ne pouvez pas en avoir plus. Retirez-en une d’abord.", secret: "Son secret", once: "Copiez ce secret dans votre caisse maintenant. Il ne sera plus montré.", copy: "Copier", copied: "Le secret est copié.", copyYourself: "Votre navigateur ne copie pas. Sélectionnez-le vous-même.", noted: "C’est noté", both: (when) => `L’ancien secret marche aussi jusqu’à ${when}.`,
    states: { active: "Elle reçoit vos commandes.", failing: "Elle n’a pas pris le dernier message. Nous réessayons.", off: "Éteinte.", gone: "Elle a dit ne plus rien vouloir ; nous avons arrêté.", silent: "Elle n’a rien pris pendant des jours ; nous avons arrêté." },
    test: "Envoyer un essai", tested: "Un essai est parti. Voyez plus bas s’il est pris.", fresh: "Nouveau secret", off: "Éteindre", on: "Allumer", remove: "Retirer", removeSure: "Retirer cette caisse ? Elle ne recevra plus rien.", removed: "La caisse est retirée.",
    sent: "Ce qui est parti", look: "Regarder à nouveau", none: "Rien ces derniers jours.", order: (n) => `commande ${n}`, attempts: (n) => `${n} fois`, more: "Voir les précédents", replay: "Renvoyer", replayLabel: (type, n) => n > 0 ? `Renvoyer ${type} de la commande ${n}` : `Renvoyer ${type}`, replayed: "C’est renvoyé.",
    fates: { taken: "pris", soon: "en route", again: "pas encore pris, nous réessayons", given: "jamais pris" },
  },
};
