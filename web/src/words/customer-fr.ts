import type { CustomerWords } from "./customer-en";

const s = (n: number, one: string, many: string): string => (n < 2 ? one : many);

export const customerFr: CustomerWords = {
  card: {
    fresh: "Nouveau", stars: (average, count) => `${average} étoiles sur 5, ${count} avis`,
    fee: (amount) => `${amount} de livraison`, free: "Livraison offerte", notNow: "Pas de livraison là-bas pour l’instant", toDoor: "jusqu’à votre porte",
  },
  sort: {
    label: "Trier", near: "Conseillés", fast: "Les plus rapides", fee: "Livraison la moins chère", stars: "Les mieux notés",
    top: (stars) => `Notés ${stars} ou plus`, quick: (minutes) => `Jusqu’à ${minutes} min`, more: "Afficher plus de restaurants", clear: "Effacer",
  },
  rate: {
    title: "C’était comment ?", ask: (name) => `C’était comment chez ${name} ?`, food: "Le repas", ride: "La livraison", comment: "Que voulez-vous leur dire ?",
    help: "La cuisine le lit, sans votre nom.", send: "Envoyer", change: "Modifier", thanks: "Merci. La cuisine le saura.", thanksText: "Vous pouvez changer d’avis pendant 14 jours.",
    pick: "Choisissez des étoiles pour le repas.", yours: "Votre note", star: (n) => s(n, "1 étoile", `${n} étoiles`), none: "Ne rien en dire",
    meaning: { one: "Mauvais", two: "Pas bon", three: "Correct", four: "Bon", five: "Très bon" }, do: "Noter",
  },
  share: {
    do: "Partager", title: (name) => `Un repas de ${name} est en route`, copied: "Le lien est copié. Qui l’a voit où est le repas, et rien de plus.",
    end: "Arrêter le partage", ended: "Plus personne ne la voit.", sheet: "Laisser d’autres suivre", copy: "Copier", link: "Le lien", until: (when) => `Il marche jusqu’à ${when} au plus tard.`, text: "Qui a ce lien voit où est le repas. Ni ce que c’est, ni son prix, ni la porte exacte.",
  },
  track: {
    title: (name) => `Un repas de ${name}`, gone: "Ce lien ne montre plus rien", goneText: "La commande est terminée, ou le lien est mal tapé. Demandez à qui vous l’a envoyé.",
    hungry: "Faim aussi ?", see: "Voir qui cuisine pour vous", note: "Quelqu’un a partagé ceci avec vous. Ce qui est commandé et la porte exacte restent à cette personne.",
    cooks: (name, where) => `${name} cuisine au ${where}.`, brings: (who) => `${who} l’apporte.`, from: (who, far, name) => `${who} est maintenant à ${far} de ${name}.`,
    close: (who: string) => `${who} est tout près, ou hors de vue un instant.`,
    map: "Carte de l’endroit où est le repas ; les mots à côté disent la même chose", nothing: "Cette commande n’a pas abouti.", there: (time) => `Arrivée à ${time}.`, at: (range) => `Arrivée prévue ${range}.`,
    says: {
      Placed: () => "La commande est passée.", Scheduled: (name) => `${name} a la commande pour plus tard.`, Paid: (name) => `${name} regarde la commande.`,
      Received: (name) => `${name} a dit oui.`, Preparing: (name) => `${name} cuisine.`, Complete: () => "Le repas est prêt.",
      PickedUp: (who) => `${who} est en route.`, Delivered: () => "Le repas est arrivé.",
      Declined: () => "Cette commande n’a pas abouti.", Rejected: () => "Cette commande n’a pas abouti.", Cancelled: () => "Cette commande n’a pas abouti.",
    },
    a: "Un coursier",
  },
  inbox: {
    title: "Nouvelles", unread: (n) => s(n, "1 non lue", `${n} non lues`), none: "Rien de neuf", noneText: "Ce qui arrive à vos commandes est raconté ici.",
    read: "Tout marquer comme lu", older: "Plus anciennes", fresh: "non lue",
  },
  apply: {
    title: "Travailler avec goFOOD", courier: "Livrer pour nous", staff: "Vendre avec nous", courierText: "Apportez des repas quand cela vous va, à vélo ou en scooter.", staffText: "Votre cuisine sur goFOOD, avec votre carte et vos horaires.",
    courierAsk: "Comment roulez-vous, et où ?", staffAsk: "Votre cuisine : son nom, où elle est, ce qu’elle prépare", send: "Se proposer", sent: "C’est reçu. Quelqu’un le lit et répond.",
    waiting: (when) => `Vous vous êtes proposé ${when}. Nous lisons.`, back: "Retirer", taken: "C’est retiré.", edit: "Modifier", isCourier: "Vous livrez pour nous.", isStaff: "Vous vendez avec nous.",
    toCourier: "À l’écran du coursier", toKitchen: "À l’écran de la cuisine", empty: "Écrivez une phrase.", account: "Il faut un compte pour cela.",
  },
  prefs: { kept: "Cela suit votre compte, sur chaque appareil.", device: "Cela reste sur cet appareil tant que vous n’êtes pas connecté." },
  why: {
    card_declined: "La carte a été refusée.", insufficient_funds: "La provision de la carte ne suffisait pas.", insufficient_credit: "Votre crédit ne suffisait pas.", expired_card: "La carte a expiré.",
    authentication_required: "Votre banque voulait d’abord votre accord.", payment_silent: "Personne n’a pu nous dire à temps si c’était payé.", hold_lost: "La banque ne gardait plus l’argent.",
    restaurant_silent: "La cuisine n’a pas répondu à temps.", restaurant_delayed: "La cuisine a besoin de plus de temps.", food_never_ready: "Le repas n’était pas prêt, bien après l’heure.",
    food_not_collected: "Aucun coursier n’est venu chercher le repas.", no_courier: "Nous n’avons pas trouvé de coursier.", courier_never_arrived: "Le coursier n’est pas arrivé.", courier_assigned: "Un coursier est trouvé.",
    courier_gone: "Le coursier n’a pas pu ; nous en cherchons un autre.", handed_over: "Elle a été remise bien qu’elle ait été annulée.", customer_cancelled: "Vous l’avez annulée.", operator_cancelled: "Nous avons dû l’annuler.",
    dish_missing: "La cuisine n’a pas tout et vous a demandé.", dish_swapped: "Un autre plat vient à la place.", dish_left_out: "Un plat est enlevé.",
    all_or_nothing: "Un plat manquait, et vous vouliez tout ou rien.", nothing_left: "Il ne restait rien à cuisiner.",
  },
  cost: {
    not_begun: "La cuisine n’a pas commencé.", just_confirmed: "La cuisine vient seulement de dire oui.", confirmed: "La cuisine a dit oui : elle garde la moitié du prix des plats.",
    cooking: "La cuisine a commencé : elle garde le prix des plats.", dish_missing: "La cuisine n’a pas tout.", over: "Elle ne peut plus être annulée.",
  },
  answer: {
    dishes_refunded: "Nous vous croyons, et nous le regrettons.", ride_refunded: "C’était plus tard que prévu. La livraison est pour nous.", looked_into: "Quelqu’un regarde et répond dans vos nouvelles.",
    refund_failed: "L’argent n’a pas encore pu être rendu. Quelqu’un regarde.",
  },
  cuisine: {
    burger: "Burgers", french: "Français", italian: "Italien", pizza: "Pizza", "bar food": "Cuisine de bar", "ice cream": "Glaces", sushi: "Sushis", monegasque: "Monégasque", sandwich: "Sandwichs",
    bakery: "Boulangerie", pasta: "Pâtes", regional: "Régional", bavarian: "Bavarois", international: "International", "steak house": "Grillades", "coffee shop": "Café", japanese: "Japonais", seafood: "Fruits de mer",
    asian: "Asiatique", mediterranean: "Méditerranéen", salad: "Salades", tapas: "Tapas", fish: "Poisson", thai: "Thaï", dessert: "Desserts", roman: "Romain", chinese: "Chinois",
    indian: "Indien", lebanese: "Libanais", kebab: "Kebab", breakfast: "Petit déjeuner", vegetarian: "Végétarien", vegan: "Végan", crepe: "Crêpes", grill: "Grill", chicken: "Poulet",
  },
  hours: { allDay: "Toute la journée", special: "Autres horaires" },
  history: "Tout ce qui s’est passé",
  declined: { authentication_required: "Votre banque veut d’abord votre accord. Rien n’a été débité. Réessayez, ou prenez une autre carte.", payment_silent: "La banque n’a pas répondu à temps. Rien n’a été débité. Réessayez.", unknown_token: "Cette carte ne sert plus. Rien n’a été débité. Essayez une autre carte." },
  ended: { onItsWay: "Ce qui est à vous vous revient.", kept: (amount) => `${amount} sont gardés pour ce qui était commencé.` },
  late: { longer: (time) => `C’est plus long que prévu (${time}). Pardon.` },
  pay: { offline: "Vous êtes hors ligne. Rien n’a été commandé ; payez à votre retour.", cashBegun: "La cuisine a commencé, et une commande payée en espèces ne s’annule plus alors." },
  again: {
    title: "Tout n’est plus comme avant", price: (name, before, after) => `${name} coûte maintenant ${after} au lieu de ${before}.`,
    gone: (name) => `${name} n’est plus à la carte.`, sold_out: (name) => `${name} est épuisé.`, choice: (name) => `${name} : un choix que vous aviez fait n’existe plus. Ajoutez-le à nouveau.`,
  },
};
