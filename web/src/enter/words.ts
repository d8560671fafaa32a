/// What a room's door says; each room has its own.
export interface EnterWords {
  title: string;
  text: string;
  /// signs in as the demo's own person
  demo: string;
}

export interface ApplyWords {
  title: (name: string) => string;
  text: string;
  label: string;
  placeholder: string;
  send: string;
  empty: string;
  guest: string;
  sent: string;
  sentText: (when: string) => string;
  yours: string;
  change: string;
  takeBack: string;
  takenBack: string;
  lookAgain: string;
  notYet: string;
  other: string;
}
